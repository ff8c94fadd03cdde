"""Does a clause go on about the event of the clause before it?  Then it tells what came of that, and nothing new."""

from __future__ import annotations

from events.extraction.candidates.candidate import Candidate
from events.extraction.clauses.analysed_document import AnalysedDocument
from events.extraction.lexicon.entries import Standing
from events.extraction.lexicon.inflection import Shape
from events.extraction.mentions.nouns import are_parted
from events.extraction.text.marks import COMMAS
from events.extraction.triggers.trigger import Trigger

_DESCRIBING_WITHIN = 4  # words from an event noun to the verb that says more of it


def goes_on(analysed: AnalysedDocument, candidate: Candidate, last: Candidate) -> bool:
    """Does a candidate tell what came of the one just before, or what "that" and "which" say of it?"""
    if last.sentence != candidate.sentence or last.trigger.speech:
        return False
    verb = candidate.trigger
    if verb.entry.standing is Standing.RESULT or _goes_along(analysed, candidate, last):
        return True
    if not verb.finite or (candidate.dated and candidate.dating.timex != last.dating.timex):
        return False
    return (_is_relative(analysed, verb) and not last.trigger.finite) or _describes(analysed, verb, last)


def _goes_along(analysed: AnalysedDocument, candidate: Candidate, last: Candidate) -> bool:
    """ "..., ending a month of haggling": what came with the clause before the comma, at its time."""
    verb = candidate.trigger
    behind_comma = verb.opens > 0 and analysed.words[verb.opens - 1] in COMMAS
    return verb.entry.shape is Shape.GERUND and behind_comma and candidate.dating.timex == last.dating.timex


def _is_relative(analysed: AnalysedDocument, verb: Trigger) -> bool:
    return verb.opens > 0 and analysed.words[verb.opens - 1] in analysed.cues.relative


def _describes(analysed: AnalysedDocument, verb: Trigger, last: Candidate) -> bool:
    """Does the verb say more of an event noun right before it (زلزال ضرب الساحل, "a quake that hit")?"""
    if analysed.cues.subject_first or verb.joined:
        return False
    if verb.owner:  # "shells it had fired": the pronoun on the verb means the noun before
        return not are_parted(analysed, last.trigger.last, verb.opens)
    near = any(
        not noun.verb and not noun.definite and 0 < verb.opens - noun.last <= _DESCRIBING_WITHIN
        for noun in (*last.nouns, last.content_trigger)
    )
    return near and not are_parted(analysed, last.trigger.last, verb.opens)
