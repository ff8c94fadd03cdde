"""The questions about events that site, API and admin share, as chainable QuerySet methods."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING, Self

from django.db import models
from django.db.backends.postgresql.psycopg_any import DateRange

from events.models.choices import Visibility
from events.models.place import Place
from events.models.words import WordsQuerySet

if TYPE_CHECKING:
    from events.models.event import Event  # noqa: F401 (named in a base class, as a string)


class EventQuerySet(WordsQuerySet["Event"]):
    """Questions about events; all methods can be chained."""

    def published(self) -> Self:
        """Events that readers may see."""
        return self.filter(visibility=Visibility.PUBLISHED)

    def to_review(self) -> Self:
        """Proposals that no editor has decided about yet."""
        return self.filter(visibility=Visibility.PROPOSED, merged_into=None)

    def known_as(self, number: int) -> Self:
        """The event with this number or, if it was merged, the event it was merged into."""
        merged = self.model.objects.filter(pk=number, merged_into__isnull=False)
        return self.filter(models.Q(pk=number) | models.Q(pk__in=merged.values("merged_into")))

    def between(self, first: date | None, last: date | None) -> Self:
        """Events whose days overlap the window, both ends included; None is an open end."""
        if first is None and last is None:
            return self
        return self.filter(days__overlap=DateRange(first, last, "[]"))

    def of_types(self, types: Iterable[str]) -> Self:
        return self.filter(type__in=list(types))

    def with_actor(self, key: str) -> Self:
        """Events in which any source names the actor with this key; chain it to ask for several actors together."""
        return self.filter(found_actors__contains=[key])

    def in_place(self, key: str) -> Self:
        """Events at the place with this key.

        The place's number is looked up first, because PostgreSQL chooses its plan by how many events a place has.  An
        unknown key becomes a number that no place has, so that it takes the same query as a known place without events.
        """
        place = Place.objects.filter(key=key).values_list("pk", flat=True).first()
        return self.filter(shown_place=place or 0)

    def in_languages(self, *languages: str) -> Self:
        """Events with a source in any of these languages."""
        return self.filter(found_languages__overlap=list(languages))

    def from_outlets(self, *outlets: int) -> Self:
        """Events with a source from any of these outlets, by primary key."""
        return self.filter(found_outlets__overlap=list(outlets))

    def most_salient(self, limit: int) -> Self:
        """The ``limit`` most salient events; days and number break ties, so that the order is always the same."""
        return self.order_by("-salience", "first_day", "pk")[:limit]

    def in_order(self) -> Self:
        """In the order of the timeline: by first day, then last day; open starts come first, open ends last."""
        return self.order_by(models.F("first_day").asc(nulls_first=True), "last_day", "pk")
