"""Light verbs and the nouns they carry ("held a summit"), and nouns that are only part of what a verb tells."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from itertools import zip_longest
from typing import NamedTuple

from events.extraction.clauses.analysed_document import AnalysedDocument
from events.extraction.lexicon.entries import Standing
from events.extraction.mentions.nouns import are_parted
from events.extraction.temporal_linking.document_times import DocumentTimes
from events.extraction.temporal_linking.scopes import is_linked
from events.extraction.triggers.trigger import UNREAL, Trigger

#: How many words may stand between a light verb and the noun that it carries.
_CARRIED_WITHIN = 9
#: How many between a verb and a noun that is part of what it tells.
_OBJECT_WITHIN = 6
#: How many between what happened and the light verb behind it ("an explosion in the port occurred").
_SUBJECT_WITHIN = 4
#: How many between a noun and the participle that describes it ("the letter since sent").
_DESCRIBED_WITHIN = 1
#: Letters written together with a noun in the text: fewer are its article, more a preposition as well.
_PREPOSITION_AND_ARTICLE = 3


class Shares(NamedTuple):
    """Of one sentence's triggers, by their id: the noun that each carries, and those that tell nothing themselves."""

    companions: Mapping[int, Trigger]
    absorbed: Collection[int]


def share_out(times: DocumentTimes, triggers: Sequence[Trigger], owners: Mapping[int | None, Trigger | None]) -> Shares:
    """Give the verbs of a sentence their nouns; ``owners`` are the triggers nearest to its time expressions.

    A noun that owns a time, or says when something else happened, is never absorbed by its verb.
    """
    companions: dict[int, Trigger] = {}
    absorbed: set[int] = set()
    owning = {id(owner) for owner in owners.values()}
    for number, trigger in enumerate(triggers):
        before = triggers[number - 1] if number else None
        behind = triggers[number + 1 : number + 1 + _CARRIED_WITHIN]
        companion, nouns = _taken_along(times, trigger, before, behind)
        if companion:
            companions[id(trigger)] = companion
            absorbed.add(id(companion))
        if trigger.mood in UNREAL:  # what is denied or supposed takes its nouns along
            absorbed |= {id(noun) for noun in nouns}
        else:
            absorbed |= {id(noun) for noun in nouns if not is_linked(times, noun) and id(noun) not in owning}
    return Shares(companions, absorbed)


def _taken_along(
    times: DocumentTimes, trigger: Trigger, before: Trigger | None, behind: Sequence[Trigger]
) -> tuple[Trigger | None, list[Trigger]]:
    """The noun that a trigger carries, and the nouns that may be what it is about."""
    analysed, unreal = times.analysed, trigger.mood in UNREAL
    if not trigger.finite:
        return (None if unreal else _described(analysed, trigger, before)), []
    light = trigger.entry.standing in (Standing.LIGHT, Standing.STATE)
    nouns = _nouns_behind(analysed, trigger, behind, _CARRIED_WITHIN if light or unreal else _OBJECT_WITHIN)
    if unreal or not light:
        return None, nouns
    return _carried(analysed, nouns) or _subject_before(analysed, trigger, before, nouns), nouns


def _nouns_behind(analysed: AnalysedDocument, verb: Trigger, following: Sequence[Trigger], reach: int) -> list[Trigger]:
    """The nouns that may be what the verb is about, up to the next verb or mark."""
    nouns = []
    for noun in following:
        if noun.first - verb.last > reach or noun.finite or are_parted(analysed, verb.last, noun.first):
            break
        if not noun.verb:
            nouns.append(noun)
    return nouns


def _carried(analysed: AnalysedDocument, nouns: Sequence[Trigger]) -> Trigger | None:
    """Of the nouns behind a light verb the one it carries: rather listed than derived, rather new than known."""
    if analysed.cues.subject_first:  # of "emergency summit" the last
        nouns = [noun for noun, following in zip_longest(nouns, nouns[1:]) if not _adjoin(noun, following)]
    return min(nouns, key=lambda noun: (noun.entry.verb, _is_told_before(noun), noun.first), default=None)


def _is_told_before(noun: Trigger) -> bool:
    """Has it an article and no preposition before it?"""
    return noun.definite and noun.letters < _PREPOSITION_AND_ARTICLE


def _adjoin(noun: Trigger, following: Trigger | None) -> bool:
    return following is not None and noun.last == following.first


def _described(analysed: AnalysedDocument, participle: Trigger, noun: Trigger | None) -> Trigger | None:
    """The noun right before a participle that describes it ("the letter sent", القمة المنعقدة)."""
    if noun is None or not participle.attributive or analysed.cues.subject_first:
        return None
    return noun if not noun.verb and participle.first - noun.last <= _DESCRIBED_WITHIN else None


def _subject_before(
    analysed: AnalysedDocument, verb: Trigger, noun: Trigger | None, nouns: Sequence[Trigger]
) -> Trigger | None:
    """What happened, where it stands before the verb ("an explosion occurred")."""
    if noun is None or nouns or verb.entry.standing is not Standing.LIGHT:
        return None
    near = verb.opens - noun.last <= _SUBJECT_WITHIN and not are_parted(analysed, noun.last, verb.first)
    return noun if near and not noun.verb else None
