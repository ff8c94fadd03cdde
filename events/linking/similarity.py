"""How well two candidates agree in their days, actors, roles, places and words."""

from __future__ import annotations

import re
from datetime import date, timedelta

from events.linking.types import LinkCandidate

_WORD = re.compile(r"[^\W_]{3,}")
#: In a longer stretch common days mean little, as most of a year's news falls into the year.
_LOOSE_DAYS = 366


def dates_agree(one: LinkCandidate, other: LinkCandidate) -> float:
    """How well the days agree: 1 for the same days, less if they only overlap, 0 if they have no day in common.

    News is published on the day of an event or the day after, so days that are one apart still agree a little.
    """
    if (one.first, one.last) == (other.first, other.last):
        return 0.8 if one.vague else 1.0
    first = max(one.first or date.min, other.first or date.min)
    last = min(one.last or date.max, other.last or date.max)
    if first > last:
        return 0.4 if first - last <= timedelta(days=1) and not (one.vague or other.vague) else 0.0
    longer = max(_length(one), _length(other))
    if longer > _LOOSE_DAYS:
        return 0.2
    return 0.5 if one.vague or other.vague else 0.7


def _length(mention: LinkCandidate) -> int:
    if mention.first is None or mention.last is None:
        return _LOOSE_DAYS + 1
    return (mention.last - mention.first).days + 1


def actors_agree(one: LinkCandidate, other: LinkCandidate) -> float:
    """The number of common actors, divided by that of the candidate with fewer actors; 0 if one has none."""
    smaller = min(len(one.actors), len(other.actors))
    return len(one.actors & other.actors) / smaller if smaller else 0.0


def known_together(one: LinkCandidate, other: LinkCandidate) -> frozenset[str]:
    """Common actors whose keys are the same in every language."""
    return frozenset(key for key in one.actors & other.actors if not key.startswith("name:"))


def known_actors_agree(one: LinkCandidate, other: LinkCandidate) -> float:
    """As :func:`actors_agree`, but only with actors whose keys are the same in every language."""
    together = known_together(one, other)
    smaller = min(len(_known(mention.actors - together)) for mention in (one, other)) + len(together)
    return len(together) / smaller if smaller else 0.0


def _known(actors: frozenset[str]) -> set[str]:
    """The keys without those of one language, and without persons, whom each language spells differently."""
    return {key for key in actors if not key.startswith(("name:", "person:"))}


def roles_clash(one: LinkCandidate, other: LinkCandidate) -> bool:
    """Whether actors and targets are swapped: A strikes B, B strikes A."""
    doers, others_doers = one.actors - one.targets, other.actors - other.targets
    return bool(doers & other.targets and others_doers & one.targets) and not doers & others_doers


def places_clash(one: LinkCandidate, other: LinkCandidate) -> bool:
    """Whether both have places within countries and no place in common."""
    here, there = ({key for key in mention.places if key.startswith("geonames:")} for mention in (one, other))
    return bool(here and there) and not one.places & other.places


def words_agree(one: LinkCandidate, other: LinkCandidate) -> float | None:
    """Dice's coefficient of the titles' words (Dice, 1945), in the best common language; None without one."""
    shared = one.titles.keys() & other.titles.keys()
    if not shared:
        return None
    return max(_dice(_words(one.titles[lang]), _words(other.titles[lang])) for lang in sorted(shared))


def _words(title: str) -> set[str]:
    """The first four letters of each word, which ignores most endings in Arabic and English."""
    return {word[:4] for word in _WORD.findall(title.casefold().replace("ال", ""))}


def _dice(one: set[str], other: set[str]) -> float:
    return 2 * len(one & other) / (len(one) + len(other)) if one or other else 0.0
