"""What happened: from words and time expressions to dated events, each grounded in the text.

    find_events(document, timexes, published, title=...) -> tuple[ExtractedEvent, ...]

The way of one article, a file a step: triggers (which words tell an event) → mood (told, planned, denied) → timing
(whose is which time) → gather (candidates) → clusters (tellings of one happening) → wording (quote and title) →
cast (actors, places) → judgement (confidence and salience) → find (all of it in order).
"""

from events.extraction.happenings.find import find_events

__all__ = ["find_events"]
