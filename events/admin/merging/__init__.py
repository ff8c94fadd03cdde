"""The page for merging events, which says what will happen, and unmerging on the page of an event."""
