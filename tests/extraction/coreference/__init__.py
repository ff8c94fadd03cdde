"""Which mentions of an article are one event."""
