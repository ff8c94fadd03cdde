"""What an event's sources say together: its found columns, computed anew from all of them."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence

from events.models import Event, Source
from events.models.choices import DateBasis, DatePrecision
from events.models.search_terms import stored_terms

#: The better reason for a date comes first, then the more exact date.
_BASES = [DateBasis.EXPLICIT, DateBasis.RELATIVE, DateBasis.ANAPHORIC, DateBasis.PUBLICATION, DateBasis.VAGUE]
_PRECISIONS = list(DatePrecision)
#: What each doubling of the number of sources adds to an event's salience.
_SALIENCE_PER_DOUBLING = 0.05
#: Never an editor's columns: a decision made while this is computed must not be overwritten.
_COMPUTED = [
    "found_titles", "found_edtf", "found_first_day", "found_last_day", "found_precision", "found_basis",
    "found_type", "found_status", "found_place", "found_languages", "found_actors", "found_outlets",
    "confidence", "salience", "source_count", "search_terms", "updated_at",
]  # fmt: skip


def refresh_events(ids: Iterable[int]) -> None:
    """Compute these events anew from their sources; an event without any keeps what it had."""
    for event in Event.objects.filter(pk__in=list(ids)).order_by("pk").with_evidence():
        refresh_event(event)


def refresh_event(event: Event) -> None:
    """Needs ``with_evidence``; saves the found columns, the scores and the search terms."""
    sources = list(event.sources.all())
    live = [source for source in sources if not source.stale] or sources
    if live:
        _take_over(event, live)
    event.found_outlets = sorted({source.article.outlet_id for source in sources if source.article.outlet_id})
    event.source_count = len({source.article_id for source in sources})
    event.search_terms = terms_of(event)
    event.save(update_fields=_COMPUTED)


def _take_over(event: Event, sources: Sequence[Source]) -> None:
    ranked = sorted(sources, key=_reliability)
    best = ranked[0]
    event.found_edtf, event.found_first_day, event.found_last_day = best.edtf, best.first_day, best.last_day
    event.found_precision, event.found_basis, event.found_type = best.precision, best.basis, best.type
    # The latest report knows best whether what was planned took place.
    event.found_status = max(sources, key=lambda s: (s.article.publication_date, s.pk)).status
    event.found_titles = {source.article.language: source.title for source in reversed(ranked)}
    event.found_languages = sorted(event.found_titles)
    event.found_actors = sorted({part.actor.key for source in sources for part in source.participations.all()})
    event.found_place = next((source.place for source in ranked if source.place), None)
    event.confidence = max(source.confidence for source in sources)
    articles = len({source.article_id for source in sources})
    salience = max(source.salience for source in sources) + _SALIENCE_PER_DOUBLING * math.log2(articles)
    event.salience = min(1.0, salience)


def _reliability(source: Source) -> tuple[int, int, float, int]:
    return (
        _BASES.index(DateBasis(source.basis)),
        _PRECISIONS.index(DatePrecision(source.precision)),
        -source.confidence,
        source.pk,
    )


def terms_of(event: Event) -> str:
    """The words under which it is found; needs ``with_evidence``."""
    return stored_terms(_searched_texts(event, list(event.sources.all())))


def _searched_texts(event: Event, sources: Sequence[Source]) -> Iterable[str]:
    yield from event.found_titles.values()
    yield from event.set_titles.values()
    if event.place:
        yield from event.place.names.values()
    for source in sources:
        yield source.title
        for mention in source.mentions.all():
            yield mention.quote
        for part in source.participations.all():
            yield part.name
            yield from part.actor.names.values()
