"""Actors, places and outlets that a published event has: all that readers may know of.

Whoever spells the key of one that only drafts mention must learn no more than of one that nobody ever mentioned, so
whatever names somebody in an answer to readers asks here.
"""

from __future__ import annotations

from django.db.models import Exists, OuterRef, QuerySet, TextField
from django.db.models.expressions import Combinable
from django.db.models.functions import Cast

from events.models import Actor, Outlet, Place, Tally
from events.models.tally import CELL


def shown_actors() -> QuerySet[Actor]:
    return Actor.objects.filter(_counted(Tally.Facet.ACTOR, OuterRef("key"))).order_by("key")


def shown_places() -> QuerySet[Place]:
    return Place.objects.filter(_counted(Tally.Facet.PLACE, OuterRef("key"))).order_by("key")


def shown_outlets() -> QuerySet[Outlet]:
    return Outlet.objects.filter(_counted(Tally.Facet.OUTLET, Cast(OuterRef("pk"), TextField()))).order_by("name")


def _counted(facet: Tally.Facet, value: Combinable) -> Exists:
    """The tallies count a published event that has the value."""
    return Exists(Tally.objects.filter(facet=facet, value=value, length=CELL, count__gt=0))
