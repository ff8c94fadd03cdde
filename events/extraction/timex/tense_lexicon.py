"""The words that tell a tense, tense.toml: looked up as they are met."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from events.extraction.languages import Language
from events.extraction.text.memory import LONGEST_WORD, MOST_WORDS


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
    background: bool = False  # words that begin a clause which sets no scene
    infinitive: bool = False  # words that make the next verb an infinitive, which tells no tense
    then: tuple[str, ...] = ()  # the words count where one of these stands right before the expression
    passive: bool = False  # words that put a participle in the present ("is sold"), unless it is one of ``unless``
    otherwise: bool = False  # the tense of sentences without any such word
    makes_noun: bool = (
        False  # words that make the next one a noun or adjective: "a revised budget" looks back at nothing
    )
    opens_clause: bool = False  # words behind which a clause begins as behind a comma ("while")
    first_in_clause: bool = False  # counts only as the first word of its clause
    followed_by: tuple[str, ...] = ()  # the words count only before a word that begins so, unless with ``unless``
    not_behind: tuple[str, ...] = ()  # ... and not behind these words
    reports: bool = False  # words that also say that something was said: their day is not that of the event
    where: str = ""

    def faults(self) -> Iterator[str]:
        if self.tense not in ((0,) if self._tells_none else (-1, 1)):
            yield "“tense” must be 1 (ahead) or -1 (back), and 0 where the words only say how others are read"

    @property
    def _tells_none(self) -> bool:
        reads_others = (
            self.of_its_own,
            self.opens_clause,
            self.makes_noun,
            self.passive,
            self.infinitive,
            self.background,
        )
        return any(reads_others)


class Tenses(dict[str, int]):
    """The tense of single words; unknown ones are judged by beginning and ending when they are met."""

    def __init__(self, language: Language) -> None:
        rows = language.rows("tense", TenseRow)
        self._language = language
        self.phrases: dict[str, list[tuple[list[str], int]]] = {}
        self.of_its_own: set[str] = set()
        self.opens_clause: set[str] = set()
        self.makes_noun: set[str] = set()
        self.infinitive: set[str] = set()
        self.background: set[str] = set()
        self.arranging: dict[str, set[str]] = {}  # the word before an expression → the verbs that put it ahead
        self.just_before: dict[str, int] = {}
        self.present: dict[str, int] = {}
        self.passive: set[str] = set()
        self.reports: set[str] = set()
        self.states = tuple(language.fold(word) for row in rows if row.passive for word in row.unless) or (" ",)
        self.before: dict[str, _Before] = {}  # words that count by what follows them
        self.first: dict[str, int] = {}  # words that count as the first of their clause only
        self.otherwise = next((row.tense for row in rows if row.otherwise), 0)
        self._shapes = [_Shape(row, language) for row in rows if row.beginnings or row.endings]
        for row in rows:
            for words in row.words:
                first, *rest = language.fold(words).split()
                for written in (first, *(proclitic + first for proclitic in language.conjunctions)):
                    self._learn(written, rest, row)
        for phrases in self.phrases.values():
            phrases.sort(key=lambda phrase: -len(phrase[0]))  # "was to have" before "was to"

    def _learn(self, first: str, rest: list[str], row: TenseRow) -> None:
        if rest:
            self.phrases.setdefault(first, []).append((rest, row.tense))
        elif row.of_its_own:
            self.of_its_own.add(first)
        elif row.opens_clause:
            self.opens_clause.add(first)
        elif row.makes_noun:
            self.makes_noun.add(first)
        elif row.background:
            self.background.add(first)
        elif row.infinitive:
            self.infinitive.add(first)
        elif row.then:
            for word in row.then:
                self.arranging.setdefault(word, set()).add(first)
        elif row.passive:
            self.passive.add(first)
        elif row.followed_by:
            self.before[first] = _Before(row, self._language)
        elif row.present:
            self.present[first] = row.tense
        elif row.just_before:
            self.just_before[first] = row.tense
        elif row.first_in_clause:
            self.first[first] = row.tense
        else:
            self[first] = row.tense
            if row.reports:
                self.reports.add(first)

    def __missing__(self, word: str) -> int:
        tense = next((shape.tense for shape in self._shapes if not shape.first_only and shape.fits(word)), 0)
        if len(self) < MOST_WORDS and len(word) <= LONGEST_WORD:
            self[word] = tense
        return tense

    def of_first(self, word: str) -> int:
        """The tense of the first word of a clause."""
        found = self[word] or self.first.get(word, 0)
        return found or next((shape.tense for shape in self._shapes if shape.first_only and shape.fits(word)), 0)


class _Before:
    """A word that tells a tense by the word behind it."""

    def __init__(self, row: TenseRow, language: Language) -> None:
        self.tense = row.tense
        self._begins, self._unless, self._not_behind = (
            tuple(map(language.fold, words)) for words in (row.followed_by, row.unless, row.not_behind)
        )

    def fits(self, before: str, following: str) -> bool:
        """May it stand between these two words?"""
        begins = following.startswith(self._begins) and not following.startswith(self._unless or (" ",))
        return begins and before not in self._not_behind


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
