"""Freezing sources when an editor accepts them, and unfreezing them when their event is not published any more."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from django.db.models import Q

from events.desk.forgetting import forgetting_unnamed
from events.models import Event, ExtractionRun, Merge, Source
from events.models.choices import Visibility

#: The columns that are copied from a revision to the source it revises; that keeps its primary key and its address.
_REVISED_COLUMNS = (
    "run", "title", "edtf", "first_day", "last_day", "precision", "basis", "anchor", "type", "status", "confidence",
    "salience", "place", "place_name",
)  # fmt: skip


def freeze(source: Source, *, at: datetime) -> Source:
    """Accept a source at the time ``at``: readers see this version, whatever later runs find.

    A revision is copied into the source that it revises and deleted.  Returns the accepted source.
    """
    accepted = _apply_revision(source) if source.revises else source
    if not Source.objects.accepted().filter(article=accepted.article_id).exists():
        _show(accepted.run)
    accepted.stale, accepted.gone = accepted.stale or accepted.gone, False
    accepted.accepted_at, accepted.refused = at, []
    accepted.save()
    for part in accepted.participations.select_related("actor"):
        part.actor.show_name(name=part.name, language=accepted.article.language)
    if accepted.place:
        accepted.place.show_name(name=accepted.place_name, language=accepted.article.language)
    return accepted


def _show(run: ExtractionRun) -> None:
    """Make this the run whose time expressions readers see: the first of which an editor accepted a source.

    Of later runs they see only those that accepted sources need (``queries.evidence.article.shown_timexes``).
    """
    ExtractionRun.objects.filter(article=run.article_id, shown=True).update(shown=False)
    ExtractionRun.objects.filter(pk=run.pk).update(shown=True)


def freeze_all(event: Event, *, at: datetime) -> list[int]:
    """Freeze the latest versions of all sources of the event; returns their primary keys."""
    return [freeze(source, at=at).pk for source in _latest(event)]


def unfreeze(sources: Iterable[Source]) -> None:
    """Undo ``freeze``: the sources take on their latest versions, and runs may change them again."""
    for source in sources:
        free = _apply_revision(source) if source.revises else source
        free.accepted_at, free.refused = None, []
        free.stale, free.gone = free.stale or free.gone, False
        free.save()


def unfreeze_all(event: Event) -> None:
    """Unfreeze all sources of the event, except those of merged events that were published.

    These stay as they were accepted, so that unmerging restores what readers saw.
    """
    seen = Merge.objects.live().filter(visibility=Visibility.PUBLISHED).values("event")
    unfreeze(_latest(event, but=Q(home__in=seen) | Q(revises__home__in=seen)))


def _latest(event: Event, *, but: Q | None = None) -> list[Source]:
    related = Source.objects.latest_versions().select_related("article", "place", "revises__article", "revises__place")
    mine = related.filter(event=event).order_by("pk")
    return list(mine.exclude(pk__in=Source.objects.filter(but).values("pk")) if but else mine)


def _apply_revision(revision: Source) -> Source:
    """Copy a revision into the source it revises, delete the revision, and return the source."""
    revised = revision.revises
    if revised is None:
        raise ValueError(f"source {revision.pk} revises none")
    with forgetting_unnamed(revised.article):
        for column in _REVISED_COLUMNS:
            setattr(revised, column, getattr(revision, column))
        revised.stale = revised.gone = False
        revised.mentions.all().delete()
        revised.participations.all().delete()
        revision.mentions.update(source=revised)
        revision.participations.update(source=revised)
        revision.delete()
        revised.save()
    return revised
