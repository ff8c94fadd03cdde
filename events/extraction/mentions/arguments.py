"""Who took part, and where: the names in an event's clauses."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from events.extraction.candidates.candidate import Candidate
from events.extraction.entities import Name, NameKind, NamesByPlace
from events.extraction.types import Actor, Place

_MOST = 6  # actors, and places, of an event; the rest are lists of names
#: Names with at most so many words between are one phrase ("Secretary of State Kerry").
_ONE_PHRASE = 1


def actors(candidates: Sequence[Candidate], names: NamesByPlace, *, subject_first: bool) -> tuple[Actor, ...]:
    """The participants, each once; the first of a clause acts, those behind it are acted upon."""
    found: dict[str, Actor] = {}
    for candidate in candidates:
        for name, role in _roles(candidate, names, subject_first=subject_first):
            actor = name.as_actor(role)
            found.setdefault(actor.key or actor.name, actor)
    return tuple(found.values())[:_MOST]


def _roles(candidate: Candidate, names: NamesByPlace, *, subject_first: bool) -> Iterator[tuple[Name, str]]:
    trigger, triggers = candidate.trigger, {one.first for one in candidate.triggers if not one.verb}
    acting, end = True, -1
    for name in names.within(candidate.first, candidate.last):
        if name.kind in (NameKind.CITY, NameKind.PLACE):
            continue
        if name.kind is NameKind.OTHER and not triggers.isdisjoint(range(name.first, name.last)):
            continue  # what happens takes no part in itself: "the Kobe Earthquake killed"
        if subject_first and trigger.finite:
            acting = (name.first < trigger.first) is not trigger.passive
        elif end >= 0 and name.first - end > _ONE_PHRASE:
            acting = False
        end = name.last
        yield name, "actor" if acting else "target"


def places(candidates: Sequence[Candidate], names: NamesByPlace) -> tuple[Place, ...]:
    """Where it took place, each place once: cities and places before the countries they are in."""
    found: dict[str, Place] = {}
    located = [
        name for candidate in candidates for name in names.within(candidate.first, candidate.last) if name.locates
    ]
    for name in sorted(located, key=lambda name: name.kind is NameKind.COUNTRY):
        place = name.as_place()
        found.setdefault(place.key or place.name, place)
    return tuple(found.values())[:_MOST]
