"""Atom feeds and calendars of all events, of filtered ones, or of one subject."""
