"""The timeline's page: the stretch of time it opens with, its first window, its form, and settings for its script."""
