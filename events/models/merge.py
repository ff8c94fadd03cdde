"""What editors took for one event: who was merged into whom, and what it takes to part them again.

Merges are a tree that can be taken apart in any order.  ``Merge.survivor`` is the event that the editor chose;
``Event.merged_into`` is the root of the tree, the one event that readers and clients are led to.  ``Source.home`` says
which event of the tree an article's source belongs to, and its ``event`` is always the root.
"""

from __future__ import annotations

from typing import Self

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from events.models.choices import Visibility
from events.models.event import Event


class MergeQuerySet(models.QuerySet["Merge"]):
    def live(self) -> Self:
        """Merges that have not been undone."""
        return self.filter(undone_at=None)


class Merge(models.Model):
    """An editor's decision that ``event`` is the same as ``survivor``.  The row stays when it is undone."""

    event = models.ForeignKey(Event, models.CASCADE, related_name="merges", verbose_name=_("event"))
    survivor = models.ForeignKey(Event, models.CASCADE, related_name="absorbed", verbose_name=_("merged into"))
    #: None for old merges whose editor is not known any more.
    editor = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name=_("editor")
    )
    at = models.DateTimeField(_("time"), default=timezone.now)
    visibility = models.CharField(
        max_length=10, choices=Visibility.choices, help_text="The event's own, which it gets back."
    )
    published_at = models.DateTimeField(null=True, help_text="Since when readers saw the event, which it gets back.")
    articles = ArrayField(
        models.BigIntegerField(),
        default=list,
        help_text="Numbers of articles that told the event, or one merged into it, and not the survivor: whatever "
        "a later run reads of it in them belongs to the event.",
    )
    took = models.JSONField(
        default=dict,
        help_text='Words of the survivor that this merge changed: {"title_en": {"before", "after", "of"}, "date": …}.',
    )
    undone_at = models.DateTimeField(null=True)
    undone_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")

    objects = MergeQuerySet.as_manager()

    class Meta:
        ordering = ["at", "id"]
        verbose_name = _("merge")
        verbose_name_plural = _("merges")
        constraints = [
            models.UniqueConstraint(fields=["event"], condition=Q(undone_at=None), name="merge_live_once_an_event"),
            models.CheckConstraint(condition=~Q(event=F("survivor")), name="merge_not_into_itself"),
            models.CheckConstraint(condition=Q(visibility__in=Visibility.values), name="merge_visibility_known"),
        ]

    def __str__(self) -> str:
        return f"{self.event_id} → {self.survivor_id}"
