"""Evidence: what one article says about one event, and the places in its text that say it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Self

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from events.models.article import Article
from events.models.choices import DateBasis, DatePrecision, EventStatus, EventType, Visibility
from events.models.dated import ordered_days, share
from events.models.event import Event
from events.models.place import Place
from events.models.run import ExtractionRun, TimeExpression

if TYPE_CHECKING:
    from django.db.models.fields.related_descriptors import RelatedManager

    from events.models.actor import Participation


class SourceQuerySet(models.QuerySet["Source"]):
    """Questions that the desk and the site ask about sources."""

    def accepted(self) -> Self:
        """Sources that an editor accepted, in the version that was accepted."""
        return self.filter(accepted_at__isnull=False)

    def latest_versions(self) -> Self:
        """Every source once, in the version that the latest run found: revisions stand in for what they revise."""
        return self.filter(revision__isnull=True)

    def shown(self) -> Self:
        """The sources that an event's shown columns are computed from.

        For a published event these are the accepted ones; for any other the latest versions, which an editor would
        accept by publishing it.
        """
        published = Q(event__visibility=Visibility.PUBLISHED)
        return self.filter(Q(published, accepted_at__isnull=False) | Q(~published, revision__isnull=True))

    def for_cards(self) -> Self:
        """The same sources, with the related rows that an editor's page shows, in a fixed number of queries."""
        related = self.select_related("event", "article", "article__outlet")
        return related.select_related("place").prefetch_related("mentions__time_expression", "participations__actor")

    def pending(self) -> Self:
        """Sources of published events that wait for an editor's decision.

        These are new sources, changed versions of accepted ones (``revises``), and accepted ones that the latest run
        no longer found (``gone``).
        """
        return self.filter(Q(accepted_at__isnull=True) | Q(gone=True), event__visibility=Visibility.PUBLISHED)


class Source(models.Model):
    """An article as evidence of an event: everything that the engine found about one event in one article.

    Once an editor has accepted it, no run changes it.  Where a later run finds something different, that is stored as a
    second row, its ``revision``, until an editor accepts that too.
    """

    article = models.ForeignKey(Article, on_delete=models.CASCADE, related_name="sources", verbose_name=_("article"))
    event = models.ForeignKey(Event, on_delete=models.CASCADE, related_name="sources", verbose_name=_("event"))
    #: The event that it belonged to before that one was merged into ``event`` (``models/merge.py``); else None.
    home = models.ForeignKey(Event, on_delete=models.SET_NULL, null=True, editable=False, related_name="away")
    run = models.ForeignKey(ExtractionRun, on_delete=models.CASCADE, related_name="sources")
    title = models.CharField(_("title"), max_length=200)
    edtf = models.CharField(_("date"), max_length=64)
    first_day = models.DateField(null=True)
    last_day = models.DateField(null=True)
    precision = models.CharField(max_length=12, choices=DatePrecision.choices)
    basis = models.CharField(_("basis"), max_length=12, choices=DateBasis.choices)
    anchor = models.CharField(_("reference date"), max_length=64, blank=True)
    type = models.CharField(_("type"), max_length=12, choices=EventType.choices)
    status = models.CharField(_("status"), max_length=12, choices=EventStatus.choices)
    confidence = models.FloatField(_("confidence"))
    salience = models.FloatField(_("importance"))
    place = models.ForeignKey(Place, on_delete=models.PROTECT, null=True, related_name="sources")
    place_name = models.CharField(max_length=300, blank=True, help_text="What this article calls the place.")
    link_reason = models.JSONField(default=dict, help_text="Why linking joined this article to the event.")
    stale = models.BooleanField(
        default=False, help_text="A later run no longer finds it; kept because an editor worked on the event."
    )
    accepted_at = models.DateTimeField(
        _("accepted"), null=True, editable=False, help_text="When an editor let it through as it stands."
    )
    revises = models.OneToOneField(
        "self", on_delete=models.CASCADE, null=True, editable=False, related_name="revision",
        help_text="The accepted source that the latest run reads like this.",
    )  # fmt: skip
    gone = models.BooleanField(
        default=False, editable=False, help_text="Accepted, but the latest run no longer finds it; an editor decides."
    )
    refused = ArrayField(
        models.CharField(max_length=64), default=list, editable=False,
        help_text="Digests of readings that an editor refused, so that they are not proposed again.",
    )  # fmt: skip

    objects = SourceQuerySet.as_manager()

    if TYPE_CHECKING:
        mentions: RelatedManager[Mention]
        participations: RelatedManager[Participation]

    class Meta:
        ordering = ["article__publication_date", "id"]
        verbose_name = _("source")
        verbose_name_plural = _("sources")
        indexes = [
            models.Index(fields=["event"], condition=Q(accepted_at__isnull=True) | Q(gone=True), name="source_waiting")
        ]
        constraints = [
            ordered_days("first_day", "last_day", name="source_first_day_not_after_last"),
            share("confidence", name="source_confidence_is_share"),
            share("salience", name="source_salience_is_share"),
            models.CheckConstraint(
                condition=Q(revises__isnull=True) | Q(accepted_at__isnull=True, gone=False),
                name="source_revision_is_pending",
            ),
            models.CheckConstraint(
                condition=Q(accepted_at__isnull=False) | Q(gone=False, refused=[]), name="source_gone_was_accepted"
            ),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def pending_kind(self) -> str:
        """Why a pending source waits: it is a "new" source, a "revision" of one, or one that is "gone"."""
        return "gone" if self.gone else "revision" if self.revises_id else "new"

    @property
    def latest_version(self) -> Source:
        """Its revision, if the latest run found something different, else the source itself."""
        return getattr(self, "revision", self)


class Mention(models.Model):
    """One place in an article that mentions the event.  A trigger checks that the body holds ``quote`` at ``start``."""

    source = models.ForeignKey(Source, on_delete=models.CASCADE, related_name="mentions")
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    quote = models.TextField(_("quote"))
    time_expression = models.ForeignKey(
        TimeExpression, on_delete=models.SET_NULL, null=True, related_name="mentions", verbose_name=_("time expression")
    )
    rules = models.JSONField(_("rules"), default=list)

    class Meta:
        ordering = ["start", "end", "id"]
        verbose_name = _("mention")
        verbose_name_plural = _("mentions")
        constraints = [models.CheckConstraint(condition=Q(start__lt=F("end")), name="mention_span_not_empty")]

    def __str__(self) -> str:
        return self.quote
