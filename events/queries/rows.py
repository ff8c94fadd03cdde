"""An event as the timeline, its list and the lists of the API show it: plain values in one interface language."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any

from events.edtf import EdtfDate, parse
from events.models import Event
from events.models.querysets import EventQuerySet
from events.queries.wording import date_words

#: The columns that a row needs; others, such as the long search terms, are not fetched.
_COLUMNS = (
    "titles", "edtf", "first_day", "last_day", "precision", "type", "status", "basis", "visibility",
    "salience", "confidence", "source_count",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class EventRow:
    """One event.  ``lang`` is the title's language; ``first`` or ``last`` is None if the date is open there."""

    id: int
    title: str
    lang: str
    edtf: str
    date_words: str
    first: date | None
    last: date | None
    precision: str
    approximate: bool
    type: str
    type_label: str
    status: str
    salience: float
    confidence: float
    sources: int
    url: str


def row_values(row: EventRow) -> dict[str, Any]:
    """The row as a dict.  Not with ``asdict``, which copies all values and takes longer than a window's queries."""
    return {name: getattr(row, name) for name in EventRow.__slots__}


def with_row_columns(events: EventQuerySet, *more: str) -> EventQuerySet:
    """The same events, fetched with the columns that rows need and those in ``more``."""
    return events.only(*_COLUMNS, *more)


def rows_of(events: Iterable[Event], language: str) -> list[EventRow]:
    """A row for each event, in the same order; addresses and labels are in the active language."""
    return [row_of(event, language) for event in events]


def row_of(event: Event, language: str) -> EventRow:
    when = date_of(event.edtf)
    return EventRow(
        id=event.pk, title=event.title_in(language), lang=title_language(event, language), edtf=event.edtf,
        date_words=words_of(event.edtf, language), first=event.first_day, last=event.last_day,
        precision=event.precision, approximate=bool(when and (when.approximate or when.uncertain)), type=event.type,
        type_label=event.type_label, status=event.status, salience=round(event.salience, 3),
        confidence=round(event.confidence, 3), sources=event.source_count, url=event.get_absolute_url(),
    )  # fmt: skip


def title_language(event: Event, language: str) -> str:
    """The language of the title that ``Event.title_in(language)`` returns."""
    return language if event.titles.get(language) else next(iter(event.titles), language)


def words_of(edtf: str, language: str) -> str:
    """An EDTF date in words; "" for "", as a proposal may have no date yet."""
    return date_words(edtf, language) if edtf else ""


def day_words(day: date, language: str) -> str:
    """A day of the calendar in words."""
    return date_words(day.isoformat(), language)


@lru_cache(maxsize=20_000)
def date_of(edtf: str) -> EdtfDate | None:
    return parse(edtf) if edtf else None
