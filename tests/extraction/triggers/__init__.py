"""Triggers: which words tell events, and with which modality."""
