"""The counts beside each choice that a reader may make."""
