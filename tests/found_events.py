"""Extractions as an engine might give them, written by hand: for tests of what is done with them."""

from __future__ import annotations

from collections.abc import Sequence

from events.edtf import parse
from events.extraction.types import Actor, Basis, ExtractedEvent, Extraction, Mention, Place, Status, Timex, TimexType


def found_event(
    body: str,
    quote: str,
    *,
    title: str = "",
    date: str = "2025-03-14",
    type: str = "AGREE",
    actors: Sequence[str] = (),
    names: Sequence[str] = (),
    places: Sequence[str] = (),
    basis: Basis = Basis.EXPLICIT,
    status: Status = Status.OCCURRED,
    confidence: float = 0.8,
    salience: float = 0.6,
    time: int | None = None,
) -> ExtractedEvent:
    """An event told by ``quote``; ``actors`` have keys, ``names`` are actors known by name alone."""
    start, days = body.index(quote), parse(date)
    cast = [Actor(name=key.title(), key=key) for key in actors] + [Actor(name=name, key=None) for name in names]
    return ExtractedEvent(
        title=title or quote, date=date, start=days.first.isoformat() if days.first else "",
        end=days.last.isoformat() if days.last else "", precision=days.precision, basis=basis, anchor=None, type=type,
        status=status, confidence=confidence, salience=salience, actors=tuple(cast),
        places=tuple(Place(name=key.title(), key=key) for key in places),
        mentions=(Mention(start, start + len(quote), quote, time, ("agree",)),),
    )  # fmt: skip


def a_timex(body: str, text: str, edtf: str) -> Timex:
    start = body.index(text)
    return Timex(start, start + len(text), text, TimexType.DATE, edtf, edtf, Basis.EXPLICIT, None, ("day-month-year",))


def a_reading(*events: ExtractedEvent, language: str = "en", timexes: Sequence[Timex] = ()) -> Extraction:
    return Extraction(language=language, events=events, timexes=tuple(timexes))
