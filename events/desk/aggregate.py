"""Computing the found columns of an event from its sources."""

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
#: The most reliable basis of a date first.
_BASES = [DateBasis.EXPLICIT, DateBasis.RELATIVE, DateBasis.ANAPHORIC, DateBasis.PUBLICATION, DateBasis.VAGUE]
#: The most exact first.
_PRECISIONS = list(DatePrecision)
#: The found columns that come from what articles say; the number of articles and their outlets are not among them.
_SAID_BY_ARTICLES = [
    "found_titles", "found_edtf", "found_first_day", "found_last_day", "found_precision", "found_basis", "found_type",
    "found_status", "found_place", "found_languages", "found_actors", "confidence", "salience",
]  # fmt: skip
#: Added to an event's salience for each doubling of the number of its articles.
_SALIENCE_PER_DOUBLING = 0.05


def refresh_events(ids: Iterable[int]) -> None:
    """Compute the found columns of the events with these primary keys again.

    A merged event has no sources while it is merged, and keeps the values that it had.
    """
    for event in with_evidence(Event.objects.filter(pk__in=list(ids)).order_by("pk")):
        refresh_event(event)


def refresh_event(event: Event) -> None:
    """Compute the found columns of an event fetched ``with_evidence``, and save those that changed.

    Editors' columns are never saved here, because a decision made in the meantime would be overwritten.
    """
    found = found_columns(event, list(event.sources.all()))
    if changed := [column for column, value in found.items() if getattr(event, column) != value]:
        for column in changed:
            setattr(event, column, found[column])
        event.save(update_fields=changed)


def found_columns(event: Event, sources: Sequence[Source]) -> Columns:
    """The found columns that the event would have with exactly these sources, fetched ``with_evidence``.

    Stale sources count only if there are no others.
    """
    live = [source for source in sources if not source.stale] or sources
    columns = _combined(live) if live else _without_sources(event)
    columns["found_outlets"] = sorted({source.article.outlet_id for source in sources if source.article.outlet_id})
    columns["source_count"] = len({source.article_id for source in sources})
    titles, place = columns.get("found_titles", event.found_titles), columns.get("found_place", event.found_place)
    columns["search_terms"] = stored_terms(_searched_texts(event, titles, event.set_place or place, sources))
    return columns


def _combined(sources: Sequence[Source]) -> Columns:
    """Date and type of the most reliable source, and the highest scores of all."""
    ranked = sorted(sources, key=_reliability)
    best = ranked[0]
    titles = {source.article.language: source.title for source in reversed(ranked)}
    articles = len({source.article_id for source in sources})
    salience = max(source.salience for source in sources) + _SALIENCE_PER_DOUBLING * math.log2(articles)
    return {
        "found_edtf": best.edtf, "found_first_day": best.first_day, "found_last_day": best.last_day,
        "found_precision": best.precision, "found_basis": best.basis, "found_type": best.type,
        # The latest article knows best whether a planned event took place.
        "found_status": max(sources, key=lambda s: (s.article.publication_date, s.pk)).status,
        "found_titles": titles,
        "found_languages": sorted(titles),
        "found_actors": sorted({part.actor.key for source in sources for part in source.participations.all()}),
        "found_place": next((source.place for source in ranked if source.place), None),
        "confidence": max(source.confidence for source in sources),
        "salience": min(1.0, salience),
    }  # fmt: skip


def _without_sources(event: Event) -> Columns:
    """An event without sources keeps its found columns, so this is empty.

    The exception is an event that an editor added by hand, with all words set: its found columns are cleared.
    """
    own_words = event.set_titles and event.set_edtf and event.set_type and event.set_status
    if not event.added_by_id or event.merged_into_id or not own_words:
        return {}
    blank = Event()
    return {column: getattr(blank, column) for column in _SAID_BY_ARTICLES}


def _reliability(source: Source) -> tuple[int, int, float, int]:
    """A sort key: best basis first, then the most exact date, then confidence, then the oldest row."""
    return (
        _BASES.index(DateBasis(source.basis)),
        _PRECISIONS.index(DatePrecision(source.precision)),
        -source.confidence,
        source.pk,
    )


def terms_of(event: Event) -> str:
    """The search terms of an event fetched ``with_evidence``."""
    return stored_terms(_searched_texts(event, event.found_titles, event.place, list(event.sources.all())))


def _searched_texts(
    event: Event, titles: dict[str, str], place: Place | None, sources: Sequence[Source]
) -> Iterable[str]:
    """All texts that the event is found by: titles, quotes, and names of its actors and its place."""
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
    """The names of an actor or place; for a published event only those that an editor accepted."""
    published = event.visibility == Visibility.PUBLISHED
    return (named.names if published else {**named.found_names, **named.names}).values()
