"""The page of an article, with events and dates marked in its text."""
