"""The history of events: every decision that an editor made, never changed or deleted."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from events.models.event import Event
from events.models.history import EditorsChange
from events.models.source import Source


class Decision(EditorsChange):
    """One decision by one editor about one event."""

    class Action(models.TextChoices):
        ADD = "add", _("added")
        EDIT = "edit", _("edited")
        PUBLISH = "publish", _("published")
        HIDE = "hide", _("hidden")
        WITHDRAW = "withdraw", _("returned to proposals")
        MERGE = "merge", _("merged")
        UNMERGE = "unmerge", _("unmerged")
        DETACH = "detach", _("source removed")
        ACCEPT = "accept", _("source accepted")
        REFUSE = "refuse", _("source rejected")

    event = models.ForeignKey(Event, on_delete=models.CASCADE, related_name="decisions", verbose_name=_("event"))
    action = models.CharField(_("decision"), max_length=10, choices=Action.choices)

    class Meta(EditorsChange.Meta):
        verbose_name = _("decision")
        verbose_name_plural = _("decisions")

    def __str__(self) -> str:
        return f"{self.get_action_display()} · {self.editor}"


class KeptApart(models.Model):
    """An editor decided that this source does not report that event; linking never joins them again."""

    source = models.ForeignKey(Source, on_delete=models.CASCADE, related_name="kept_apart")
    event = models.ForeignKey(Event, on_delete=models.CASCADE, related_name="kept_apart")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["source", "event"], name="kept_apart_said_once")]

    def __str__(self) -> str:
        return f"{self.source_id} ≠ {self.event_id}"
