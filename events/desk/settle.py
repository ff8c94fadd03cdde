"""Fixing what readers see of a source, and setting it free again when its event is shown no more."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from django.db.models import Q

from events.desk.forgetting import forgetting_unnamed
from events.models import Event, ExtractionRun, Merge, Source
from events.models.choices import Visibility

#: What a revision takes over into the source that it revises, which keeps its number and with it its address.
_READ = (
    "run", "title", "edtf", "first_day", "last_day", "precision", "basis", "anchor", "type", "status", "confidence",
    "salience", "place", "place_name",
)  # fmt: skip


def fix(source: Source, *, at: datetime) -> Source:
    """What readers see of it from now on, whatever later runs read; a revision goes up in what it revises."""
    accepted = _take_over(source) if source.revises else source
    if not Source.objects.accepted().filter(article=accepted.article_id).exists():
        _show(accepted.run)
    accepted.stale, accepted.gone = accepted.stale or accepted.gone, False
    accepted.accepted_at, accepted.refused = at, []
    accepted.save()
    for part in accepted.participations.select_related("actor"):
        part.actor.tell(name=part.name, language=accepted.article.language)
    if accepted.place:
        accepted.place.tell(name=accepted.place_name, language=accepted.article.language)
    return accepted


def _show(run: ExtractionRun) -> None:
    """Let readers see the run's time expressions: it is the first of which an editor accepts a source.

    Of later runs they see those alone that accepted sources rest on (``reading.evidence.article.shown_times``).
    """
    ExtractionRun.objects.filter(article=run.article_id, shown=True).update(shown=False)
    ExtractionRun.objects.filter(pk=run.pk).update(shown=True)


def fix_all(event: Event, *, at: datetime) -> list[int]:
    """Fix all sources of the event as they were read last; returns their numbers."""
    return [fix(source, at=at).pk for source in _latest(event)]


def set_free(sources: Iterable[Source]) -> None:
    """Their event is shown no more: they are as they were read last, and runs may change them again."""
    for source in sources:
        free = _take_over(source) if source.revises else source
        free.accepted_at, free.refused = None, []
        free.stale, free.gone = free.stale or free.gone, False
        free.save()


def set_all_free(event: Event) -> None:
    """All but those of merged events that readers saw: those stay as they were accepted, for when they come back."""
    seen = Merge.objects.live().filter(visibility=Visibility.PUBLISHED).values("event")
    set_free(_latest(event, but=Q(home__in=seen) | Q(revises__home__in=seen)))


def _latest(event: Event, *, but: Q | None = None) -> list[Source]:
    related = Source.objects.as_read_last().select_related("article", "place", "revises__article", "revises__place")
    mine = related.filter(event=event).order_by("pk")
    return list(mine.exclude(pk__in=Source.objects.filter(but).values("pk")) if but else mine)


def _take_over(revision: Source) -> Source:
    revised = revision.revises
    if revised is None:
        raise ValueError(f"source {revision.pk} revises none")
    with forgetting_unnamed(revised.article):
        for column in _READ:
            setattr(revised, column, getattr(revision, column))
        revised.stale = revised.gone = False
        revised.mentions.all().delete()
        revised.participations.all().delete()
        revision.mentions.update(source=revised)
        revision.participations.update(source=revised)
        revision.delete()
        revised.save()
    return revised
