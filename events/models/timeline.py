"""Curated timelines: a saved filter with a title, an introduction, hand-picked events and eras."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from events.edtf import parse
from events.models.dated import ordered_days, read_date
from events.models.directions import closed
from events.models.lines import check_lines
from events.models.words import FoundByWords, WordsQuerySet


class TimelineQuerySet(WordsQuerySet["Timeline"]):
    def published(self) -> TimelineQuerySet:
        """Timelines that readers may see, with their covers but without the bytes of the pictures."""
        return self.filter(is_published=True).select_related("cover").defer("cover__picture")

    def called(self, slug: str) -> TimelineQuerySet:
        """The timeline with this slug, as typed by anybody.  A null character, which PostgreSQL refuses, finds none."""
        return self.none() if "\x00" in slug else self.filter(slug=slug)


class Timeline(FoundByWords):
    """A timeline made by an editor: the published events that pass its filter, plus pinned and minus hidden ones."""

    SEARCHED = frozenset({"slug", "title_ar", "title_en"})

    slug = models.SlugField(_("URL"), max_length=80, unique=True)
    title_ar = models.CharField(_("title (Arabic)"), max_length=200, blank=True)
    title_en = models.CharField(_("title (English)"), max_length=200, blank=True)
    introduction_ar = models.TextField(_("introduction (Arabic)"), blank=True)
    introduction_en = models.TextField(_("introduction (English)"), blank=True)
    filter = models.JSONField(
        _("filter"),
        default=dict,
        blank=True,
        help_text=_('As in a URL: {"type": ["AGREE"], "actor": ["RUS"], "q": "…", "from": "2020-01-01"}'),
    )
    is_published = models.BooleanField(_("Published"), default=False)

    objects = TimelineQuerySet.as_manager()

    class Meta(FoundByWords.Meta):
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

    def clean(self) -> None:
        check_lines(title_ar=self.title_ar, title_en=self.title_en)

    @property
    def title(self) -> str:
        return in_language(self, "title")

    @property
    def introduction(self) -> str:
        return in_language(self, "introduction")


class TimelinePick(models.Model):
    """An event that an editor pinned to a timeline or hid from it, whether it passes the filter or not."""

    class Kind(models.TextChoices):
        PINNED = "pinned", _("Pinned: always shown, first of all")
        HIDDEN = "hidden", _("Hidden: never shown")

    timeline = models.ForeignKey(Timeline, models.CASCADE, related_name="picks", verbose_name=_("timeline"))
    event = models.ForeignKey(
        "events.Event", models.CASCADE, related_name="picks", verbose_name=_("event"),
        limit_choices_to={"merged_into": None},
    )  # fmt: skip
    kind = models.CharField(_("pin or hide"), max_length=6, choices=Kind.choices, default=Kind.PINNED)
    through_merge = models.BooleanField(
        default=False, editable=False, help_text="Pinned in place of an event that was merged into it, until it leaves."
    )

    class Meta:
        ordering = ["kind", "pk"]
        verbose_name = _("pinned or hidden event")
        verbose_name_plural = _("pinned and hidden events")
        constraints = [
            models.UniqueConstraint(
                fields=["timeline", "event"],
                name="pick_once_a_timeline",
                violation_error_message=_("This event is already pinned or hidden."),
            ),
            models.CheckConstraint(condition=Q(kind__in=["pinned", "hidden"]), name="pick_kind_is_known"),
        ]

    def __str__(self) -> str:
        return f"{self.event} ({self.get_kind_display()})"


class Era(models.Model):
    """A named stretch of time, drawn behind the events: "the truce", "the second cabinet".

    ``edtf`` is what the editor wrote; ``first_day`` and ``last_day`` are computed from it on saving, None for an open
    end.
    """

    class Colour(models.TextChoices):
        SAND = "sand", _("Sand")
        SKY = "sky", _("Sky")
        LEAF = "leaf", _("Leaf")
        ROSE = "rose", _("Rose")

    timeline = models.ForeignKey(Timeline, models.CASCADE, related_name="eras", verbose_name=_("timeline"))
    title_ar = models.CharField(_("title (Arabic)"), max_length=120, blank=True)
    title_en = models.CharField(_("title (English)"), max_length=120, blank=True)
    edtf = models.CharField(_("period (EDTF)"), max_length=60, help_text=_("For example 2020-03/2021-06 or 2022/.."))
    first_day = models.DateField(null=True, editable=False)
    last_day = models.DateField(null=True, editable=False)
    colour = models.CharField(_("colour"), max_length=4, choices=Colour.choices, default=Colour.SAND)

    class Meta:
        ordering = [models.F("first_day").asc(nulls_first=True), "pk"]
        verbose_name = _("era")
        verbose_name_plural = _("eras")
        constraints = [
            models.CheckConstraint(condition=~Q(title_ar="", title_en=""), name="era_has_title"),
            models.CheckConstraint(condition=Q(colour__in=["sand", "sky", "leaf", "rose"]), name="era_colour_is_known"),
            ordered_days("first_day", "last_day", name="era_days_in_order"),
        ]

    def __str__(self) -> str:
        return self.title

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Raises EdtfError if ``edtf`` is not a valid date."""
        when = parse(self.edtf)
        self.edtf = when.text
        self.first_day, self.last_day = when.first, when.last
        super().save(*args, **kwargs)

    def clean(self) -> None:
        """Raises ValidationError if there is no title or the date is not valid."""
        check_lines(title_ar=self.title_ar, title_en=self.title_en)
        if not (self.title_ar or self.title_en):
            raise ValidationError({"title_en": _("Enter a title in at least one language.")})
        try:
            read_date(self.edtf)
        except ValidationError as fault:
            raise ValidationError({"edtf": fault}) from fault

    @property
    def title(self) -> str:
        return in_language(self, "title")


def in_language(row: models.Model, field: str) -> str:
    """The value of ``<field>_ar`` or ``<field>_en``: in the interface's language, or in the other if that is blank."""
    own, other = ("ar", "en") if (get_language() or "").startswith("ar") else ("en", "ar")
    return closed(getattr(row, f"{field}_{own}") or getattr(row, f"{field}_{other}"))
