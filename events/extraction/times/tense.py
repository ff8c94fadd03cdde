"""Does a clause look ahead or back?  Told by the words of tense.toml, without a tagger."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from events.extraction.languages import Language
from events.extraction.text import Document

_REMEMBERED = 50_000
#: Tokens from a word that looks ahead to the last participle of its verb.
_VERB_CHAIN = 4
#: A time follows its verb: a cue behind the expression counts as so many tokens further away.
_BEHIND = 3
#: Tokens of a clause that are asked for a verb in the present, before the expression and behind it.
_PRESENT_BEFORE, _PRESENT_BEHIND = 14, 8


@dataclass(frozen=True, slots=True)
class TenseRow:
    """Words (or phrases) that look ahead (+1) or back (-1); ``beginnings`` and ``endings`` of words that do,
    of more than ``longer_than`` letters and unless they begin with one of ``unless``."""

    tense: int = 0
    words: tuple[str, ...] = ()
    beginnings: tuple[str, ...] = ()
    endings: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    longer_than: int = 0
    of_its_own: bool = False  # words that begin a clause whose tense is not that of the clause before
    just_before: bool = False  # words that count only right before the expression, in clauses without another
    present: bool = False  # verbs in the present: they count in clauses without another word that does
    passive: bool = False  # words that put a participle in the present ("is sold"), unless it is one of ``unless``
    otherwise: bool = False  # the tense of sentences without any such word
    makes_noun: bool = (
        False  # words that make the next one a noun or adjective: "a revised budget" looks back at nothing
    )
    first_in_clause: bool = False  # counts only as the first word of its clause
    where: str = ""

    def faults(self) -> Iterator[str]:
        if self.tense not in ((0,) if self.of_its_own or self.makes_noun or self.passive else (-1, 1)):
            yield "“tense” must be 1 (ahead) or -1 (back), and 0 with of_its_own, makes_noun and passive"


class Cue(NamedTuple):
    """Token ``at`` says that its clause lies ahead (+1) or back (-1)."""

    at: int
    tense: int


class _Tenses(dict[str, int]):
    """The tense of single words; unknown ones are judged by beginning and ending when they are met."""

    def __init__(self, language: Language) -> None:
        rows = language.rows("tense", TenseRow)
        self.phrases: dict[str, list[tuple[list[str], int]]] = {}
        self.of_its_own: set[str] = set()
        self.makes_noun: set[str] = set()
        self.just_before: dict[str, int] = {}
        self.present: dict[str, int] = {}
        self.passive: set[str] = set()
        self.states = tuple(language.fold(word) for row in rows if row.passive for word in row.unless) or (" ",)
        self.first: dict[str, int] = {}  # words that count as the first of their clause only
        self.otherwise = next((row.tense for row in rows if row.otherwise), 0)
        self._shapes = [_Shape(row, language) for row in rows if row.beginnings or row.endings]
        for row in rows:
            for words in row.words:
                first, *rest = language.fold(words).split()
                for written in (first, *(proclitic + first for proclitic in language.conjunctions)):
                    self._learn(written, rest, row)

    def _learn(self, first: str, rest: list[str], row: TenseRow) -> None:
        if rest:
            self.phrases.setdefault(first, []).append((rest, row.tense))
        elif row.of_its_own:
            self.of_its_own.add(first)
        elif row.makes_noun:
            self.makes_noun.add(first)
        elif row.passive:
            self.passive.add(first)
        elif row.present:
            self.present[first] = row.tense
        elif row.just_before:
            self.just_before[first] = row.tense
        elif row.first_in_clause:
            self.first[first] = row.tense
        else:
            self[first] = row.tense

    def __missing__(self, word: str) -> int:
        tense = next((shape.tense for shape in self._shapes if not shape.first_only and shape.fits(word)), 0)
        if len(self) < _REMEMBERED and len(word) < 40:
            self[word] = tense
        return tense

    def of_first(self, word: str) -> int:
        """The tense of the first word of a clause."""
        found = self[word] or self.first.get(word, 0)
        return found or next((shape.tense for shape in self._shapes if shape.first_only and shape.fits(word)), 0)


class _Shape:
    """Words by their beginning or ending."""

    def __init__(self, row: TenseRow, language: Language) -> None:
        fold = language.fold
        self.tense, self.first_only, self._longer_than = row.tense, row.first_in_clause, row.longer_than
        self._beginnings = tuple(map(fold, row.beginnings)) or ("",)
        self._endings = tuple(map(fold, row.endings)) or ("",)
        self._unless = tuple(map(fold, row.unless))

    def fits(self, word: str) -> bool:
        return (
            len(word) > self._longer_than
            and word.startswith(self._beginnings)
            and word.endswith(self._endings)
            and not word.startswith(self._unless)
        )


class TenseReader:
    """Reads the tense around tokens of one document; sentences are read once, when asked for."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._tenses: _Tenses = document.language.cached("tenses", _Tenses)
        self._cues: dict[int, list[Cue]] = {}

    def tense_at(self, token: int, within: int | None = None) -> int:
        """+1 or -1 by the nearest cue in the token's clause, else in its sentence, else by the language's habit.

        ``within``: only by a cue of the clause so many tokens away; 0 where there is none.
        """
        clause = self._document.clause_of(token)
        cues = self.cues_of_sentence(clause.sentence)
        place = bisect_left(cues, (token, 0))
        around = cues[max(place - 1, 0) : place + 1]
        near = [cue for cue in around if clause.first <= cue.at < clause.last]
        if within is not None:
            last = token + within if token - clause.first <= 1 else token  # a time that opens its clause has no verb yet
            near = [cue for cue in near if token - within <= cue.at <= last]
        elif not near and (
            tense := self._said_just_before(token, around) or self._present(clause.first, token, clause.last)
        ):
            return tense
        if near:
            return min(near, key=lambda cue: _distance(cue, token)).tense
        if within is not None:
            return 0
        if around and self._document.words[clause.first] not in self._tenses.of_its_own:
            return around[0].tense  # that of the clauses before, if they have one
        return self._tenses.otherwise

    def _said_just_before(self, token: int, around: list[Cue]) -> int:
        """The tense of "by" and "until" before the token, unless the sentence goes on in another."""
        tense = self._tenses.just_before.get(self._document.words[token - 1], 0) if token else 0
        against = [cue for cue in around if cue.tense == -tense]
        # "until then he had" goes on in the other tense; in "lasted until" the verb itself says which.
        return 0 if any(cue.at > token or cue.at == token - 2 for cue in against) else tense

    def _present(self, first: int, token: int, last: int) -> int:
        """The tense of the verb in the present that stands nearest before the token, or else behind it."""
        before = range(token - 1, max(first, token - _PRESENT_BEFORE) - 1, -1)
        behind = range(token + 1, min(last, token + _PRESENT_BEHIND))
        return next((tense for at in (*before, *behind) if (tense := self._present_at(at, first))), 0)

    def _present_at(self, at: int, first: int) -> int:
        words, tenses = self._document.words, self._tenses
        if at > first and words[at - 1] in tenses.passive and tenses[words[at]] < 0:
            return 0 if words[at].startswith(tenses.states) else 1
        tense = tenses.present.get(words[at], 0)
        return 0 if tense and (at == first or words[at - 1] in tenses.makes_noun) else tense

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
        if at == first or not words[at - 1][:1].isalnum():
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
