"""What the words around an event noun say of it: is it known, does it exist, does it go with the words before?"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from events.extraction.candidates.candidate import Candidate
from events.extraction.clauses.analysed_document import AnalysedDocument
from events.extraction.mentions.mention_cues import mention_cues_of
from events.extraction.text.marks import PARTING
from events.extraction.triggers.trigger import Trigger

_EXISTS_WITHIN = 5  # words from "there" to the noun of "there was yet another attack"


def is_known(analysed: AnalysedDocument, noun: Trigger) -> bool:
    """ "The summit", "this summit": one told of before."""
    pointing = mention_cues_of(analysed.document.language).pointing
    return noun.definite or (noun.first > 0 and analysed.words[noun.first - 1] in pointing)


def is_said_to_exist(analysed: AnalysedDocument, noun: Trigger) -> bool:
    """ "There was another attack": the noun alone tells it."""
    words = analysed.words[max(noun.first - _EXISTS_WITHIN, 0) : noun.first]
    return not mention_cues_of(analysed.document.language).existing.isdisjoint(words)


def are_parted(analysed: AnalysedDocument, first: int, last: int) -> bool:
    """Does a mark other than a comma stand among tokens [first, last)?"""
    return any(word in PARTING for word in analysed.words[first:last])


def nouns_in(candidate: Candidate, triggers: Sequence[Trigger]) -> tuple[Trigger, ...]:
    """The nouns among a candidate's words, beside the one that tells it; ``triggers`` are those of its sentence."""
    begin = bisect_left(triggers, candidate.first, key=lambda trigger: trigger.first)
    end = bisect_left(triggers, candidate.last, key=lambda trigger: trigger.first)
    inside = triggers[begin:end]
    return tuple(trigger for trigger in inside if not trigger.verb and trigger is not candidate.content_trigger)
