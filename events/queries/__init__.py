"""Questions that timelines, pages and the API ask: windows with histograms, facets with counts, panels of events.

Everything here only reads, and returns plain values; pages and the API show the same values, so they cannot differ.
"""
