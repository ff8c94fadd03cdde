"""How sure an event is and how much it matters."""
