"""Which triggers a time expression may date at all: none across a relative clause, none that it only compares."""

from __future__ import annotations

from bisect import bisect_left

from events.extraction.candidates.placed_timex import Placed
from events.extraction.lexicon.inflection import Shape
from events.extraction.temporal_linking.document_times import MARKS, DocumentTimes, distance
from events.extraction.text.marks import COMMAS
from events.extraction.triggers.trigger import Mood, Trigger

#: Up to here a time expression stands in the trigger's own clause.
OWN_CLAUSE = 6.0
#: So many words are looked at between a trigger and a time far behind it.
FAR = 40
_PAST = frozenset({Shape.PAST, Shape.PASSIVE, Shape.PARTICIPLE})
_LINKED_WITHIN = 3  # words from "during" to the noun that says when: "during the annual summit"
#: "the 2015 nuclear deal": so many words may stand between the year and its noun.
_DESCRIBED_WITHIN = 3
#: Words before a time that say whose it is: "planned for", "during the".
_BEFORE_TIME = 2
#: Words between "the worst" and the time since which it is.
_COMPARED_WITHIN = 12


def may_date(times: DocumentTimes, placed: Placed, trigger: Trigger) -> bool:
    """May the time be the trigger's, however far they stand apart?"""
    if placed.attributive and not (trigger.finite and _within(times, placed)):
        return not trigger.finite and 0 <= trigger.first - placed.last <= _DESCRIBED_WITHIN
    if not trigger.verb and is_linked(times, trigger) and _behind_comma(times, trigger, placed):
        return False  # "won after beating them, on Sunday": a time behind the comma is the verb's
    inside, outside = _aside(times, placed.first), _aside(times, trigger.first)
    if inside != outside and (inside or placed.first > trigger.first):
        return False  # in "the firm, which moved in 1995, closed on Monday" each has its own time
    if _compares(times, placed) or (placed.last <= trigger.first and _is_planned_for(times, placed)):
        return False
    over = trigger.finite and trigger.mood is Mood.TOLD and trigger.entry.shape in _PAST
    if over and placed.day is not None and placed.day > times.analysed.published:
        return False  # what is over cannot be still to come
    return not trigger.speech or _says_when(times, trigger, placed)


def is_linked(times: DocumentTimes, noun: Trigger) -> bool:
    """Does the noun say when something else happened ("during the visit")?"""
    words = times.analysed.words
    return not times.cues.link.isdisjoint(words[max(noun.first - _LINKED_WITHIN, 0) : noun.first])


def _behind_comma(times: DocumentTimes, trigger: Trigger, placed: Placed) -> bool:
    return not COMMAS.isdisjoint(times.analysed.words[trigger.last : placed.first][:FAR])


def _aside(times: DocumentTimes, token: int) -> int:
    """Where the relative clause between a subject and its verb begins in which the token stands; 0 for none."""
    asides = times.asides
    number = bisect_left(asides, (token, 0)) - 1
    return asides[number][0] if number >= 0 and token < asides[number][1] else 0


def _compares(times: DocumentTimes, placed: Placed) -> bool:
    """ "The worst since 2010": does the time only compare?  Or is it that for which something is sold?"""
    document, words, first = times.analysed.document, times.analysed.words, placed.first
    if first and words[first - 1] in times.cues.delivery:
        return True  # "December futures"
    if not first or words[first - 1] not in times.cues.since:
        return False
    begin = max(document.sentences[document.sentence_of[first]].first, first - _COMPARED_WITHIN)
    return not times.cues.superlative.isdisjoint(words[begin:first])


def _is_planned_for(times: DocumentTimes, placed: Placed) -> bool:
    """ "A strike planned for Monday [was called off]": is it the time of the plan alone?"""
    before = times.analysed.words[max(placed.first - _BEFORE_TIME, 0) : placed.first]
    return len(before) > 1 and before[0] in times.cues.planned


def _within(times: DocumentTimes, placed: Placed) -> bool:
    """Is what the time describes the occasion of the clause ("during the 2016 election")?"""
    cues = times.cues
    before = times.analysed.words[max(placed.first - _BEFORE_TIME, 0) : placed.first]
    indefinite = bool(before) and before[-1] in cues.indefinite
    if before[-1:] and before[-1] in cues.determiners:
        before = before[:-1]
    return bool(before) and before[-1] in (cues.new_occasion if indefinite else cues.occasion)


def _says_when(times: DocumentTimes, trigger: Trigger, placed: Placed) -> bool:
    """Does it date the saying, not what was said?"""
    if distance(times, trigger, placed) > OWN_CLAUSE:
        return False
    between = range(trigger.last, placed.first) or range(placed.last, trigger.first)
    words, content = times.analysed.words, times.cues.content
    return not any(i in times.verbs or words[i] in MARKS or words[i] in content for i in between)
