"""Density from the database's running tallies, for the questions that they answer: everything, or one facet.

A window over a million events takes as long as one over its days: events are only touched where they reach over
the window's edges.  Any other question is counted event by event (``density.count_events``); both give the same.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from django.db.models import F, Max, Min, QuerySet, Sum

from events.models import Event, Tally
from events.models.querysets import EventQuerySet
from events.reading.density import Extent, Grid, GridNumber, Whole
from events.reading.filters import Filters


@dataclass(frozen=True, slots=True)
class Kept:
    """Tallies whose counts, added up, are the answer."""

    facet: str
    values: Sequence[str]


def is_everything(events: EventQuerySet) -> bool:
    """Whether these are all published events, which the tallies count."""
    return events.query.where == Event.objects.published().query.where


def kept_for(filters: Filters) -> Kept | None:
    """The tallies that count what these filters let through, or None where there are none.

    An event has one type and one status, so those add up; it may be told in several languages and name several actors.
    """
    if filters.is_empty():
        return Kept(Tally.Facet.ALL, [""])
    if filters.types and replace(filters, types=()).is_empty():
        return Kept(Tally.Facet.TYPE, filters.types)
    if filters.statuses and replace(filters, statuses=()).is_empty():
        return Kept(Tally.Facet.STATUS, filters.statuses)
    if len(filters.languages) == 1 and replace(filters, languages=()).is_empty():
        return Kept(Tally.Facet.LANGUAGE, filters.languages)
    if len(filters.actors) == 1 and replace(filters, actors=()).is_empty():
        return Kept(Tally.Facet.ACTOR, filters.actors)
    return None


def add_up(kept: Kept, narrowed: EventQuerySet, grid: Grid) -> dict[int, int]:
    """Grid number → count, as ``count_events``; ``narrowed`` are the published events that the filters let through."""
    tallied = (
        _tallies(kept)
        .filter(day__range=(grid.first, grid.last))
        .annotate(number=GridNumber(F("day"), grid))
        .values_list("number")
        .annotate(events=Sum("count"))
    )
    counts = Counter(dict(tallied))
    # Who stands before the window and reaches into it is there on its first day, and so at the other end.
    before, behind = reaching_in(narrowed, grid.first, grid.last)
    counts[grid.number(grid.first)] += before.count()
    counts[grid.number(grid.last)] += behind.count()
    return counts


def kept_whole(kept: Kept) -> Whole:
    """Everything that these tallies count."""
    found = _tallies(kept).aggregate(first=Min("begins"), last=Max("ends"), events=Sum("count", default=0))
    return Whole(Extent(found["first"], found["last"]), found["events"])


def totals(facet: Tally.Facet, first: date | None = None, last: date | None = None) -> Counter[str]:
    """Value → number of all published events under it that stand between these days (None is an open end)."""
    counted = Tally.objects.filter(facet=facet, count__gt=0).order_by()
    if first:
        counted = counted.filter(day__gte=first)
    if last:
        counted = counted.filter(day__lte=last)
    return Counter(dict(counted.values_list("value").annotate(events=Sum("count"))))


def reaching_in(events: EventQuerySet, first: date | None, last: date | None) -> list[EventQuerySet]:
    """Those that meet the days but stand outside of them: what tallies of the days leave out, before and behind."""
    edges = []
    if first:
        edges.append(events.filter(days__contains=first, middle_day__lt=first))
    if last:
        edges.append(events.filter(days__contains=last, middle_day__gt=last))
    return edges


def _tallies(kept: Kept) -> QuerySet[Tally]:
    return Tally.objects.filter(facet=kept.facet, value__in=kept.values, count__gt=0).order_by()
