"""The timeline's page: the stretch it opens with, its first window, its form, and what its script needs to know."""
