"""Merging events on a page that says what will happen, and taking a merge back on the page of the event."""
