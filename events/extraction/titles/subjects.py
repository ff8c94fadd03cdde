"""The subject of a clause that leaves it out: "He bought it and *sold it*", "the firm, which *was founded* in 1990"."""

from __future__ import annotations

from bisect import bisect_left

from events.extraction.clauses.analysed_document import AnalysedDocument
from events.extraction.clauses.extents import start_of
from events.extraction.clauses.noun_phrases import phrase_before
from events.extraction.lexicon.inflection import Shape
from events.extraction.text.marks import COMMAS
from events.extraction.triggers.trigger import Trigger

_MOST_VERBS = 4  # so many verbs back the subject is looked for
_LONGEST = 8  # words of an antecedent
_ASIDE = 14  # tokens of a phrase between commas


class Subjects:
    """Finds subjects in one document of a language whose subjects stand before their verbs."""

    def __init__(self, analysed: AnalysedDocument) -> None:
        document, lexicon = analysed.document, analysed.lexicon
        self._document = document
        self._analysed = analysed
        self._tokens = analysed.tokens
        self._relative = lexicon.cue("RELATIVE")
        self._infinitive = lexicon.cue("INFINITIVE")
        self._auxiliaries = lexicon.cue("PASSIVE") | lexicon.cue("PERFECT") | lexicon.cue("MODAL")
        self._conjunctions = lexicon.cue("GAPPING", "words")
        self._finite = analysed.verbs

    def of(self, trigger: Trigger) -> tuple[int, int] | None:
        """Tokens [first, last) of the subject, if the clause begins with its verb and the sentence tells it before."""
        if not self._analysed.cues.subject_first or not trigger.finite:
            return None
        before = trigger.opens - 1
        if self._in_relative(before):
            return self._before_marks(before - 1)
        if start_of(self._analysed, trigger) < trigger.opens:
            return None
        if before < 0 or self._document.sentence_of[before] != self._document.sentence_of[trigger.first]:
            return None
        if self._opens_aside(trigger):
            return phrase_before(self._analysed, before)
        if self._document.words[before] in COMMAS and (opening := self._aside_before(before)):
            return self._before_marks(opening)
        if self._document.words[before] in self._relative:
            return self._antecedent(before)
        words = self._document.words
        goes_on = words[before] in self._conjunctions or words[trigger.opens] in self._infinitive
        return self._of_verb_before(trigger) if goes_on else None

    def _opens_aside(self, trigger: Trigger) -> bool:
        """Is it a participle behind its noun: "the firm, founded in 1990, has"?"""
        if trigger.opens != trigger.first or self._document.words[trigger.opens - 1] not in COMMAS:
            return False
        closing = range(trigger.last, min(trigger.last + _ASIDE, len(self._document.words) - 1))
        goes_on = any(self._document.words[i] in COMMAS and i + 1 in self._tokens.finite for i in closing)
        return goes_on if trigger.entry.shape is Shape.PAST else trigger.entry.shape is Shape.PARTICIPLE

    def _aside_before(self, closing: int) -> int:
        """The comma that opens an aside which another closes: "the firm[,] founded in 1990, shut"; 0 for none."""
        words = self._document.words
        first = max(self._document.sentences[self._document.sentence_of[closing]].first + 1, closing - _ASIDE)
        opening = next((i for i in range(closing - 1, first - 1, -1) if self._parts(i)), 0)
        described = opening and (words[opening + 1] in self._relative or opening + 1 in self._tokens.finite)
        return opening if described else 0

    def _parts(self, i: int) -> bool:
        """Is it a comma that is not of a date?"""
        return self._document.words[i] in COMMAS and i not in self._tokens.timed

    def _in_relative(self, relative: int) -> bool:
        """Is the token the "who" of "a clerk, who left in 2010, was jailed"?"""
        words = self._document.words
        return relative > 1 and words[relative] in self._relative and words[relative - 1] in COMMAS

    def _before_marks(self, comma: int) -> tuple[int, int] | None:
        """The phrase before a comma, or before the age that stands between it and another: "Ann Holt, 31,"."""
        words = self._document.words
        while comma > 2 and words[comma - 1].isdigit() and words[comma - 2] in COMMAS:
            comma -= 2
        phrase = phrase_before(self._analysed, comma)
        if phrase is None or not self._auxiliaries.isdisjoint(words[slice(*phrase)]):
            return self._antecedent(comma)  # in "he was a friend of Ann Holt, who" it is Ann Holt
        return phrase

    def _quoted(self, trigger: Trigger) -> bool:
        return self._document.quoted(trigger.first)

    def _antecedent(self, relative: int) -> tuple[int, int] | None:
        """The name or the few words before "who" and "which"."""
        last = relative - (relative > 0 and self._document.words[relative - 1] in COMMAS)  # or the comma itself
        first = last
        while first > max(last - _LONGEST, 0) and self._document.capitalised(first - 1):
            first -= 1
        return (first, last) if first < last else None

    def _of_verb_before(self, trigger: Trigger) -> tuple[int, int] | None:
        position = bisect_left(self._finite, trigger.first, key=lambda other: other.first)
        sentence = self._document.sentence_of[trigger.first]
        for other in reversed(self._finite[max(position - _MOST_VERBS, 0) : position]):
            if self._document.sentence_of[other.first] != sentence:
                return None
            if self._quoted(other) != self._quoted(trigger):
                if self._quoted(trigger):
                    return None
                continue  # what somebody else said in between
            first = start_of(self._analysed, other)
            if first < other.opens:
                return first, other.opens
        return None
