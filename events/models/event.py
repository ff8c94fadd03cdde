"""Events: what the timeline shows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.conf import settings
from django.contrib.postgres.fields import ArrayField, DateRangeField
from django.contrib.postgres.indexes import GinIndex, GistIndex
from django.contrib.postgres.search import SearchVectorField
from django.db import models
from django.db.models import Case, F, Func, Q, Value, When
from django.db.models.functions import Coalesce
from django.urls import reverse
from django.utils import timezone
from django.utils.text import slugify
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from events.models.choices import DateBasis, DatePrecision, EventStatus, EventType, Visibility, label_of
from events.models.dated import ordered_days, share
from events.models.directions import closed
from events.models.place import Place
from events.models.querysets import EventQuerySet
from events.models.words import LEXEMES, terms_index

if TYPE_CHECKING:
    from django.db.models.fields.related_descriptors import RelatedManager

    from events.models.decision import Decision
    from events.models.source import Source


def shown_column(column: str, output: models.Field) -> models.GeneratedField:
    """A generated column: the value that an editor set, else the value that the engine found."""
    return models.GeneratedField(
        expression=Case(When(~Q(**{f"set_{column}": ""}), then=F(f"set_{column}")), default=F(f"found_{column}")),
        output_field=output,
        db_persist=True,
    )


def shown_day(column: str) -> models.GeneratedField:
    """A generated first or last day.  An editor's date replaces both, even where one of its ends is open (null)."""
    return models.GeneratedField(
        expression=Case(When(~Q(set_edtf=""), then=F(f"set_{column}")), default=F(f"found_{column}")),
        output_field=models.DateField(null=True),
        db_persist=True,
    )


def middle_day(origin: str) -> Coalesce:
    """The day halfway between first and last day of the "found" or the "set" date.

    Of two middle days it is the later one; of an open interval it is the end that is known.
    """
    first, last = F(f"{origin}_first_day"), F(f"{origin}_last_day")
    half = Func(last, first, arg_joiner=" - ", template="((%(expressions)s + 1) / 2)")
    middle = Func(first, half, arg_joiner=" + ", template="(%(expressions)s)", output_field=models.DateField(null=True))
    return Coalesce(middle, first, last)


