"""The choices in the form before the script has fetched counts: types, languages, and the actors on the page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.conf import settings
from django.utils.translation import gettext_lazy as _

from events.models import Event
from events.models.choices import EventType
from events.queries.filters import Filters
from events.queries.subjects.published import shown_actors

#: What lanes can be divided by, in the order of the form.
LANE_NAMES = {
    "type": _("Type"), "actor": _("Actor"), "place": _("Place"), "source": _("Outlet"),
    "lang": _("Source language"), "status": _("Status"),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Choices:
    """(value, name) of each choice.  There are no counts, as counting would take longer than the rest of the page."""

    type: Sequence[tuple[str, str]]
    actor: Sequence[tuple[str, str]]
    lang: Sequence[tuple[str, str]]
    lanes: Sequence[tuple[str, str]]


def page_choices(events: Sequence[Event], filters: Filters, language: str) -> Choices:
    """The choices for a page; its actors are those of these events and the chosen ones, sorted by name."""
    seen = Event.objects.filter(pk__in=[event.pk for event in events]).values_list("found_actors", flat=True)
    keys = {key for named in seen for key in named} | set(filters.actors)
    actors = sorted((actor.name_in(language), actor.key) for actor in shown_actors().filter(key__in=keys))
    return Choices(
        type=[(value, str(label)) for value, label in EventType.choices],
        actor=[(key, name) for name, key in actors],
        lang=[(code, str(name)) for code, name in settings.LANGUAGES],
        lanes=[(kind, str(name)) for kind, name in LANE_NAMES.items()],
    )
