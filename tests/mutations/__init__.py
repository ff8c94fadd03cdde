"""Do the tests notice a changed number of the engine?  ``python3 -m tests.mutations``; see docs/accuracy.md."""
