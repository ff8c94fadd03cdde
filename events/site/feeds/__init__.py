"""What readers follow from afar: feeds and calendars of everything, of a choice, or of one subject."""
