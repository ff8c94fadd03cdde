"""Confidence of events, and from which confidence they are shown."""
