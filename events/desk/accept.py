"""Editors' decisions about pending sources of published events: new ones, changed ones, ones that are gone."""

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
from events.desk.settle import freeze
from events.desk.source_digests import digest_of_source, review_digest
from events.models import Article, Decision, Event, Source
from events.models.choices import Visibility


@in_turn
def accept_sources(
    *, sources: Iterable[Source], editor: AbstractBaseUser, seen: Mapping[int, str] | None = None
) -> int:
    """Accept pending sources, so that readers see what they say.  Returns how many of them were still pending.

    A new source joins its event, a revision replaces the accepted version, a source that is gone is deleted.
    ``seen`` maps a source's primary key to the ``review_digest`` of what the editor saw.  Raises ValidationError if a
    later run changed a source since, or if a published event would be left without evidence.
    """
    waiting = _waiting(sources)
    for source in waiting:
        if seen and seen.get(source.pk, "") not in ("", review_digest([source])):
            raise ValidationError(
                _("This source was extracted again after you opened this page. Please review it again."),
                code="overtaken",
            )
        _accept(source, editor)
    return len(waiting)


@in_turn
def refuse_source(*, source: Source, editor: AbstractBaseUser) -> None:
    """Refuse a pending source, so that readers do not see it.  Does nothing if it is not pending any more.

    A new source becomes an event of its own, a revision is deleted and not proposed again, and a source that the latest
    run did not find stays.
    """
    for waiting in _waiting([source]):
        _refuse(waiting, editor)


@in_turn
def publish_article(*, article: Article, editor: AbstractBaseUser, seen: str = "") -> int:
    """Publish all proposed events of an article and accept its pending sources.  Returns how many changed.

    Sources that are gone are left pending; they have to be accepted one by one.  ``seen`` is the
    ``article_review_digest`` of what the editor saw; raises ValidationError if it has changed since.
    """
    if seen not in ("", article_review_digest(article)):
        raise ValidationError(
            _("Events were extracted again after you opened this page. Please review them again."), code="overtaken"
        )
    pending = list(Source.objects.pending().filter(article=article, gone=False))
    accepted = accept_sources(sources=pending, editor=editor)
    proposals = Event.objects.to_review().filter(sources__article=article).distinct()
    return accepted + set_visibility(events=proposals, visibility=Visibility.PUBLISHED, editor=editor)


def article_review_digest(article: Article) -> str:
    """A digest of everything that the article's page shows an editor: its events with all their sources."""
    mentioned = Event.objects.filter(sources__article=article)
    return review_digest(Source.objects.latest_versions().filter(event__in=mentioned).for_cards())


def _waiting(sources: Iterable[Source]) -> list[Source]:
    """Those of the sources that are still pending, read again: another editor may have been faster."""
    ids = [source.pk for source in sources]
    return list(Source.objects.pending().select_related("event", "revises").filter(pk__in=ids).order_by("pk"))


def _accept(source: Source, editor: AbstractBaseUser) -> None:
    event, kind = source.event, source.pending_kind
    changes = {change.column: (change.before, change.after) for change in what_it_changes(source)}
    about = {"source": source.revises_id or source.pk, "article": source.article_id, "kind": kind}
    with forgetting_unnamed(source.article):
        if source.gone:
            _delete_gone(source)
        else:
            freeze(source, at=timezone.now())
        refresh_events([event.pk])
    readers_see_a_change([event.pk])
    Decision.objects.create(
        event=event, editor_id=editor.pk, action=Decision.Action.ACCEPT,
        before={column: before for column, (before, _after) in changes.items()},
        after={**about, **{column: after for column, (_before, after) in changes.items()}},
    )  # fmt: skip


def _delete_gone(source: Source) -> None:
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
