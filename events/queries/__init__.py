"""What timelines, pages and the API ask: windows with their density, choices with their counts, the panel of an event.

Everything here reads, and answers in plain values, so that a page and the API cannot tell different stories.
"""
