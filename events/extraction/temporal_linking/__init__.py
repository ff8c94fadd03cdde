"""Which time expression belongs to which trigger, and what a clause without one takes its date from."""
