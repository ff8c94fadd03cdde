"""Curated timelines: a saved filter with a title and an introduction."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _


class TimelineQuerySet(models.QuerySet["Timeline"]):
    def published(self) -> TimelineQuerySet:
        return self.filter(is_published=True)


class Timeline(models.Model):
    """A timeline that an editor made: the published events that its filter lets through."""

    slug = models.SlugField(_("address"), max_length=80, unique=True)
    title_ar = models.CharField(_("title (Arabic)"), max_length=200, blank=True)
    title_en = models.CharField(_("title (English)"), max_length=200, blank=True)
    introduction_ar = models.TextField(_("introduction (Arabic)"), blank=True)
    introduction_en = models.TextField(_("introduction (English)"), blank=True)
    filter = models.JSONField(
        _("filter"),
        default=dict,
        blank=True,
        help_text=_('As in an address: {"type": ["AGREE"], "actor": ["RUS"], "q": "…", "from": "2020-01-01"}'),
    )
    is_published = models.BooleanField(_("published"), default=False)

    objects = TimelineQuerySet.as_manager()

    class Meta:
        ordering = ["slug"]
        verbose_name = _("timeline")
        verbose_name_plural = _("timelines")
        constraints = [
            models.CheckConstraint(condition=~Q(title_ar="", title_en=""), name="timeline_has_title"),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("site:timeline", args=[self.slug])

    @property
    def title(self) -> str:
        return self._in_language("title")

    @property
    def introduction(self) -> str:
        return self._in_language("introduction")

    def _in_language(self, field: str) -> str:
        """The field in the interface's language, or in the other where that is blank."""
        own, other = ("ar", "en") if (get_language() or "").startswith("ar") else ("en", "ar")
        return getattr(self, f"{field}_{own}") or getattr(self, f"{field}_{other}")
