"""Facets: the values that a reader can filter by, with their counts."""
