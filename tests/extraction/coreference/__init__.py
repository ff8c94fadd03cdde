"""Which clauses of an article tell one event."""
