"""The evidence of an event: its sources, their quotes, and the reasoning behind each date."""
