"""Decide which mentions of an article are events that are known from other articles."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from events.linking.similarity import (
    actors_agree,
    dates_agree,
    known_actors_agree,
    known_together,
    places_clash,
    roles_clash,
    words_agree,
)
from events.linking.types import Link, LinkCandidate

#: The lowest score with which a mention joins an event.
THRESHOLD = 0.6
#: The same people hold many talks and make many statements on one day.  So for these types the same actors on the same
#: day are not enough: the words or, across languages, the place must agree too.
COMMON_TYPES = frozenset({"STATEMENT", "CONSULT", "REQUEST", "SUPPORT", "ACCUSE", "REJECT", "OTHER"})
#: Two parties may exchange several of these on one day; across languages two common actors are not enough.
SPOKEN_TYPES = COMMON_TYPES - {"CONSULT"}
#: Titles in one language whose words agree less than this (Dice's coefficient) are about different events.
_DIFFERENT_WORDS = 0.2
#: From this agreement on, titles are alike enough to make up for what is missing.
_ALIKE_WORDS = 0.45


def link(
    mentions: Sequence[LinkCandidate],
    events: Iterable[LinkCandidate],
    *,
    apart: frozenset[tuple[int, int]] = frozenset(),
) -> list[Link]:
    """Link mentions to events: the best pairs with at least the threshold, each mention and each event at most once.

    ``apart`` are (mention id, event id) pairs that an editor keeps apart.  The result depends on nothing but the
    arguments; of equal pairs the one with the smaller event id wins.
    """
    pairs = [
        pair
        for event in events
        for mention in mentions
        if (mention.id, event.id) not in apart and (pair := compare(mention, event)).score >= THRESHOLD
    ]
    pairs.sort(key=lambda pair: (-pair.score, pair.event, pair.mention))
    chosen: list[Link] = []
    mentions_taken: set[int] = set()
    events_taken: set[int] = set()
    for pair in pairs:
        if pair.mention not in mentions_taken and pair.event not in events_taken:
            mentions_taken.add(pair.mention)
            events_taken.add(pair.event)
            chosen.append(pair)
    return chosen


def compare(mention: LinkCandidate, event: LinkCandidate) -> Link:
    """Score one pair, from 0 to 1; ``reason`` has each part of the score."""
    dates, actors, words = dates_agree(mention, event), actors_agree(mention, event), words_agree(mention, event)
    place = bool(mention.places & event.places)
    score = _score(mention, event, dates, actors, words, place)
    reason = {
        "dates": round(dates, 2),
        "actors": sorted(mention.actors & event.actors),
        "words": None if words is None else round(words, 2),
        "place": place,
    }
    return Link(mention.id, event.id, round(score, 3), reason)


def _score(
    mention: LinkCandidate, event: LinkCandidate, dates: float, actors: float, words: float | None, place: bool
) -> float:
    if mention.type != event.type or not dates or roles_clash(mention, event):
        return 0.0
    if words is None:
        return _across_languages(mention, event, dates, place)
    if words < _DIFFERENT_WORDS:
        return 0.0
    if (mention.type in COMMON_TYPES or places_clash(mention, event)) and words < _ALIKE_WORDS:
        return 0.0
    if not actors and words < 2 * _ALIKE_WORDS:
        return 0.0
    return 0.3 * dates + 0.3 * actors + 0.05 * place + 0.35 * words


def _across_languages(mention: LinkCandidate, event: LinkCandidate, dates: float, place: bool) -> float:
    """The score of a pair without a common language.  Two known actors must agree, or one and the place."""
    together = known_together(mention, event)
    # A country that is both actor and place counts once.
    in_common = together | (mention.places & event.places)
    needed = 3 if mention.type in SPOKEN_TYPES else 2
    if len(in_common) < needed or not together or places_clash(mention, event):
        return 0.0
    return 0.45 * dates + 0.4 * known_actors_agree(mention, event) + 0.15 * place
