"""Every token as one character: the words that time expressions are made of, by class, and the shapes of numbers.

A character (code) stands for a set of classes and the kind of proclitic before the word.  Most tokens get
:data:`OTHER`; recognition then looks at the rest only.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Literal

from events.extraction.languages import Language
from events.extraction.text import Document, parse
from events.extraction.text.memory import LONGEST_WORD, MOST_WORDS
from events.extraction.timex.number_shapes import SHAPES, shape_of
from events.extraction.timex.pattern_syntax import CONTINUED, Token

OTHER = "\x00"
#: Codes are characters of Unicode's private use area, which no text holds.
_FIRST_CODE = 0xE000
#: A form written "^may" counts only with a capital, one written "!آب" only without a proclitic ("باب" is a door).
_CAPITAL, _ALONE = "^", "!"

Proclitic = Literal["", "and", "other"]
#: What the marks of patterns ask for.
_KINDS: dict[str, tuple[Proclitic, ...]] = {"": ("",), "+": ("and",), "~": ("", "and", "other")}


@dataclass(frozen=True, slots=True)
class TokenAnalysis:
    """A form: its code, the folded letters of the proclitic before it, and its value in each class."""

    code: str
    letters: int
    values: dict[str, str]


class _Codes(dict[str, str]):
    """Codes of words; numbers are judged by their shape when they are met."""

    def __init__(self, shapes: dict[str, str]) -> None:
        self._shapes = shapes

    def __missing__(self, word: str) -> str:
        code = self._shapes.get(shape_of(word), OTHER) if word[:1].isdecimal() else OTHER
        if len(self) < MOST_WORDS and len(word) <= LONGEST_WORD:
            self[word] = code
        return code


@dataclass(eq=False)
class TokenCodes:
    """The token codes of one language: of its time-words and the plain words its patterns name."""

    language: Language
    analyses: dict[str, TokenAnalysis] = field(default_factory=dict)  # key: words with a space between
    bare: dict[str, str] = field(default_factory=dict)  # code → code of the same word without proclitic

    def __post_init__(self) -> None:
        self._code_by_meaning: dict[tuple[frozenset[str], Proclitic], str] = {}
        self._meaning_of: dict[str, tuple[frozenset[str], Proclitic]] = {}
        self._codes_of_class: dict[tuple[str, Proclitic], str] = {}
        self._longer: dict[str, list[tuple[list[str], str]]] = {}  # first word → the other words, code
        self._capitals: set[str] = set()
        self.codes = _Codes({shape: self._code(classes, "") for shape, classes in SHAPES.items()})

    def add(self, forms: Iterable[tuple[str, str, str]]) -> None:
        """Add (form, class, value) triples, with all proclitics the language writes before them."""
        values: dict[str, dict[str, str]] = {}
        alone: set[str] = set()
        for form, table, value in forms:
            words = " ".join(parse(form.lstrip(_CAPITAL + _ALONE), self.language).words)
            values.setdefault(words, {})[table] = value
            if form.startswith(_CAPITAL):
                self._capitals.add(words)
            elif form.startswith(_ALONE):
                alone.add(words)
        for words, by_class in values.items():
            self._learn(words, by_class, 0, "")
        for words, by_class in values.items():
            for written, letters, kind in () if words in alone else self._with_proclitics(words):
                if written not in self.analyses:
                    self._learn(written, by_class, letters, kind)
        for alternatives in self._longer.values():
            alternatives.sort(key=lambda longer: -len(longer[0]))

    def _learn(self, words: str, values: dict[str, str], letters: int, kind: Proclitic) -> None:
        classes = frozenset(values) | (
            SHAPES.get(shape_of(words), frozenset()) if words[:1].isdecimal() else frozenset()
        )
        code = self._code(classes, kind)
        self.analyses[words] = TokenAnalysis(code, letters, values)
        first, *rest = words.split(" ")
        if rest:
            self._longer.setdefault(first, []).append((rest, code))
        else:
            self.codes[first] = code

    def _with_proclitics(self, words: str) -> Iterator[tuple[str, int, Proclitic]]:
        for proclitic in self.language.proclitics:
            kind: Proclitic = "and" if proclitic in self.language.conjunctions else "other"
            for before, contracted in self.language.contractions:
                if proclitic.endswith(before) and words.startswith(contracted[0]):
                    written = proclitic + contracted[1] + words[len(contracted[0]) :]
                    yield written, len(proclitic), kind
                    break
            else:
                yield proclitic + words, len(proclitic), kind

    def _code(self, classes: frozenset[str], kind: Proclitic) -> str:
        meaning = (classes, kind)
        if meaning not in self._code_by_meaning:
            code = chr(_FIRST_CODE + len(self._code_by_meaning))
            self._code_by_meaning[meaning] = code
            self._meaning_of[code] = meaning
            for name in classes:
                self._codes_of_class[name, kind] = self._codes_of_class.get((name, kind), "") + code
            self.bare[code] = code if kind == "" else self._code(classes, "")
        return self._code_by_meaning[meaning]

    def is_attached(self, code: str) -> bool:
        """Does a proclitic stand before the word that is no conjunction ("لأيام")?"""
        return self._meaning_of[code][1] == "other"

    def surer(self, code: str, other: str, table: str) -> str:
        """The code of a word that is also of class ``table``, if ``other`` is: "آب (أغسطس)"."""
        (classes, kind), (others, _) = self._meaning_of[code], self._meaning_of[other]
        return self._code(classes | {table}, kind) if table in others else code

    def codes_of(self, token: Token, any_proclitic: bool = False) -> str:
        """The codes that a token of a pattern stands for; raises KeyError if no word is of that class."""
        name = token.what if token.is_class else word_class(self.language.fold(token.what))
        kinds = _KINDS["~" if any_proclitic else token.joined]
        codes = "".join(self._codes_of_class.get((name, kind), "") for kind in kinds)
        if not codes:
            raise KeyError(token.what)
        return codes

    def encode(self, document: Document) -> str:
        """The document as a string of codes, one for each token."""
        words = document.words
        codes = list(map(self.codes.__getitem__, words))
        for i, word in enumerate(words):
            if word in self._longer:
                self._mark_longer(words, codes, i)
        if not self._capitals.isdisjoint(words):
            for i, word in enumerate(words):
                if word in self._capitals and not document.capitalised(i):
                    codes[i] = OTHER
        return "".join(codes)

    def _mark_longer(self, words: list[str], codes: list[str], i: int) -> None:
        if codes[i] == CONTINUED:
            return
        for rest, code in self._longer[words[i]]:
            if words[i + 1 : i + 1 + len(rest)] == rest:
                codes[i] = code
                codes[i + 1 : i + 1 + len(rest)] = [CONTINUED] * len(rest)
                return


def word_class(word: str) -> str:
    """The class that holds just this word, for plain words in patterns."""
    return f"'{word}"
