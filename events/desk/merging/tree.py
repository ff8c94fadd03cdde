"""Reading the tree of merges (see ``events.models.merge``): paths, subtrees, and which event each source belongs to."""

from __future__ import annotations

from collections.abc import Mapping

from events.models import Event, Merge, Source


def cluster(root: Event) -> set[int]:
    """Primary keys of the root and of all events merged into it, directly or not."""
    return {root.pk, *root.merged.values_list("pk", flat=True)}


def merges_in(root: Event) -> dict[int, Merge]:
    """Event → its live merge, for all events merged into the root, directly or not."""
    merges = Merge.objects.live().filter(event__merged_into=root).select_related("event", "survivor", "editor")
    return {merge.event_id: merge for merge in merges}


def path_up(event_id: int, merges: Mapping[int, Merge]) -> list[Merge]:
    """The merges from the event up to the root, its own first; empty for the root."""
    path: list[Merge] = []
    while merge := merges.get(event_id):
        path.append(merge)
        event_id = merge.survivor_id
    return path


def below(event_id: int, merges: Mapping[int, Merge]) -> set[int]:
    """The event and all events merged into it, directly or not."""
    through = {key: {key, *(merge.survivor_id for merge in path_up(key, merges))} for key in merges}
    return {event_id, *(key for key, passed in through.items() if event_id in passed)}


def homes(root: Event, merges: Mapping[int, Merge]) -> dict[int, int]:
    """Source → the event of the tree that it belongs to.  Revisions are left out: they go with what they revise.

    To a merged event belong the sources that came with it (``Source.home``), and those that later runs found in
    articles which were its own.
    """
    claims = _claims(merges)
    # Not ``root.sources``, where a page may have prefetched only the shown sources.
    rows = Source.objects.filter(event=root, revises=None).values_list("pk", "home", "article")
    return {pk: home or claims.get(article, root.pk) for pk, home, article in rows}


def _claims(merges: Mapping[int, Merge]) -> dict[int, int]:
    """Article → the merged event that later finds in it belong to; articles that the survivors had too are left out."""
    paths = {event: path_up(event, merges) for event in merges}
    return {
        article: event
        for event, path in sorted(paths.items(), key=lambda item: (len(item[1]), item[0]))
        for article in set.intersection(*(set(merge.articles) for merge in path))
    }
