"""How sure an event is, and what is shown."""
