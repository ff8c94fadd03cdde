"""Counting events by day and by value: from the tallies, or by reading the events once."""
