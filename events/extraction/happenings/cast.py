"""Who took part, and where: the names in an event's clauses."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from events.extraction.happenings.candidate import Candidate
from events.extraction.names import Name, NameKind
from events.extraction.types import Actor, Place

_MOST = 6


def actors(candidates: Sequence[Candidate], names: Sequence[Name], *, subject_first: bool) -> tuple[Actor, ...]:
    """The participants, each once; the first of a clause acts, those behind it are acted upon."""
    found: dict[str, Actor] = {}
    for candidate in candidates:
        for name, role in _roles(candidate, names, subject_first=subject_first):
            actor = name.as_actor(role)
            found.setdefault(actor.key or actor.name, actor)
    return tuple(found.values())[:_MOST]


def _roles(candidate: Candidate, names: Sequence[Name], *, subject_first: bool) -> Iterator[tuple[Name, str]]:
    trigger = candidate.trigger
    acting = True
    for name in _within(candidate, names):
        if name.kind in (NameKind.CITY, NameKind.PLACE):
            continue
        if subject_first and trigger.finite:
            acting = (name.first < trigger.first) is not trigger.passive
        yield name, "actor" if acting else "target"
        acting = acting and subject_first


def places(candidates: Sequence[Candidate], names: Sequence[Name]) -> tuple[Place, ...]:
    """Where it took place, each place once: cities and places before the countries they are in."""
    found: dict[str, Place] = {}
    located = [name for candidate in candidates for name in _within(candidate, names) if name.locates]
    for name in sorted(located, key=lambda name: name.kind is NameKind.COUNTRY):
        place = name.as_place()
        found.setdefault(place.key or place.name, place)
    return tuple(found.values())[:_MOST]


def _within(candidate: Candidate, names: Sequence[Name]) -> list[Name]:
    return [name for name in names if candidate.first <= name.first < candidate.last]
