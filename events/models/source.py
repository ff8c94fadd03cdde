"""Evidence: what one article says of one event, and the places in its text that say it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from events.models.article import Article
from events.models.choices import DateBasis, DatePrecision, EventStatus, EventType
from events.models.dated import ordered_days, share
from events.models.event import Event
from events.models.place import Place
from events.models.run import ExtractionRun, TimeExpression

if TYPE_CHECKING:
    from django.db.models.fields.related_descriptors import RelatedManager

    from events.models.actor import Participation


class Source(models.Model):
    """An article as evidence of an event: the engine's whole reading of one happening in one article."""

    article = models.ForeignKey(Article, on_delete=models.CASCADE, related_name="sources", verbose_name=_("article"))
    event = models.ForeignKey(Event, on_delete=models.CASCADE, related_name="sources", verbose_name=_("event"))
    run = models.ForeignKey(ExtractionRun, on_delete=models.CASCADE, related_name="sources")
    title = models.CharField(_("title"), max_length=200)
    edtf = models.CharField(_("date"), max_length=64)
    first_day = models.DateField(null=True)
    last_day = models.DateField(null=True)
    precision = models.CharField(max_length=12, choices=DatePrecision.choices)
    basis = models.CharField(_("basis"), max_length=12, choices=DateBasis.choices)
    anchor = models.CharField(_("anchor"), max_length=64, blank=True)
    type = models.CharField(_("type"), max_length=12, choices=EventType.choices)
    status = models.CharField(_("status"), max_length=12, choices=EventStatus.choices)
    confidence = models.FloatField(_("confidence"))
    salience = models.FloatField(_("salience"))
    place = models.ForeignKey(Place, on_delete=models.PROTECT, null=True, related_name="sources")
    link_reason = models.JSONField(default=dict, help_text="Why linking joined this article to the event.")
    stale = models.BooleanField(
        default=False, help_text="A later run no longer finds it; kept because an editor worked on the event."
    )

    if TYPE_CHECKING:
        mentions: RelatedManager[Mention]
        participations: RelatedManager[Participation]

    class Meta:
        ordering = ["article__publication_date", "id"]
        verbose_name = _("source")
        verbose_name_plural = _("sources")
        constraints = [
            ordered_days("first_day", "last_day", name="source_first_day_not_after_last"),
            share("confidence", name="source_confidence_is_share"),
            share("salience", name="source_salience_is_share"),
        ]

    def __str__(self) -> str:
        return self.title


class Mention(models.Model):
    """One place in one article that tells the event.  The database checks the quote against the body."""

    source = models.ForeignKey(Source, on_delete=models.CASCADE, related_name="mentions")
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    quote = models.TextField(_("quote"))
    time_expression = models.ForeignKey(
        TimeExpression, on_delete=models.SET_NULL, null=True, related_name="mentions", verbose_name=_("time expression")
    )
    rules = models.JSONField(_("rules"), default=list)

    class Meta:
        ordering = ["start"]
        verbose_name = _("mention")
        verbose_name_plural = _("mentions")
        constraints = [models.CheckConstraint(condition=Q(start__lt=F("end")), name="mention_span_not_empty")]

    def __str__(self) -> str:
        return self.quote
