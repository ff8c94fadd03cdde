"""The cover picture of a curated timeline, and the history of its changes."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from events.models.history import EditorsChange
from events.models.timeline import Timeline, in_language


class Cover(models.Model):
    """The picture of a timeline, re-encoded as WebP by the desk; the uploaded bytes are never stored.

    It is stored in the database, so that a backup of the database is a backup of everything.
    """

    timeline = models.OneToOneField(Timeline, models.CASCADE, related_name="cover", verbose_name=_("timeline"))
    picture = models.BinaryField()
    digest = models.CharField(max_length=64, db_index=True)
    width = models.PositiveSmallIntegerField()
    height = models.PositiveSmallIntegerField()
    alt_ar = models.CharField(_("alternative text (Arabic)"), max_length=250, blank=True)
    alt_en = models.CharField(_("alternative text (English)"), max_length=250, blank=True)

    class Meta:
        verbose_name = _("cover picture")
        verbose_name_plural = _("cover pictures")
        constraints = [
            models.CheckConstraint(condition=~Q(alt_ar="", alt_en=""), name="cover_is_described"),
            models.CheckConstraint(condition=Q(width__gt=0, height__gt=0), name="cover_has_size"),
        ]

    def __str__(self) -> str:
        return self.alt

    def get_absolute_url(self) -> str:
        return reverse("cover", args=[self.digest])

    @property
    def alt(self) -> str:
        """The text alternative of the picture, in the interface's language."""
        return in_language(self, "alt")


class Curation(EditorsChange):
    """One change of one timeline by one editor."""

    timeline = models.ForeignKey(Timeline, models.CASCADE, related_name="curations", verbose_name=_("timeline"))

    class Meta(EditorsChange.Meta):
        verbose_name = _("timeline change")
        verbose_name_plural = _("timeline changes")

    def __str__(self) -> str:
        return f"{self.timeline} · {self.editor}"
