"""Submitting articles, correcting their details, and queueing them for another run."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.contrib.auth.models import AbstractBaseUser
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from events.desk.aggregate import refresh_events
from events.desk.changed import as_shown, events_that_show, readers_see_a_change
from events.desk.locking import wait_for_turn
from events.desk.queueing import AFTER_ALL_OTHERS, send_on_commit
from events.desk.validation import check_article, check_not_pasted_before, duplicate_fault
from events.extraction import engine_version
from events.models import Article, Event, Outlet
from events.models.choices import ArticleState
from events.models.lines import check_lines


def submit_article(
    *,
    submitted_by: AbstractBaseUser,
    body: str,
    publication_date: date | None,
    title: str = "",
    language: str = "",
    outlet: Outlet | None = None,
    url: str = "",
    author: str = "",
) -> Article:
    """Save an article as pasted and send it to a worker.

    Without ``language`` it is detected.  Raises ValidationError by field, also if the same text was pasted before.
    """
    article = Article(
        submitted_by_id=submitted_by.pk, body=body, title=title, language=language, outlet=outlet, url=url,
        author=author,
    )  # fmt: skip
    _check(article, publication_date)
    article.content_hash = digest = check_not_pasted_before(body)
    try:
        with transaction.atomic():
            article.save()
            send_on_commit(article.pk)
    except IntegrityError as error:
        if "article_pasted_once" not in str(error):
            raise
        # Somebody pasted the same text between the check and the save.
        raise duplicate_fault(Article.objects.filter(content_hash=digest).first()) from error
    return article


@transaction.atomic
def correct_article(*, article: Article, **corrections: object) -> Article:
    """Change the title, publication date, outlet, language, address or author of an article.

    A new title, date or language queues the article for another run.  The body cannot be changed, because all quotes
    are offsets in it.  Raises ValidationError by field, and TypeError for a field that cannot be corrected.
    """
    allowed = {"title", "publication_date", "language", "outlet", "url", "author"}
    if unknown := corrections.keys() - allowed:
        raise TypeError(f"an article's {', '.join(sorted(unknown))} cannot be corrected")
    article = Article.objects.select_for_update().get(pk=article.pk)
    before = (article.publication_date, article.language, article.title)
    ranked = (article.publication_date, article.language, article.outlet_id)
    shown = as_shown(article)
    for field, value in corrections.items():
        setattr(article, field, value)
    _check(article, article.publication_date)
    article.save()
    if before != (article.publication_date, article.language, article.title):
        _queue(article)
    if ranked != (article.publication_date, article.language, article.outlet_id):
        wait_for_turn()
        refresh_events(Event.objects.filter(sources__article=article).values_list("pk", flat=True).distinct())
    if shown != as_shown(article):
        wait_for_turn()
        readers_see_a_change(events_that_show(article))
    return article


@transaction.atomic
def run_again(*, article: Article) -> Article:
    """Queue the article for another run; editors' decisions stay.  Raises ValidationError while a run is going on."""
    article = Article.objects.select_for_update().get(pk=article.pk)
    if article.state == ArticleState.EXTRACTING:
        raise ValidationError(_("Events are being extracted from this article right now."), code="extracting")
    _queue(article)
    return article


@transaction.atomic
def reread_articles(*, articles: Iterable[int]) -> list[int]:
    """Queue articles, by primary key, that were last read by another version of the engine.

    Returns the keys of those that were queued, the highest first.  They have the lowest priority.  Editors' decisions
    stay, and changes to published events wait for an editor.
    """
    older = Article.objects.read_by_another_engine(engine_version()).filter(pk__in=articles).order_by("-pk")
    locked = list(older.select_for_update(of=("self",)))
    for article in locked:
        _queue(article, priority=AFTER_ALL_OTHERS)
    return [article.pk for article in locked]


def _check(article: Article, publication_date: date | None) -> None:
    """Fill in a missing language, and raise ValidationError with all faults at once, by field."""
    faults: dict[str, list[ValidationError]] = {}
    try:
        article.language, article.publication_date = check_article(
            body=article.body, publication_date=publication_date, language=article.language
        )
    except ValidationError as error:
        faults = error.update_error_dict(faults)
    try:
        check_lines(title=article.title, author=article.author)
        article.clean_fields(exclude=["body", "publication_date", "language", "content_hash"])
    except ValidationError as error:
        faults = error.update_error_dict(faults)
    if faults:
        raise ValidationError(faults)


def _queue(article: Article, **options: Any) -> None:
    """Queue an article whose row is locked.  A run that is still going on for it will be discarded (see ``record``)."""
    article.state, article.queued_at = ArticleState.QUEUED, timezone.now()
    article.failure, article.failure_values = "", {}
    article.save(update_fields=["state", "failure", "failure_values", "queued_at"])
    send_on_commit(article.pk, **options)
