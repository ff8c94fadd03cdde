"""Does a clause look ahead or back?  Told by the words of tense.toml, without a tagger."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from events.extraction.languages import Language
from events.extraction.text import Document

_REMEMBERED = 50_000


@dataclass(frozen=True, slots=True)
class TenseRow:
    """Words (or phrases) that look ahead (+1) or back (-1); ``beginnings`` and ``endings`` of words that do,
    from ``longer_than`` letters on and unless they begin with one of ``unless``."""

    tense: int
    words: tuple[str, ...] = ()
    beginnings: tuple[str, ...] = ()
    endings: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    longer_than: int = 0
    where: str = ""

    def faults(self) -> Iterator[str]:
        if self.tense not in (-1, 1):
            yield "“tense” must be 1 (ahead) or -1 (back)"


class Cue(NamedTuple):
    """Token ``at`` says that its clause lies ahead (+1) or back (-1)."""

    at: int
    tense: int


class _Tenses(dict[str, int]):
    """The tense of single words; unknown ones are judged by beginning and ending when they are met."""

    def __init__(self, language: Language) -> None:
        self.phrases: dict[str, list[tuple[list[str], int]]] = {}
        self._shapes: list[tuple[TenseRow, tuple[str, ...], tuple[str, ...], tuple[str, ...]]] = []
        for row in language.rows("tense", TenseRow):
            fold = language.fold
            self._shapes.append(
                (row, tuple(map(fold, row.beginnings)), tuple(map(fold, row.endings)), tuple(map(fold, row.unless)))
            )
            for words in row.words:
                first, *rest = fold(words).split()
                for written in (first, *(proclitic + first for proclitic in language.conjunctions)):
                    if rest:
                        self.phrases.setdefault(written, []).append((rest, row.tense))
                    else:
                        self[written] = row.tense

    def __missing__(self, word: str) -> int:
        tense = next((row.tense for row, *shape in self._shapes if _has_shape(word, row, *shape)), 0)
        if len(self) < _REMEMBERED and len(word) < 40:
            self[word] = tense
        return tense


def _has_shape(
    word: str, row: TenseRow, beginnings: tuple[str, ...], endings: tuple[str, ...], unless: tuple[str, ...]
) -> bool:
    if len(word) <= row.longer_than or not (beginnings or endings) or word.startswith(unless or ("\0",)):
        return False
    return (not beginnings or word.startswith(beginnings)) and (not endings or word.endswith(endings))


class TenseReader:
    """Reads the tense around tokens of one document; clauses are read once, when asked for."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._tenses: _Tenses = document.language.cached("tenses", _Tenses)
        self._cues: dict[int, list[Cue]] = {}

    def tense_at(self, token: int) -> int:
        """+1 or -1 by the nearest cue in the token's clause, else in its sentence; 0 where there is none."""
        clause = self._document.clause_of(token)
        cues = self.cues_of_sentence(clause.sentence)
        place = bisect_left(cues, (token, 0))
        around = cues[max(place - 1, 0) : place + 1]
        near = [cue for cue in around if clause.first <= cue.at < clause.last] or around
        return min(near, key=lambda cue: (abs(cue.at - token), cue.at)).tense if near else 0

    def cues_of_sentence(self, sentence: int) -> list[Cue]:
        """All words of a sentence that tell a tense."""
        if sentence not in self._cues:
            first, last, *_ = self._document.sentences[sentence]
            self._cues[sentence] = [Cue(at, tense) for at in range(first, last) if (tense := self._tense_of(at))]
        return self._cues[sentence]

    def _tense_of(self, at: int) -> int:
        words = self._document.words
        for rest, tense in self._tenses.phrases.get(words[at], ()):
            if words[at + 1 : at + 1 + len(rest)] == rest:
                return tense
        return self._tenses[words[at]]
