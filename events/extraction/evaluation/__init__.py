"""How right the engine is: its answers compared with annotated articles and with the languages' own cases."""
