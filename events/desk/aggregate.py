"""What an event's sources say together: its found columns, computed anew from all of them."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from typing import Any

from events.models import Actor, Event, Place, Source
from events.models.choices import DateBasis, DatePrecision, Visibility
from events.models.evidence import with_evidence
from events.models.search_terms import stored_terms

#: Column of ``Event`` → its value.
Columns = dict[str, Any]
#: The better reason for a date comes first, then the more exact date.
_BASES = [DateBasis.EXPLICIT, DateBasis.RELATIVE, DateBasis.ANAPHORIC, DateBasis.PUBLICATION, DateBasis.VAGUE]
_PRECISIONS = list(DatePrecision)
#: What articles say of an event beside their number and outlets.
_TOLD = [
    "found_titles", "found_edtf", "found_first_day", "found_last_day", "found_precision", "found_basis", "found_type",
    "found_status", "found_place", "found_languages", "found_actors", "confidence", "salience",
]  # fmt: skip
#: What each doubling of the number of sources adds to an event's salience.
_SALIENCE_PER_DOUBLING = 0.05


def refresh_events(ids: Iterable[int]) -> None:
    """Compute these events anew from what is shown of them; one that lives on in another keeps what it had."""
    for event in with_evidence(Event.objects.filter(pk__in=list(ids)).order_by("pk")):
        refresh_event(event)


def refresh_event(event: Event) -> None:
    """Needs ``with_evidence``; saves the found columns that change, if any.

    Never an editor's columns: a decision made while this is computed must not be overwritten.
    """
    told = told_by(event, list(event.sources.all()))
    if changed := [column for column, value in told.items() if getattr(event, column) != value]:
        for column in changed:
            setattr(event, column, told[column])
        event.save(update_fields=changed)


def told_by(event: Event, sources: Sequence[Source]) -> Columns:
    """The found columns of the event if just these sources told it; they need what ``with_evidence`` brings."""
    live = [source for source in sources if not source.stale] or sources
    columns = _together(live) if live else _untold(event)
    columns["found_outlets"] = sorted({source.article.outlet_id for source in sources if source.article.outlet_id})
    columns["source_count"] = len({source.article_id for source in sources})
    titles, place = columns.get("found_titles", event.found_titles), columns.get("found_place", event.found_place)
    columns["search_terms"] = stored_terms(_searched_texts(event, titles, event.set_place or place, sources))
    return columns


def _together(sources: Sequence[Source]) -> Columns:
    ranked = sorted(sources, key=_reliability)
    best = ranked[0]
    titles = {source.article.language: source.title for source in reversed(ranked)}
    articles = len({source.article_id for source in sources})
    salience = max(source.salience for source in sources) + _SALIENCE_PER_DOUBLING * math.log2(articles)
    return {
        "found_edtf": best.edtf, "found_first_day": best.first_day, "found_last_day": best.last_day,
        "found_precision": best.precision, "found_basis": best.basis, "found_type": best.type,
        # The latest report knows best whether what was planned took place.
        "found_status": max(sources, key=lambda s: (s.article.publication_date, s.pk)).status,
        "found_titles": titles,
        "found_languages": sorted(titles),
        "found_actors": sorted({part.actor.key for source in sources for part in source.participations.all()}),
        "found_place": next((source.place for source in ranked if source.place), None),
        "confidence": max(source.confidence for source in sources),
        "salience": min(1.0, salience),
    }  # fmt: skip


def _untold(event: Event) -> Columns:
    """Without any source an event keeps what it had, but for one that an editor vouches for in words of their own."""
    own_words = event.set_titles and event.set_edtf and event.set_type and event.set_status
    if not event.added_by_id or event.merged_into_id or not own_words:
        return {}
    blank = Event()
    return {column: getattr(blank, column) for column in _TOLD}


def _reliability(source: Source) -> tuple[int, int, float, int]:
    return (
        _BASES.index(DateBasis(source.basis)),
        _PRECISIONS.index(DatePrecision(source.precision)),
        -source.confidence,
        source.pk,
    )


def terms_of(event: Event) -> str:
    """The words under which it is found; needs ``with_evidence``."""
    return stored_terms(_searched_texts(event, event.found_titles, event.place, list(event.sources.all())))


def _searched_texts(
    event: Event, titles: dict[str, str], place: Place | None, sources: Sequence[Source]
) -> Iterable[str]:
    """Names that no editor let through are words of events alone that none let through either."""
    yield from titles.values()
    yield from event.set_titles.values()
    if place:
        yield from _names(event, place)
    for source in sources:
        yield source.title
        for mention in source.mentions.all():
            yield mention.quote
        for part in source.participations.all():
            yield part.name
            yield from _names(event, part.actor)


def _names(event: Event, named: Actor | Place) -> Iterable[str]:
    published = event.visibility == Visibility.PUBLISHED
    return (named.names if published else {**named.found_names, **named.names}).values()
