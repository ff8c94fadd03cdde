"""Which time is a trigger's?  That of its clause, then of its sentence; what has none lies in its scene.

Inside a sentence the nearest time expression wins, of those whose scope reaches the trigger.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import timedelta

from events.extraction.candidates.dating import Dating, Via
from events.extraction.candidates.placed_timex import Placed
from events.extraction.temporal_linking.document_times import DocumentTimes, around, distance
from events.extraction.temporal_linking.scopes import FAR, OWN_CLAUSE, is_linked, may_date
from events.extraction.triggers.trigger import Trigger
from events.extraction.types import Basis

#: A time so near to the beginning opens its sentence.
_FRONT = 2
#: Words that join two times of one event: "and in".
_JOINED_BY = 2
#: So many times one event may be told to have happened.
_MOST_JOINED = 6
#: News is about these last days.
FRESH = timedelta(days=10)


def own_time(times: DocumentTimes, trigger: Trigger) -> Dating | None:
    """The time that the trigger's clause or sentence says; None where it says none."""
    best = _nearest_time(times, trigger)
    if best is None:
        return None
    cost, placed = best
    far = cost > OWN_CLAUSE and placed.first >= trigger.last
    if far and (_is_bygone(times, placed) or not _reaches(times, trigger, placed)):
        return None  # a later clause's time is not that of an earlier one
    timex = placed.timex
    via = Via.CLAUSE if cost <= OWN_CLAUSE else Via.SENTENCE
    return Dating(timex.edtf or "", timex.basis or Basis.EXPLICIT, timex.anchor, via, placed.index, cost)


def _nearest_time(times: DocumentTimes, trigger: Trigger) -> tuple[float, Placed] | None:
    """The nearest time of the sentence that may be the trigger's, with its distance."""
    best: tuple[float, Placed] | None = None
    sentence = times.analysed.document.sentence_of[trigger.first]
    for placed in around(times.by_sentence.get(sentence, []), trigger.first):
        if not may_date(times, placed, trigger):
            continue
        cost = distance(times, trigger, placed)
        if cost > OWN_CLAUSE and _fronts(times, placed, trigger):
            cost = OWN_CLAUSE
        if best is None or cost < best[0]:
            best = cost, placed
    return best


def _reaches(times: DocumentTimes, trigger: Trigger, placed: Placed) -> bool:
    """Is a distant time expression still the trigger's, no verb or event of its own standing nearer?"""
    owner = _owner(times, placed)
    if owner is trigger or owner is None:
        return True
    between = range(trigger.last, placed.first)[:FAR]
    if owner.finite or not times.verbs.isdisjoint(between):
        return False
    return not is_linked(times, owner) or (owner.owner and _is_news(times, placed))


def _is_bygone(times: DocumentTimes, placed: Placed) -> bool:
    """Is it so long ago that a verb far before it tells of something else?"""
    return placed.day is not None and times.analysed.published - placed.day > FRESH


def _is_news(times: DocumentTimes, placed: Placed) -> bool:
    """Is it so near to the publication that "won after his victory on Sunday" is one day?"""
    return placed.day is not None and timedelta(0) <= times.analysed.published - placed.day <= FRESH


def _owner(times: DocumentTimes, placed: Placed) -> Trigger | None:
    """The trigger nearest to a time expression, in its sentence; remembered."""
    if placed.index not in times.owners:
        sentence_of = times.analysed.document.sentence_of
        near = around(times.analysed.triggers, placed.first)
        in_sentence = [one for one in near if sentence_of[one.first] == sentence_of[placed.first]]
        times.owners[placed.index] = nearest_trigger(times, placed.index, in_sentence)
    return times.owners[placed.index]


def nearest_trigger(times: DocumentTimes, timex: int, triggers: Sequence[Trigger]) -> Trigger | None:
    """Of the triggers of a sentence, in text order, the one that time expression number ``timex`` dates first."""
    placed = times.placed(timex)
    takers = [trigger for trigger in around(triggers, placed.first) if may_date(times, placed, trigger)]
    return min(takers, key=lambda trigger: distance(times, trigger, placed), default=None)


def times_in(times: DocumentTimes, sentence: int) -> Iterator[tuple[Dating, int, int]]:
    """The times that a sentence tells, each with its tokens [first, last); not those that describe a noun."""
    for placed in times.by_sentence.get(sentence, ()):
        timex = placed.timex
        if timex.edtf and timex.basis and not placed.attributive:
            dating = Dating(timex.edtf, timex.basis, timex.anchor, Via.CLAUSE, placed.index)
            yield dating, placed.first, placed.last


def opens_sentence_of(times: DocumentTimes, dating: Dating, trigger: Trigger) -> bool:
    """Does the time open the sentence of which the trigger is the first verb?"""
    return dating.timex is not None and _fronts(times, times.placed(dating.timex), trigger)


def _fronts(times: DocumentTimes, placed: Placed, trigger: Trigger) -> bool:
    if not trigger.finite or trigger.first < placed.first:
        return False
    document, first = times.analysed.document, placed.first
    begin = document.sentences[document.sentence_of[first]].first
    return first - begin <= _FRONT and not any(i in times.verbs for i in range(first, trigger.first))


def joined_times(times: DocumentTimes, dating: Dating) -> Iterator[Dating]:
    """The times told in one breath with this one ("in 2015 and 2017"): it happened each time."""
    placed = times.analysed.times
    number = times.by_index.get(dating.timex, len(placed))
    if dating.via is not Via.CLAUSE:
        return
    for one, following in itertools.pairwise(placed[number : number + _MOST_JOINED]):
        between = times.analysed.words[one.last : following.first]
        timex, value = following.timex, following.timex.edtf or ""
        if not between or len(between) > _JOINED_BY or not times.cues.joining.issuperset(between):
            return
        if len(value) != len(dating.edtf):
            return
        basis = timex.basis or dating.basis
        yield replace(dating, edtf=value, basis=basis, anchor=timex.anchor, timex=following.index)
