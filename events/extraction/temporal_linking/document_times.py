"""The time expressions of one document, and how far every token lies from them.

What counts as near is how many barriers stand between: a clause word ("that", "who", منذ) or a colon parts more than a
comma, a comma more than a word.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from events.extraction.candidates.placed_timex import Placed
from events.extraction.clauses.analysed_document import AnalysedDocument
from events.extraction.clauses.coordination import joining_things
from events.extraction.clauses.parentheticals import relative_asides
from events.extraction.temporal_linking.time_cues import TimeCues, time_cues_of
from events.extraction.text.marks import COMMAS, FULL_STOP, PARTING, SEMICOLONS
from events.extraction.triggers.trigger import Trigger

#: How much each kind of token parts (a word four make 1): only the proportions count, and `scopes.OWN_CLAUSE` is
#: measured by them.  A time's own tokens part hardly at all, so that of two in a row the nearer one still wins.
_TIME, _WORD, _VERB, _COMMA, _CLAUSE, _MARK = 0.05, 0.25, 1.5, 1.5, 4.0, 5.0
#: A noun's time stands behind it, as a rule; one before it is so much farther.
_BACKWARDS = 2.5
#: So many triggers, or times, on each side of a token are asked for the nearest one.
_AROUND = 8
#: Marks that part clauses; a full stop inside a sentence is one of an abbreviation.
MARKS = PARTING - {FULL_STOP}
#: Semicolons part as a full stop does.
_FULL_MARK = 12.0


@dataclass(frozen=True, slots=True, eq=False)
class DocumentTimes:
    """The analysed document with its times measured; made by :func:`measure`.

    ``barriers[i]`` is the sum of what parts the beginning of the text from the end of token ``i``; the difference of
    two is the distance between their tokens.  ``asides`` are the commas around relative clauses.
    """

    analysed: AnalysedDocument
    cues: TimeCues
    verbs: frozenset[int]  # the first tokens of finite verbs
    asides: Sequence[tuple[int, int]]
    barriers: Sequence[float]
    by_sentence: dict[int, list[Placed]]
    by_index: dict[int | None, int]  # a time expression's place among all → among those that can date something
    owners: dict[int, Trigger | None] = field(default_factory=dict)  # remembered: a time's index → its nearest trigger

    def placed(self, timex: int) -> Placed:
        """Time expression number ``timex``, which dates something, where it stands."""
        return self.analysed.times[self.by_index[timex]]


def measure(analysed: AnalysedDocument) -> DocumentTimes:
    """Sort the times of a document by sentence, and measure the barriers between all its tokens."""
    cues = time_cues_of(analysed.document.language)
    verbs = frozenset(verb.first for verb in analysed.verbs)
    sentence_of = analysed.document.sentence_of
    asides: Sequence[tuple[int, int]] = ()
    if cues.relative:
        asides = relative_asides(analysed.words, cues.relative, sentence_of, verbs, cues.conjunctions)
    by_sentence: dict[int, list[Placed]] = {}
    for placed in analysed.times:
        by_sentence.setdefault(sentence_of[placed.first], []).append(placed)
    by_index: dict[int | None, int] = {placed.index: number for number, placed in enumerate(analysed.times)}
    return DocumentTimes(analysed, cues, verbs, asides, _barriers(analysed, cues, verbs), by_sentence, by_index)


def _barriers(analysed: AnalysedDocument, cues: TimeCues, verbs: frozenset[int]) -> list[float]:
    """The sums of the barriers up to and with each token."""
    tokens, clause_words = analysed.tokens, cues.clause_words
    starts = {placed.first for placed in analysed.times}
    boundaries = clause_words | MARKS | COMMAS | {FULL_STOP}
    lists = joining_things(analysed.words, verbs, cues.conjunctions, boundaries)
    total = 0.0
    barriers = []
    for i, word in enumerate(analysed.words):
        if i in tokens.timed:
            total += _TIME
        elif word in MARKS and i not in tokens.asides:
            total += _FULL_MARK if word in SEMICOLONS else _MARK
        elif word in COMMAS:
            total += _COMMA
        elif word in clause_words:
            total += _WORD if i + 1 in starts or i in lists else _CLAUSE
        else:
            total += _VERB if i in verbs else _WORD
        barriers.append(total)
    return barriers


def distance(times: DocumentTimes, trigger: Trigger, placed: Placed) -> float:
    """What parts a trigger from a time; a noun is farther from one that stands before it."""
    barriers = times.barriers
    if placed.first >= trigger.last:
        return barriers[placed.first] - barriers[trigger.last - 1]
    if placed.last <= trigger.first:
        backwards = 0.0 if trigger.verb or placed.attributive else _BACKWARDS
        return barriers[trigger.first] - barriers[placed.last - 1] + backwards
    return 0.0


_At = TypeVar("_At", Trigger, Placed)


def around(sorted_by_place: Sequence[_At], token: int) -> Sequence[_At]:
    """The few that stand around a token: nothing farther can be nearer, and the work stays linear."""
    middle = bisect_left(sorted_by_place, token, key=lambda one: one.first)
    return sorted_by_place[max(middle - _AROUND, 0) : middle + _AROUND]
