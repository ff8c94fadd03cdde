"""The participants and the place of an event, with names in the interface's language."""

from __future__ import annotations

from dataclasses import dataclass

from events.models import Event


@dataclass(frozen=True, slots=True)
class Named:
    """A place: its key and its name."""

    key: str
    name: str


@dataclass(frozen=True, slots=True)
class Participant:
    """An actor and its role, "actor" or "target"."""

    key: str
    name: str
    role: str


def participants_of(event: Event, language: str) -> tuple[Participant, ...]:
    """The participants of an event fetched ``with_evidence``, each once for each role, in the order of the sources."""
    parts = (part for source in event.sources.all() for part in source.participations.all())
    return tuple(dict.fromkeys(Participant(part.actor.key, part.actor.name_in(language), part.role) for part in parts))


def place_of(event: Event, language: str) -> Named | None:
    place = event.place
    return Named(place.key, place.name_in(language)) if place else None
