"""Actors and places, and whom and what they are named with."""
