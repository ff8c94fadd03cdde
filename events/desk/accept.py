"""An editor's word on what waits at published events: other sources, other readings, sources found no more."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from django.contrib.auth.models import AbstractBaseUser
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from events.desk.aggregate import refresh_events
from events.desk.changed import readers_see_a_change
from events.desk.forgetting import forgetting_unnamed
from events.desk.locking import in_turn
from events.desk.merging.detach import detach_source
from events.desk.pending import what_it_changes
from events.desk.review import set_visibility
from events.desk.run_matching import GONE
from events.desk.settle import fix
from events.desk.source_digests import digest_of_source, sight_of
from events.models import Article, Decision, Event, Source
from events.models.choices import Visibility


@in_turn
def accept_sources(
    *, sources: Iterable[Source], editor: AbstractBaseUser, seen: Mapping[int, str] | None = None
) -> int:
    """Let readers see what these pending sources say; returns how many there were that still waited.

    A new source joins its event, another reading takes the place of the accepted one, a source found no more goes.
    ``seen`` tells what the editor looked at: number → ``sight_of``.  Raises ValidationError where a run read
    it otherwise since, and where a published event would be left without evidence.
    """
    waiting = _waiting(sources)
    for source in waiting:
        if seen and seen.get(source.pk, "") not in ("", sight_of([source])):
            raise ValidationError(
                _("This source was extracted again after you opened this page. Please review it again."),
                code="overtaken",
            )
        _accept(source, editor)
    return len(waiting)


@in_turn
def refuse_source(*, source: Source, editor: AbstractBaseUser) -> None:
    """Keep from readers what this pending source says; one that waits no more is left as it is.

    A new source becomes an event of its own, another reading goes and is not proposed again, and a source that is
    found no more stays.
    """
    for waiting in _waiting([source]):
        _refuse(waiting, editor)


@in_turn
def publish_article(*, article: Article, editor: AbstractBaseUser, seen: str = "") -> int:
    """Publish every proposal of the article and accept what it tells of published events; returns how many changed.

    That a source of it goes has to be accepted by itself.  ``seen`` is the ``sight_of_article`` that the editor had;
    raises ValidationError where it has changed since.
    """
    if seen not in ("", sight_of_article(article)):
        raise ValidationError(
            _("Events were extracted again after you opened this page. Please review them again."), code="overtaken"
        )
    pending = list(Source.objects.pending().filter(article=article, gone=False))
    accepted = accept_sources(sources=pending, editor=editor)
    proposals = Event.objects.to_review().filter(sources__article=article).distinct()
    return accepted + set_visibility(events=proposals, visibility=Visibility.PUBLISHED, editor=editor)


def sight_of_article(article: Article) -> str:
    """What an editor sees who looks at the events that the article tells, with all their sources."""
    told = Event.objects.filter(sources__article=article)
    return sight_of(Source.objects.as_read_last().filter(event__in=told).for_cards())


def _waiting(sources: Iterable[Source]) -> list[Source]:
    """As the database has them now: another editor may have been faster."""
    ids = [source.pk for source in sources]
    return list(Source.objects.pending().select_related("event", "revises").filter(pk__in=ids).order_by("pk"))


def _accept(source: Source, editor: AbstractBaseUser) -> None:
    event, kind = source.event, source.pending_kind
    changes = {change.column: (change.before, change.after) for change in what_it_changes(source)}
    about = {"source": source.revises_id or source.pk, "article": source.article_id, "kind": kind}
    with forgetting_unnamed(source.article):
        if source.gone:
            _take_out(source)
        else:
            fix(source, at=timezone.now())
        refresh_events([event.pk])
    readers_see_a_change([event.pk])
    Decision.objects.create(
        event=event, editor_id=editor.pk, action=Decision.Action.ACCEPT,
        before={column: before for column, (before, _after) in changes.items()},
        after={**about, **{column: after for column, (_before, after) in changes.items()}},
    )  # fmt: skip


def _take_out(source: Source) -> None:
    others = Source.objects.accepted().filter(event=source.event_id).exclude(pk=source.pk)
    if not others.exists() and not source.event.added_by_id:
        message = _("This is the only source of the published event “%(event)s”. Hide the event instead.")
        raise ValidationError(message, code="only_source", params={"event": source.event.title})
    source.delete()


def _refuse(source: Source, editor: AbstractBaseUser) -> None:
    event, kind = source.event, source.pending_kind
    about = {"source": source.revises_id or source.pk, "article": source.article_id, "kind": kind}
    if source.gone:
        Source.objects.filter(pk=source.pk).update(gone=False, refused=[*source.refused, GONE])
    elif revised := source.revises:
        Source.objects.filter(pk=revised.pk).update(refused=[*revised.refused, digest_of_source(source)])
        with forgetting_unnamed(source.article):
            source.delete()
    else:
        about["event"] = detach_source(source=source, editor=editor).pk
    Decision.objects.create(event=event, editor_id=editor.pk, action=Decision.Action.REFUSE, after=about)
