"""Articles as they were pasted, and the outlets that published them."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Self

from django.conf import settings
from django.db import models
from django.db.models import Exists, OuterRef, Q, Subquery
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from events.models.choices import ArticleState, RunOutcome, Visibility
from events.models.directions import closed
from events.models.lines import check_lines
from events.models.reasons import reason_words
from events.models.words import FoundByWords, WordsQuerySet, terms_index

if TYPE_CHECKING:
    from django.db.models.fields.related_descriptors import RelatedManager

    from events.models.run import ExtractionRun
    from events.models.source import Source


class Outlet(FoundByWords):
    """A newspaper, agency or channel that publishes articles."""

    SEARCHED = frozenset({"name", "url"})

    name = models.CharField(_("name"), max_length=200, unique=True)
    url = models.URLField(_("URL"), blank=True)

    objects = WordsQuerySet.as_manager()

    class Meta(FoundByWords.Meta):
        ordering = ["name"]
        verbose_name = _("outlet")
        verbose_name_plural = _("outlets")

    def __str__(self) -> str:
        return closed(self.name)

    def clean(self) -> None:
        check_lines(name=self.name)


class ArticleQuerySet(WordsQuerySet["Article"]):
    """Questions that the desk and the site ask about articles."""

    def waiting_too_long(self) -> Self:
        """Articles queued for so long that the message to the worker must have been lost."""
        return self.filter(
            state=ArticleState.QUEUED,
            queued_at__lt=timezone.now() - timedelta(seconds=settings.QUEUED_STALE_SECONDS),
        )

    def abandoned(self) -> Self:
        """Articles in extraction for longer than a worker may take: their worker must have died."""
        from events.models.run import ExtractionRun

        limit = timezone.now() - timedelta(seconds=settings.EXTRACTING_STALE_SECONDS)
        fresh = ExtractionRun.objects.filter(article=OuterRef("pk"), outcome=RunOutcome.RUNNING, started_at__gte=limit)
        return self.filter(~Exists(fresh), state=ArticleState.EXTRACTING)

    def read_by_another_engine(self, version: str) -> Self:
        """Articles that are done or failed, and whose latest run was by another version of the engine.

        Articles that are queued or being read are left out.  Each row is annotated with ``read_by``, the version of
        that latest run, or None where the article has no finished run.
        """
        from events.models.run import ExtractionRun

        runs = ExtractionRun.objects.filter(article=OuterRef("pk")).exclude(outcome=RunOutcome.RUNNING)
        last = runs.order_by("-started_at", "-pk").values("engine_version")[:1]
        ended = self.filter(state__in=[ArticleState.DONE, ArticleState.FAILED])
        return ended.annotate(read_by=Subquery(last)).filter(Q(read_by=None) | ~Q(read_by=version))

    def readable(self) -> Self:
        """Articles that readers may open: an editor accepted them as a source of a published event."""
        from events.models.source import Source

        shown = Source.objects.accepted().filter(article=OuterRef("pk"), event__visibility=Visibility.PUBLISHED)
        return self.filter(Exists(shown))


class Article(FoundByWords):
    """A text as an editor pasted it.  The body never changes: all spans point into it."""

    SEARCHED = frozenset({"title", "author", "url"})

    title = models.CharField(_("title"), max_length=500, blank=True)
    body = models.TextField(_("text"))
    language = models.CharField(_("language"), max_length=8, blank=True, choices=settings.LANGUAGES)
    outlet = models.ForeignKey(
        Outlet, on_delete=models.PROTECT, null=True, blank=True, related_name="articles", verbose_name=_("outlet")
    )
    url = models.URLField(_("URL"), max_length=2000, blank=True)
    author = models.CharField(_("author"), max_length=200, blank=True)
    publication_date = models.DateField(_("publication date"))
    submitted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="articles", verbose_name=_("added by")
    )
    submitted_at = models.DateTimeField(_("added"), auto_now_add=True)
    state = models.CharField(
        _("state"), max_length=12, choices=ArticleState.choices, default=ArticleState.QUEUED, editable=False
    )
    queued_at = models.DateTimeField(default=timezone.now, editable=False)
    #: A ``Reason``, and the values for the placeholders of its sentence.
    failure = models.CharField(_("reason for failure"), max_length=40, blank=True, editable=False)
    failure_values = models.JSONField(default=dict, editable=False)
    content_hash = models.CharField(max_length=64, editable=False)

    objects = ArticleQuerySet.as_manager()

    if TYPE_CHECKING:
        runs: RelatedManager[ExtractionRun]
        sources: RelatedManager[Source]

    class Meta:
        ordering = ["-submitted_at"]
        verbose_name = _("article")
        verbose_name_plural = _("articles")
        permissions = [("rerun_article", _("Can run the extraction again"))]
        indexes = [
            models.Index(
                fields=["state", "queued_at"],
                name="article_unfinished",
                condition=Q(state__in=["queued", "extracting"]),
            ),
            terms_index("article_by_search"),
        ]
        constraints = [
            models.UniqueConstraint(fields=["content_hash"], name="article_pasted_once"),
            models.CheckConstraint(condition=Q(body__regex=r"\S"), name="article_body_not_blank"),
            models.CheckConstraint(condition=Q(state__in=ArticleState.values), name="article_state_known"),
            models.CheckConstraint(
                condition=Q(state=ArticleState.FAILED) ^ Q(failure=""), name="article_failed_has_reason"
            ),
        ]

    def __str__(self) -> str:
        return closed(self.title or self.body[:80])

    @property
    def outlet_name(self) -> str:
        """The outlet's name; "" where none was given."""
        return str(self.outlet) if self.outlet else ""

    @property
    def failure_words(self) -> str:
        """Why extraction failed, in the active language; "" where it did not."""
        return reason_words(self.failure, self.failure_values)
