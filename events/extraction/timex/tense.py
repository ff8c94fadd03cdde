"""Does a clause look ahead or back?  Told by the words of tense.toml, without a tagger."""

from __future__ import annotations

from bisect import bisect_left
from typing import NamedTuple

from events.extraction.text import Document
from events.extraction.text.document import Clause
from events.extraction.text.marks import COMMAS
from events.extraction.timex.tense_lexicon import Tenses

#: Tokens from a word that looks ahead to the last participle of its verb.
_VERB_CHAIN = 4
#: A time follows its verb: a cue behind the expression counts as so many tokens further away.
_BEHIND = 3
#: Tokens of a clause that are asked for a verb in the present, before the expression and behind it.
_PRESENT_BEFORE, _PRESENT_BEHIND = 14, 8
#: Tokens from a verb that arranges to the time it arranges.
_ARRANGED = 12


class Cue(NamedTuple):
    """Token ``at`` says that its clause lies ahead (+1) or back (-1)."""

    at: int
    tense: int


class TenseReader:
    """Reads the tense around tokens of one document; sentences are read once, when asked for."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._tenses: Tenses = document.language.cached("tenses", Tenses)
        self._cues: dict[int, list[Cue]] = {}

    def tense_at(self, token: int, within: int | None = None) -> int:
        """+1 or -1 by the nearest cue in the token's clause, else in its sentence, else by the language's habit.

        ``within``: only by a cue of the clause, or a verb in the present, so many tokens away; 0 where there is none.
        """
        clause = self._document.clause_of(token)
        if self._arranged(token, clause):
            return 1
        cues = self.cues_of_sentence(clause.sentence)
        place = bisect_left(cues, (token, 0))
        around = cues[max(place - 1, 0) : place + 1]
        near = [cue for cue in around if clause.first <= cue.at < clause.last]
        if within is not None:
            near = _close(near, token, clause, within)
        if near:
            return min(near, key=lambda cue: _distance(cue, token)).tense
        if within is None:
            return self._without_cue(token, clause, around)
        return self._present(max(clause.first, token - within), token, token, clause.first)

    def background_at(self, token: int) -> bool:
        """Does the token's clause only say since when, or of whom: "since police shot a man on Thursday"?"""
        clause = self._document.clause_of(token)
        return self._document.words[clause.first] in self._tenses.background

    def _arranged(self, token: int, clause: Clause) -> bool:
        """ "They called a strike for Friday": is the expression what the clause puts something off to?"""
        words = self._document.words
        verbs = self._tenses.arranging.get(words[token - 1]) if token else None
        return verbs is not None and not verbs.isdisjoint(words[max(clause.first, token - _ARRANGED) : token])

    def reports_at(self, token: int) -> bool:
        """Does the word that tells the tense of the token's clause say that something was said?"""
        clause = self._document.clause_of(token)
        cues = self.cues_of_sentence(clause.sentence)
        place = bisect_left(cues, (token, 0))
        near = [cue for cue in cues[max(place - 1, 0) : place + 1] if clause.first <= cue.at < clause.last]
        words = self._document.words
        return bool(near) and words[min(near, key=lambda cue: _distance(cue, token)).at] in self._tenses.reports

    def _without_cue(self, token: int, clause: Clause, around: list[Cue]) -> int:
        """The tense of a clause that has no cue of its own."""
        sentence = self._document.sentences[clause.sentence].first
        tense = self._said_just_before(token, around) or self._present(clause.first, token, clause.last, sentence)
        if tense:
            return tense
        if around and self._document.words[clause.first] not in self._tenses.of_its_own:
            return around[0].tense  # that of the clauses before, if they have one
        return self._tenses.otherwise or self._present(sentence, token, clause.first, sentence)

    def _said_just_before(self, token: int, around: list[Cue]) -> int:
        """The tense of "by" and "until" before the token, unless the sentence goes on in another."""
        tense = self._tenses.just_before.get(self._document.words[token - 1], 0) if token else 0
        against = [cue for cue in around if cue.tense == -tense]
        # "until then he had" goes on in the other tense; in "lasted until" the verb itself says which.
        return 0 if any(self._goes_on(token, cue.at) or cue.at == token - 2 for cue in against) else tense

    def _goes_on(self, token: int, behind: int) -> bool:
        """Does the clause of a token go on to one behind it, no comma between?"""
        return behind > token and COMMAS.isdisjoint(self._document.words[token:behind])

    def _present(self, first: int, token: int, last: int, sentence: int) -> int:
        """The tense of the verb in the present that stands nearest before the token, or else behind it.

        ``sentence``: its first token, which is taken for no verb.
        """
        before = range(token - 1, max(first, token - _PRESENT_BEFORE) - 1, -1)
        behind = range(token + 1, min(last, token + _PRESENT_BEHIND))
        return next((tense for at in (*before, *behind) if (tense := self._present_at(at, sentence))), 0)

    def _present_at(self, at: int, first: int) -> int:
        words, tenses = self._document.words, self._tenses
        if at > first and words[at - 1] in tenses.passive and tenses[words[at]] < 0:
            return 0 if words[at].startswith(tenses.states) else 1
        tense = tenses.present.get(words[at], 0)
        if tense and (at == first or words[at - 1] in tenses.makes_noun or words[at - 1] in tenses.infinitive):
            return 0
        return tense

    def cues_of_sentence(self, sentence: int) -> list[Cue]:
        """All words of a sentence that tell a tense."""
        if sentence not in self._cues:
            first, last, *_ = self._document.sentences[sentence]
            self._cues[sentence] = self._read(first, last)
        return self._cues[sentence]

    def _read(self, first: int, last: int) -> list[Cue]:
        cues: list[Cue] = []
        behind = first  # where the phrase read last ends
        for at in range(first, last):
            tense, length = self._tense_of(at, first)
            if not tense or at < behind:
                continue
            behind = at + length
            # The participle of "will be held", "is expected to have been completed" looks back at nothing.
            if tense > 0 or not cues or cues[-1].tense < 0 or at - cues[-1].at > _VERB_CHAIN:
                cues.append(Cue(at, tense))
        return cues

    def _tense_of(self, at: int, first: int) -> tuple[int, int]:
        """The tense that the word or phrase at a token tells, and its length in tokens."""
        words, tenses = self._document.words, self._tenses
        for rest, tense in tenses.phrases.get(words[at], ()):
            if words[at + 1 : at + 1 + len(rest)] == rest:
                return tense, 1 + len(rest)
        before = tenses.before.get(words[at])
        if before and before.fits(words[at - 1] if at > first else "", words[at + 1] if at + 1 < len(words) else ""):
            return before.tense, 1
        if at == first or not words[at - 1][:1].isalnum() or words[at - 1] in tenses.opens_clause:
            return tenses.of_first(words[at]), 1
        tense = tenses[words[at]]
        return 0 if tense < 0 and self._looks_back_at_nothing(at) else tense, 1

    def _looks_back_at_nothing(self, at: int) -> bool:
        """A participle that is an adjective ("a revised budget") or of the present ("is held")."""
        words, tenses = self._document.words, self._tenses
        if words[at - 1] in tenses.makes_noun:
            return True
        return words[at - 1] in tenses.passive and not words[at].startswith(tenses.states)


def _distance(cue: Cue, token: int) -> tuple[int, int]:
    return (token - cue.at if cue.at <= token else cue.at - token + _BEHIND), cue.at


def _close(cues: list[Cue], token: int, clause: Clause, within: int) -> list[Cue]:
    """The cues at most so many tokens away: those before the token, or behind one that opens its clause."""
    last = token + within if token - clause.first <= 1 else token
    return [cue for cue in cues if token - within <= cue.at <= last]
