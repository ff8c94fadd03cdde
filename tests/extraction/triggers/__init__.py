"""Which words of a text tell events, and in what mood."""
