"""Remembering which sources and events an editor parted, so that linking does not join them again."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from events.models import KeptApart, Source


def keep_apart(one: Collection[int], other: Collection[int]) -> None:
    """Record that the sources of one cluster of events do not belong to the other cluster, and the other way round."""
    for here, there in ((one, other), (other, one)):
        _note(Source.objects.filter(event__in=here, revises=None).values_list("pk", flat=True), there)


def _note(sources: Iterable[int], events: Iterable[int]) -> None:
    events = sorted(events)
    KeptApart.objects.bulk_create(
        (KeptApart(source_id=source, event_id=event) for source in sorted(sources) for event in events),
        ignore_conflicts=True,
    )


def join_again(events: Collection[int]) -> None:
    """Delete the records that kept these events apart from each other."""
    KeptApart.objects.filter(source__event__in=events, event__in=events).delete()
