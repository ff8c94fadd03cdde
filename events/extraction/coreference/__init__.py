"""Which candidates of an article are mentions of one event."""
