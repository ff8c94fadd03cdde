"""Decide which mentions of an article are events that other articles already told."""

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

#: From this score on a mention joins an event.
THRESHOLD = 0.6
#: A day of news holds many talks and statements by the same people: for these types the same cast on
#: the same day is not enough, the words (or the place, across languages) have to agree as well.
COMMON_TYPES = frozenset({"STATEMENT", "CONSULT", "REQUEST", "SUPPORT", "ACCUSE", "REJECT", "OTHER"})
#: Of these two parties exchange several on one day; across languages two common actors say too little.
SPOKEN_TYPES = COMMON_TYPES - {"CONSULT"}
#: Titles of one language that share fewer words than this tell different things.
_DIFFERENT_WORDS = 0.2
_ALIKE_WORDS = 0.45


def link(
    mentions: Sequence[LinkCandidate],
    events: Iterable[LinkCandidate],
    *,
    apart: frozenset[tuple[int, int]] = frozenset(),
) -> list[Link]:
    """The best pairs above the threshold, each mention and each event at most once.

    ``apart`` holds (mention, event) pairs that an editor keeps apart.  The answer depends on nothing
    but the arguments; ties go to the older event (the smaller id).
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
    """Score one pair; the reason names each part of the score."""
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
    """Without a common language the cast has to carry the comparison: two known actors, or one and the place."""
    together = known_together(mention, event)
    # A country that acts and is the place as well is one thing in common, not two.
    in_common = together | (mention.places & event.places)
    needed = 3 if mention.type in SPOKEN_TYPES else 2
    if len(in_common) < needed or not together or places_clash(mention, event):
        return 0.0
    return 0.45 * dates + 0.4 * known_actors_agree(mention, event) + 0.15 * place
