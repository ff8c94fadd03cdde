"""The noun phrases before a verb: its subject, what a relative clause is about, whom an aside explains."""

from __future__ import annotations

from events.extraction.clauses.analysed_document import AnalysedDocument
from events.extraction.clauses.boundaries import may_not_open, parts
from events.extraction.text.marks import COMMAS, PARTING
from events.extraction.triggers.trigger import Trigger

#: So many words before a verb its subject may begin.
BEFORE_VERB = 9
#: How many words of a noun phrase are taken before a relative clause ("the deal that was signed").
ANTECEDENT = 5
#: ... and how many where nothing but the phrase can be meant.
_LONG_ANTECEDENT = 9


def back(analysed: AnalysedDocument, first: int, begin: int) -> int:
    """Back from token ``first`` to where its stretch begins, not before ``begin``."""
    start = first
    while start > begin and not parts(analysed, start - 1):
        start -= 1
    return start


def _phrase(analysed: AnalysedDocument, first: int, begin: int) -> int:
    """The noun phrase that ends before ``first``: back to a preposition."""
    words, before_noun = analysed.words, analysed.cues.before_noun
    start = first
    while start > max(begin, 0) and not parts(analysed, start - 1) and words[start - 1] not in before_noun:
        start -= 1
    return start


def subject_phrase(analysed: AnalysedDocument, first: int) -> int:
    """Where the noun phrase right before a verb begins; ``first`` if a preposition governs it ("in this context")."""
    words, before_noun = analysed.words, analysed.cues.before_noun
    start = _phrase(analysed, first, first - ANTECEDENT)
    governed = start > 0 and words[start - 1] in before_noun
    return first if governed or words[start] in before_noun else start


def phrase_before(analysed: AnalysedDocument, i: int) -> tuple[int, int] | None:
    """The tokens [first, last) of the phrase that ends before a comma, where it is no clause of its own."""
    sentence = analysed.document.sentences[analysed.document.sentence_of[i]]
    first = back(analysed, i, max(sentence.first, i - BEFORE_VERB))
    while first < i and may_not_open(analysed, first):
        first += 1
    whole = first == sentence.first or analysed.words[first - 1] in COMMAS or first - 1 in analysed.tokens.timed
    return (first, i) if first < i and whole else None


def topic(analysed: AnalysedDocument, verb: Trigger) -> int:
    """Where the noun phrase begins that a relative clause without its own subject or object is about; the verb's
    own beginning where there is none or it is too long to be sure."""
    words, cues = analysed.words, analysed.cues
    before = _before_time(analysed, verb.opens)
    before -= before > 0 and words[before - 1] in cues.relative
    start = _phrase(analysed, before, max(before - _LONG_ANTECEDENT, 0))
    whole = _is_whole(analysed, start, cues.before_noun)
    whole = whole and not any(word in cues.said for word in words[start:before])
    is_noun = start < before and words[start].isalpha() and start not in analysed.tokens.timed
    return start if whole and is_noun and not may_not_open(analysed, start) else verb.opens


def _is_whole(analysed: AnalysedDocument, start: int, openers: frozenset[str]) -> bool:
    """Does a phrase surely begin at ``start``: behind the end of a stretch, or behind one of these words?"""
    return start == 0 or parts(analysed, start - 1) or analysed.words[start - 1] in openers


def _before_time(analysed: AnalysedDocument, i: int) -> int:
    """Back over a time expression and its preposition ("an earthquake [in 2005] killed")."""
    before = i
    while before > 0 and before - 1 in analysed.tokens.timed:
        before -= 1
    return before - (before < i and before > 0 and analysed.words[before - 1] in analysed.cues.prepositions)


def whole_phrase(analysed: AnalysedDocument, first: int) -> int:
    """Further back where a stretch begins in the middle of a noun phrase ("[the new canal] project")."""
    words, cues = analysed.words, analysed.cues
    before = first - 1
    if cues.subject_first or before < 0 or not words[first].startswith(cues.articles):
        return first
    if not words[before].isalpha() or parts(analysed, before) or may_not_open(analysed, before):
        return first
    start = _phrase(analysed, first, first - _LONG_ANTECEDENT)
    start = max([start, *(i + 1 for i in range(start, first) if words[i] in cues.announcing)])
    whole = _is_whole(analysed, start, cues.before_noun | cues.announcing)
    if not whole or may_not_open(analysed, start) or follows_speaking(analysed, start):
        return first
    return first if any(word in cues.pronouns for word in words[start:first]) else start


def follows_speaking(analysed: AnalysedDocument, first: int) -> bool:
    """Is what begins here the speaker: "[announced] the observatory [that] clashes went on"?"""
    return not analysed.cues.subject_first and first in analysed.tokens.behind_speaking


def behind_aside(analysed: AnalysedDocument, first: int, begin: int) -> int:
    """The subject before a relative word or an aside in commas that stands directly before the verb."""
    before = first - 1
    if before <= begin:
        return first
    if analysed.words[before] in analysed.cues.relative:
        return _phrase(analysed, before, max(begin, before - ANTECEDENT))
    return _before_aside(analysed, first, begin) if analysed.words[before] in COMMAS else first


def _before_aside(analysed: AnalysedDocument, first: int, begin: int) -> int:
    """Where the subject begins before an aside that the comma before token ``first`` closes; ``first`` for none."""
    words, tokens = analysed.words, analysed.tokens
    for i in range(first - 2, begin, -1):
        if words[i] in COMMAS and i not in tokens.timed:
            return back(analysed, i, max(begin, i - BEFORE_VERB))
        opens_an_aside = words[i - 1] in COMMAS  # "the firm, founded in 1990, has"
        if words[i] in PARTING or (i in tokens.finite and not opens_an_aside):
            break
    return first


def is_described(analysed: AnalysedDocument, first: int, trigger: Trigger) -> bool:
    """Does a noun open what begins here, and the trigger only tells which one is meant ("the port that shut")?"""
    before = trigger.opens - 1
    return first < before and analysed.words[before] in analysed.cues.relative


def is_owned(analysed: AnalysedDocument, i: int) -> bool:
    """Does a pronoun hang on the token, which only the text before explains?"""
    return analysed.lookup.find(analysed.words[i]).owner
