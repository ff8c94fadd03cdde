"""Everything about one event in plain values, for the event's page, the timeline's panel and the API."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from events.models import Event
from events.queries.evidence.evidence import Evidence, evidence_of
from events.queries.evidence.why import OtherDate, Why, other_dates_of, why_of
from events.queries.participants import Named, Participant, participants_of, place_of
from events.queries.rows import row_of


@dataclass(frozen=True, slots=True)
class EventPanel:
    """The values of a timeline's row (``EventRow``) and the evidence behind them."""

    id: int
    title: str
    lang: str
    titles: dict[str, str]
    edtf: str
    date_words: str
    first: date | None
    last: date | None
    precision: str
    precision_label: str
    approximate: bool
    basis: str
    basis_words: str
    type: str
    type_label: str
    status: str
    status_label: str
    visibility: str
    confidence: float
    salience: float
    url: str
    why: Why
    place: Named | None
    actors: tuple[Participant, ...]
    sources: tuple[Evidence, ...]
    other_dates: tuple[OtherDate, ...]


def read_panel(event: Event, language: str) -> EventPanel:
    """The panel of an event fetched ``with_evidence``, in one interface language; it makes no further query."""
    row = row_of(event, language)
    return EventPanel(
        id=row.id, title=row.title, lang=row.lang, titles=event.titles, edtf=row.edtf, date_words=row.date_words,
        first=row.first, last=row.last, precision=row.precision, precision_label=event.precision_label,
        approximate=row.approximate, basis=event.basis, basis_words=event.basis_label, type=row.type,
        type_label=row.type_label, status=row.status, status_label=event.status_label, visibility=event.visibility,
        confidence=row.confidence, salience=row.salience, url=row.url, why=why_of(event, language),
        place=place_of(event, language), actors=participants_of(event, language), sources=evidence_of(event, language),
        other_dates=other_dates_of(event, language),
    )  # fmt: skip
