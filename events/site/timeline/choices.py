"""What the form offers before the script has counted: everything of the short lists, and the actors on the page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.conf import settings
from django.utils.translation import gettext_lazy as _

from events.models import Event
from events.models.choices import EventType
from events.queries.filters import Filters
from events.queries.subjects.published import shown_actors

#: What a picture can be parted by, in the order in which it is offered.
LANE_NAMES = {
    "type": _("Type"), "actor": _("Actor"), "place": _("Place"), "source": _("Outlet"),
    "lang": _("Source language"), "status": _("Status"),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Choices:
    """Value and name of each choice.  Counting them all would cost more than the rest of the page."""

    type: Sequence[tuple[str, str]]
    actor: Sequence[tuple[str, str]]
    lang: Sequence[tuple[str, str]]
    lanes: Sequence[tuple[str, str]]


def page_choices(events: Sequence[Event], filters: Filters, language: str) -> Choices:
    """Actors are those of these events and the chosen ones, by name."""
    seen = Event.objects.filter(pk__in=[event.pk for event in events]).values_list("found_actors", flat=True)
    keys = {key for named in seen for key in named} | set(filters.actors)
    actors = sorted((actor.name_in(language), actor.key) for actor in shown_actors().filter(key__in=keys))
    return Choices(
        type=[(value, str(label)) for value, label in EventType.choices],
        actor=[(key, name) for name, key in actors],
        lang=[(code, str(name)) for code, name in settings.LANGUAGES],
        lanes=[(kind, str(name)) for kind, name in LANE_NAMES.items()],
    )