class Event(models.Model):
    """What the timeline shows: a cluster of sources, and what editors decided about it."""

    # --- what the engine found, computed from all sources (``desk/aggregate.py``)
    found_titles = models.JSONField(default=dict, editable=False)
    found_edtf = models.CharField(max_length=64, blank=True, editable=False)
    found_first_day = models.DateField(null=True, editable=False)
    found_last_day = models.DateField(null=True, editable=False)
    found_precision = models.CharField(max_length=12, choices=DatePrecision.choices, blank=True, editable=False)
    found_basis = models.CharField(max_length=12, choices=DateBasis.choices, blank=True, editable=False)
    found_type = models.CharField(max_length=12, choices=EventType.choices, blank=True, editable=False)
    found_status = models.CharField(max_length=12, choices=EventStatus.choices, blank=True, editable=False)
    found_place = models.ForeignKey(
        Place, on_delete=models.PROTECT, null=True, blank=True, related_name="found_events", editable=False
    )
    found_languages = ArrayField(models.CharField(max_length=8), default=list, editable=False)
    #: Keys of actors.  Their roles stand with each source (``Participation``).
    found_actors = ArrayField(models.CharField(max_length=200), default=list, editable=False)
    #: Primary keys of the outlets whose articles are sources of the event.
    found_outlets = ArrayField(models.BigIntegerField(), default=list, editable=False)
    salience = models.FloatField(_("importance"), default=0.5, editable=False)
    confidence = models.FloatField(_("confidence"), default=1.0, editable=False)
    source_count = models.PositiveIntegerField(_("sources"), default=0, editable=False)
    search_terms = models.TextField(blank=True, editable=False)

    # --- what editors decided
    set_titles = models.JSONField(_("titles"), default=dict, blank=True)
    set_edtf = models.CharField(_("date"), max_length=64, blank=True)
    set_first_day = models.DateField(null=True, editable=False)
    set_last_day = models.DateField(null=True, editable=False)
    set_precision = models.CharField(max_length=12, choices=DatePrecision.choices, blank=True, editable=False)
    set_type = models.CharField(_("type"), max_length=12, choices=EventType.choices, blank=True)
    set_status = models.CharField(_("status"), max_length=12, choices=EventStatus.choices, blank=True)
    set_place = models.ForeignKey(
        Place, on_delete=models.PROTECT, null=True, blank=True, related_name="set_events", verbose_name=_("place")
    )
    visibility = models.CharField(
        _("visibility"), max_length=10, choices=Visibility.choices, default=Visibility.PROPOSED
    )
    #: The event that it was merged into, which is never itself merged.  See ``models/merge.py`` for the steps.
    merged_into = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="merged", editable=False
    )
    added_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+", editable=False
    )

    # --- what is shown
    titles = models.GeneratedField(
        expression=Func(F("found_titles"), F("set_titles"), template="(%(expressions)s)", arg_joiner=" || "),
        output_field=models.JSONField(),
        db_persist=True,
    )
    edtf = shown_column("edtf", models.CharField(_("date"), max_length=64))
    first_day = shown_day("first_day")
    last_day = shown_day("last_day")
    days = models.GeneratedField(
        expression=Func(
            Case(When(~Q(set_edtf=""), then=F("set_first_day")), default=F("found_first_day")),
            Case(When(~Q(set_edtf=""), then=F("set_last_day")), default=F("found_last_day")),
            Value("[]"),
            function="daterange",
        ),
        output_field=DateRangeField(),
        db_persist=True,
    )
    # The day on which the event is counted, so that a long event counts once (``events.queries.counting.histogram``).
    middle_day = models.GeneratedField(
        expression=Case(When(~Q(set_edtf=""), then=middle_day("set")), default=middle_day("found")),
        output_field=models.DateField(null=True),
        db_persist=True,
    )
    precision = models.GeneratedField(
        expression=Case(When(~Q(set_edtf=""), then=F("set_precision")), default=F("found_precision")),
        output_field=models.CharField(_("precision"), max_length=12, choices=DatePrecision.choices),
        db_persist=True,
    )
    basis = models.GeneratedField(
        expression=Case(When(~Q(set_edtf=""), then=Value(DateBasis.EDITOR.value)), default=F("found_basis")),
        output_field=models.CharField(_("basis"), max_length=12, choices=DateBasis.choices),
        db_persist=True,
    )
    type = shown_column("type", models.CharField(_("type"), max_length=12, choices=EventType.choices))
    status = shown_column("status", models.CharField(_("status"), max_length=12, choices=EventStatus.choices))
    # A plain number, because a generated column cannot be a foreign key; use ``place`` for the row.
    shown_place = models.GeneratedField(
        expression=Coalesce(F("set_place"), F("found_place")),
        output_field=models.BigIntegerField(null=True),
        db_persist=True,
    )
    search = models.GeneratedField(expression=LEXEMES, output_field=SearchVectorField(), db_persist=True)

    # --- timestamps; triggers set the last two (``migrations/_stamps.py``), whoever writes
    created_at = models.DateTimeField(auto_now_add=True)
    #: When an editor last published it; null while it is not published.
    published_at = models.DateTimeField(_("Published"), null=True, editable=False)
    #: When something that readers see of it last changed; a run that finds the same again does not change it.
    updated_at = models.DateTimeField(default=timezone.now, editable=False)

    objects = EventQuerySet.as_manager()

    if TYPE_CHECKING:
        sources: RelatedManager[Source]
        decisions: RelatedManager[Decision]

    class Meta:
        ordering = ["first_day", "last_day", "id"]
        verbose_name = _("event")
        verbose_name_plural = _("events")
        permissions = [("publish_event", _("Can publish and hide events"))]
        indexes = [
            models.Index(fields=["visibility", "first_day"], name="event_by_first_day"),
            GinIndex(fields=["found_actors"], name="event_by_actors"),
            GinIndex(fields=["found_outlets"], name="event_by_outlets"),
            models.Index(
                fields=["type", "first_day"],
                include=["days", "status", "found_languages", "found_actors", "salience", "id"],
                condition=Q(visibility=Visibility.PUBLISHED),
                name="event_shown_by_type",
            ),
            models.Index(
                fields=["shown_place", "first_day"],
                include=["days", "type", "status", "found_languages", "found_actors", "salience", "id"],
                condition=Q(visibility=Visibility.PUBLISHED),
                name="event_shown_by_place",
            ),
            # For the order of ``in_order``.
            models.Index(
                F("first_day").asc(nulls_first=True),
                "last_day",
                "id",
                condition=Q(visibility=Visibility.PUBLISHED),
                name="event_shown_in_order",
            ),
            # For the order of ``most_salient``.  The columns that filters need are included, so that a window is
            # answered from the index alone.
            models.Index(
                fields=["-salience", "first_day", "id"],
                include=["days", "type", "status", "found_languages", "found_actors", "found_outlets", "shown_place"],
                condition=Q(visibility=Visibility.PUBLISHED),
                name="event_shown_by_salience",
            ),
            # For the order of feeds.
            models.Index(
                fields=["-updated_at", "-id"],
                condition=Q(visibility=Visibility.PUBLISHED),
                name="event_shown_by_change",
            ),
            GistIndex(fields=["days"], name="event_by_days"),
            GistIndex(
                fields=["days"],
                include=[
                    "middle_day",
                    "salience",
                    "first_day",
                    "id",
                    "type",
                    "status",
                    "found_languages",
                    "found_actors",
                    "found_outlets",
                    "shown_place",
                ],
                condition=Q(visibility=Visibility.PUBLISHED),
                name="event_shown_by_days",
            ),
            terms_index("event_by_search"),
        ]
        constraints = [
            ordered_days("found_first_day", "found_last_day", name="event_found_first_day_not_after_last"),
            ordered_days("set_first_day", "set_last_day", name="event_set_first_day_not_after_last"),
            share("confidence", name="event_confidence_is_share"),
            share("salience", name="event_salience_is_share"),
            models.CheckConstraint(condition=Q(visibility__in=Visibility.values), name="event_visibility_known"),
            models.CheckConstraint(
                condition=Q(merged_into__isnull=True) | ~Q(visibility=Visibility.PUBLISHED),
                name="event_merged_is_not_shown",
            ),
            models.CheckConstraint(
                condition=~Q(visibility=Visibility.PUBLISHED) | ~Q(set_edtf="") | ~Q(found_edtf=""),
                name="event_shown_has_date",
            ),
            models.CheckConstraint(
                condition=Q(visibility=Visibility.PUBLISHED, published_at__isnull=False)
                | (~Q(visibility=Visibility.PUBLISHED) & Q(published_at__isnull=True)),
                name="event_shown_since_published",
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("site:event", args=[self.pk, slugify(self.title, allow_unicode=True) or "-"])

    @property
    def title(self) -> str:
        """The title in the interface's language, or in any other where there is none; "#12" where it has no title."""
        return self.title_in((get_language() or "en").split("-")[0])

    def title_in(self, language: str) -> str:
        return closed(self.titles.get(language) or next(iter(self.titles.values()), f"#{self.pk}"))

    @property
    def place(self) -> Place | None:
        return self.set_place or self.found_place

    # Django makes no get_…_display() for generated columns, hence these.
    @property
    def type_label(self) -> str:
        return label_of(EventType, self.type)

    @property
    def status_label(self) -> str:
        return label_of(EventStatus, self.status)

    @property
    def basis_label(self) -> str:
        return label_of(DateBasis, self.basis)

    @property
    def precision_label(self) -> str:
        return label_of(DatePrecision, self.precision)
