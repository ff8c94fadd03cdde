"""Who was merged into whom (see ``events.models.merge``), and which sources belong to which event of a tree."""

from __future__ import annotations

from collections.abc import Mapping

from events.models import Event, Merge, Source


def cluster(root: Event) -> set[int]:
    """The root and all that lives on in it."""
    return {root.pk, *root.merged.values_list("pk", flat=True)}


def merges_in(root: Event) -> dict[int, Merge]:
    """Merged event → its merge, of all that lives on in the root."""
    merges = Merge.objects.live().filter(event__merged_into=root).select_related("event", "survivor", "editor")
    return {merge.event_id: merge for merge in merges}


def path_up(event_id: int, merges: Mapping[int, Merge]) -> list[Merge]:
    """From the event's own merge to the one into the root; empty for the root."""
    path: list[Merge] = []
    while merge := merges.get(event_id):
        path.append(merge)
        event_id = merge.survivor_id
    return path


def below(event_id: int, merges: Mapping[int, Merge]) -> set[int]:
    """The event and all that was merged into it, however deep."""
    through = {key: {key, *(merge.survivor_id for merge in path_up(key, merges))} for key in merges}
    return {event_id, *(key for key, passed in through.items() if event_id in passed)}


def homes(root: Event, merges: Mapping[int, Merge]) -> dict[int, int]:
    """Source → the event of the tree that it belongs to; revisions go with the source that they revise.

    A merged event has the sources that it brought along (``Source.home``), and what later runs read in its articles: a
    row that took the place of one of its own, or came to it.
    """
    claims = _claims(merges)
    # Asked anew: a page may have fetched only those of its sources that are shown.
    rows = Source.objects.filter(event=root, revises=None).values_list("pk", "home", "article")
    return {pk: home or claims.get(article, root.pk) for pk, home, article in rows}


def _claims(merges: Mapping[int, Merge]) -> dict[int, int]:
    """Article → the merged event that it told before, where it told nothing else of the tree."""
    paths = {event: path_up(event, merges) for event in merges}
    return {
        article: event
        for event, path in sorted(paths.items(), key=lambda item: (len(item[1]), item[0]))
        for article in set.intersection(*(set(merge.articles) for merge in path))
    }
