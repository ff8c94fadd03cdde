"""Runs of the engine over articles, and the time expressions that they found."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from events.models.article import Article
from events.models.choices import DateBasis, RunOutcome
from events.models.reasons import reason_words


class ExtractionRun(models.Model):
    """One run of the engine over one article: which version, when, and how it ended."""

    article = models.ForeignKey(Article, on_delete=models.CASCADE, related_name="runs", verbose_name=_("article"))
    engine_version = models.CharField(_("engine version"), max_length=40)
    language = models.CharField(_("language"), max_length=8, blank=True, choices=settings.LANGUAGES)
    started_at = models.DateTimeField(_("started"), default=timezone.now)
    finished_at = models.DateTimeField(_("finished"), null=True, blank=True)
    outcome = models.CharField(_("outcome"), max_length=12, choices=RunOutcome.choices, default=RunOutcome.RUNNING)
    #: A ``Reason``, and the values for the placeholders of its sentence.
    error = models.CharField(_("error"), max_length=40, blank=True)
    error_values = models.JSONField(default=dict, editable=False)
    current = models.BooleanField(
        _("current"), default=False, help_text=_("The extraction whose events and dates the article shows.")
    )
    shown = models.BooleanField(
        default=False,
        editable=False,
        help_text="The first run of which an editor accepted a source: readers see its dates.",
    )

    class Meta:
        ordering = ["-started_at"]
        verbose_name = _("extraction")
        verbose_name_plural = _("extraction log")
        constraints = [
            models.UniqueConstraint(
                fields=["article"], condition=Q(outcome=RunOutcome.RUNNING), name="run_one_live_per_article"
            ),
            models.UniqueConstraint(fields=["article"], condition=Q(current=True), name="run_one_current_per_article"),
            models.UniqueConstraint(fields=["article"], condition=Q(shown=True), name="run_one_shown_per_article"),
            models.CheckConstraint(condition=Q(outcome__in=RunOutcome.values), name="run_outcome_known"),
            models.CheckConstraint(
                condition=Q(outcome=RunOutcome.RUNNING) ^ Q(finished_at__isnull=False), name="run_finished_has_time"
            ),
            models.CheckConstraint(condition=Q(current=False) | Q(outcome=RunOutcome.DONE), name="run_current_is_done"),
        ]

    def __str__(self) -> str:
        started = timezone.localtime(self.started_at)
        # Isolated: between Arabic words the day and the time of day would change places.
        return f"#{self.article_id} · \u2066{started:%Y-%m-%d %H:%M:%S}\u2069 · {self.get_outcome_display()}"

    @property
    def error_words(self) -> str:
        """Why the run failed, in the active language; "" where it did not."""
        return reason_words(self.error, self.error_values)


class TimeExpression(models.Model):
    """A time expression (TIMEX3) that one run found.  A trigger checks that the body holds ``text`` at ``start``."""

    run = models.ForeignKey(ExtractionRun, on_delete=models.CASCADE, related_name="time_expressions")
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    text = models.TextField()
    type = models.CharField(max_length=8)
    value = models.CharField(max_length=64)
    edtf = models.CharField(max_length=64, blank=True)
    basis = models.CharField(max_length=12, choices=DateBasis.choices, blank=True)
    anchor = models.CharField(max_length=64, blank=True)
    rules = models.JSONField(default=list)

    class Meta:
        ordering = ["start", "end", "id"]
        verbose_name = _("time expression")
        verbose_name_plural = _("time expressions")
        constraints = [
            models.CheckConstraint(condition=Q(start__lt=F("end")), name="time_expression_span_not_empty"),
        ]

    def __str__(self) -> str:
        return f"{self.text} → {self.edtf or self.value}"
