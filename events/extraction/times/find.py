from __future__ import annotations

from datetime import date

from events.extraction.text import Document
from events.extraction.types import Timex


def find_timexes(document: Document, published: date) -> tuple[Timex, ...]:
    """All time expressions of the document."""
    return ()
