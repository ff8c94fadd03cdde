"""A few articles of our own, Arabic and English, that show what Newsdesk does."""
