"""Who takes part in an event and where it takes place, named in the interface's language."""

from __future__ import annotations

from dataclasses import dataclass

from events.models import Event


@dataclass(frozen=True, slots=True)
class Named:
    """A place or an actor under its key."""

    key: str
    name: str


@dataclass(frozen=True, slots=True)
class Cast:
    """An actor and the part it has: "actor" or "target"."""

    key: str
    name: str
    role: str


def cast_of(event: Event, language: str) -> tuple[Cast, ...]:
    """Each actor once a role, in the order of the sources; needs ``with_evidence``."""
    parts = (part for source in event.sources.all() for part in source.participations.all())
    return tuple(dict.fromkeys(Cast(part.actor.key, part.actor.name_in(language), part.role) for part in parts))


def place_of(event: Event, language: str) -> Named | None:
    place = event.place
    return Named(place.key, place.name_in(language)) if place else None
