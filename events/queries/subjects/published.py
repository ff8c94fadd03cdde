"""Actors, places and outlets that have a published event; readers must not learn of any others.

Keys can be guessed.  Asking for an actor that only unpublished events mention must give the same answer as asking for
one that does not exist.  So every answer to readers that contains names takes them from here.
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
    """A condition: there is a published event with this value, according to the tallies."""
    return Exists(Tally.objects.filter(facet=facet, value=value, length=CELL, count__gt=0))
