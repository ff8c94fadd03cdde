"""Events in the newsroom's words: chainable verbs that site, API and admin share."""

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
    """Events as readers, clients and editors ask for them."""

    def published(self) -> Self:
        """What readers may see."""
        return self.filter(visibility=Visibility.PUBLISHED)

    def to_review(self) -> Self:
        """Proposals that no editor has decided on."""
        return self.filter(visibility=Visibility.PROPOSED, merged_into=None)

    def known_as(self, number: int) -> Self:
        """The event of this number, or the one that it lives on in after a merge."""
        merged = self.model.objects.filter(pk=number, merged_into__isnull=False)
        return self.filter(models.Q(pk=number) | models.Q(pk__in=merged.values("merged_into")))

    def between(self, first: date | None, last: date | None) -> Self:
        """Those whose days meet the window, both ends included; None is an open end."""
        if first is None and last is None:
            return self
        return self.filter(days__overlap=DateRange(first, last, "[]"))

    def of_types(self, types: Iterable[str]) -> Self:
        return self.filter(type__in=list(types))

    def with_actor(self, key: str) -> Self:
        """Those in which any source names the actor; chain it to ask for several together."""
        return self.filter(found_actors__contains=[key])

    def in_place(self, key: str) -> Self:
        """Those at the place; its number is looked up first: how full a place is decides how PostgreSQL seeks.

        A place that nobody knows is asked for like one where nothing was published: by a number that none has.
        """
        place = Place.objects.filter(key=key).values_list("pk", flat=True).first()
        return self.filter(shown_place=place or 0)

    def told_in(self, *languages: str) -> Self:
        """Those with a source in any of these languages."""
        return self.filter(found_languages__overlap=list(languages))

    def told_by(self, *outlets: int) -> Self:
        """Those with a source of any of these outlets."""
        return self.filter(found_outlets__overlap=list(outlets))

    def most_salient(self, limit: int) -> Self:
        """The ``limit`` that matter most, in an order that never changes by chance."""
        return self.order_by("-salience", "first_day", "pk")[:limit]

    def in_order(self) -> Self:
        """The order of the timeline: by first day, then by last; open starts first, open ends last."""
        return self.order_by(models.F("first_day").asc(nulls_first=True), "last_day", "pk")
