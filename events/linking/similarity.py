"""How alike two mentions are: their days, their actors, their words."""

from __future__ import annotations

import re
from datetime import date, timedelta

from events.linking.types import LinkCandidate

_WORD = re.compile(r"[^\W_]{3,}")
#: Longer than this, sharing days says little: most of the news of a year falls into the year.
_LOOSE_DAYS = 366


def dates_agree(one: LinkCandidate, other: LinkCandidate) -> float:
    """1 for the same days, less where one only contains the other, 0 where no day is in both.

    News is told the day it happens or the day after, so days one apart still agree a little.
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
    """The share of the smaller cast that both name; 0 where either names no known actor."""
    smaller = min(len(one.actors), len(other.actors))
    return len(one.actors & other.actors) / smaller if smaller else 0.0


def known_together(one: LinkCandidate, other: LinkCandidate) -> frozenset[str]:
    """Actors of both whose keys hold in every language."""
    return frozenset(key for key in one.actors & other.actors if not key.startswith("name:"))


def known_actors_agree(one: LinkCandidate, other: LinkCandidate) -> float:
    """As :func:`actors_agree`, of those actors alone that every language knows."""
    together = known_together(one, other)
    smaller = min(len(_known(mention.actors - together)) for mention in (one, other)) + len(together)
    return len(together) / smaller if smaller else 0.0


def _known(actors: frozenset[str]) -> set[str]:
    """Without names of one language and without persons, whom each language spells its own way."""
    return {key for key in actors if not key.startswith(("name:", "person:"))}


def roles_clash(one: LinkCandidate, other: LinkCandidate) -> bool:
    """Who does it here suffers it there, and the other way round: A strikes B, B strikes A."""
    doers, others_doers = one.actors - one.targets, other.actors - other.targets
    return bool(doers & other.targets and others_doers & one.targets) and not doers & others_doers


def places_clash(one: LinkCandidate, other: LinkCandidate) -> bool:
    """Both name places within a country, and no place is in both."""
    here, there = ({key for key in mention.places if key.startswith("geonames:")} for mention in (one, other))
    return bool(here and there) and not one.places & other.places


def words_agree(one: LinkCandidate, other: LinkCandidate) -> float | None:
    """Dice's coefficient of the title words in a language that both have; None where they share none."""
    shared = one.titles.keys() & other.titles.keys()
    if not shared:
        return None
    return max(_dice(_words(one.titles[lang]), _words(other.titles[lang])) for lang in sorted(shared))


def _words(title: str) -> set[str]:
    """Word beginnings of four letters: enough to look past most endings in Arabic and English."""
    return {word[:4] for word in _WORD.findall(title.casefold().replace("ال", ""))}


def _dice(one: set[str], other: set[str]) -> float:
    return 2 * len(one & other) / (len(one) + len(other)) if one or other else 0.0
