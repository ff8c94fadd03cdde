"""The cases of a language's folder: sentences with the events that must, or must not, be found in them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from events.extraction.languages import Language
from events.extraction.types import EVENT_TYPES

NONE = "-"
_PARTS = 4


@dataclass(frozen=True, slots=True)
class EventCase:
    """A row of lexicon/cases.tsv.  ``events`` are "TYPE status date: words of its quote", or "-" for none."""

    published: str
    body: str
    events: tuple[str, ...]
    where: str = ""

    def faults(self) -> Iterator[str]:
        for event in self.events:
            if event == NONE:
                continue
            head, colon, words = event.partition(": ")
            if not colon or len(head.split()) != _PARTS - 1:
                yield f"“{event}” must be written “TYPE status date: words”"
            elif head.split()[0] not in EVENT_TYPES:
                yield f"“{head.split()[0]}” is no event type"
            elif words not in self.body:
                yield f"“{words}” does not stand in the text"

    @property
    def wanted(self) -> list[tuple[str, str, str, str]]:
        """(type, status, date, words) of every event."""
        rows = []
        for event in self.events:
            if event != NONE:
                head, _, words = event.partition(": ")
                kind, status, day = head.split()
                rows.append((kind, status, day, words))
        return rows


def event_cases(language: Language) -> tuple[EventCase, ...]:
    return language.rows("lexicon/cases", EventCase)
