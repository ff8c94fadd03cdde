"""An engine of another day: it reads in the same texts other dates, other titles and other people, some happenings no
more and some that were not there."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from events.edtf import EdtfError, parse
from events.extraction.types import Actor, ExtractedEvent, Extraction, Place, Timex

#: How it begins every title.
ANEW = "Read anew: "

Extract = Callable[..., Extraction]


def changed(extract: Extract) -> Extract:
    """The engine's ``extract``, with other results."""

    def extract_otherwise(body: str, *, published: date, **circumstances: str | None) -> Extraction:
        found = extract(body, published=published, **circumstances)
        kept = [_otherwise(event) for number, event in enumerate(found.events) if not _is_dropped(body, number)]
        return replace(
            found,
            events=tuple(kept + [_another(event) for event in kept[:1]]),
            timexes=tuple(_later_expression(timex) for timex in found.timexes),
        )

    return extract_otherwise


def _is_dropped(body: str, number: int) -> bool:
    """True for the first event of every third text, and for every second event of the others."""
    return number % 2 == 1 or (number == 0 and len(body) % 3 == 0)


def _otherwise(event: ExtractedEvent) -> ExtractedEvent:
    newcomers = (Actor(name="Nadir Sulphide", key=None), Actor(name="Iceland", key="ISL"))
    return _dated(
        replace(
            event,
            title=f"{ANEW}{event.title}"[:200],
            actors=(*event.actors, *newcomers),
            places=(Place(name="Reykjavik", key="geonames:3413829"), *event.places),
            salience=round(event.salience / 2, 3),
            confidence=round(event.confidence / 2, 3),
        )
    )


def _another(event: ExtractedEvent) -> ExtractedEvent:
    """One more event, of another type, told by the same words."""
    return replace(event, type="OTHER" if event.type != "OTHER" else "STATEMENT", title=f"{ANEW}besides")


def _dated(event: ExtractedEvent) -> ExtractedEvent:
    edtf = _later(event.date)
    days = parse(edtf)
    first, last = days.first, days.last
    return replace(
        event, date=edtf, start=first.isoformat() if first else "", end=last.isoformat() if last else "",
        precision=days.precision,
    )  # fmt: skip


def _later_expression(timex: Timex) -> Timex:
    return replace(timex, edtf=_later(timex.edtf) if timex.edtf else timex.edtf, value=_later(timex.value))


def _later(edtf: str) -> str:
    """Another day of the same month: the tenth, or the eleventh where the date began on the tenth."""
    try:
        when = parse(edtf)
    except EdtfError:
        return edtf
    if when.first is None or "/" in edtf:
        return edtf
    return when.first.replace(day=10 if when.first.day != 10 else 11).isoformat()
