"""A few articles of our own writing, Arabic and English, that show what Newsdesk does with real news."""
