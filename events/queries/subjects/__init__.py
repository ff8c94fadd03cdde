"""Actors and places as subjects of timelines, and what occurs together with them."""
