"""Naming actors and places by hand."""

from __future__ import annotations

from django.db.models import Q

from events.desk.aggregate import refresh_events
from events.desk.locking import in_turn
from events.models import Actor, Event, Place
from events.models.lines import check_lines


@in_turn
def rename(*, named: Actor | Place, names: dict[str, str]) -> None:
    """Set the names of an actor or place, by language, and update the search terms of its events.

    The row is then kept even if no text names it any more.  Raises ValidationError by language.
    """
    check_lines(**names)
    if type(named).objects.filter(pk=named.pk, names=names).exists():
        return
    named.names, named.named_by_editor = names, True
    named.save()
    if isinstance(named, Actor):
        concerned = Q(sources__participations__actor=named)
    else:
        concerned = Q(set_place=named) | Q(found_place=named)
    refresh_events(Event.objects.filter(concerned).values_list("pk", flat=True).distinct())
