"""Do the tests notice when a number of the engine is another?  ``python3 -m tests.mutations``; see docs/accuracy.md."""
