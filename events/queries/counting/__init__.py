"""How many events there are, where they stand and what they have: from the tallies, or read once and kept."""
