"""One language: its folder, its first facts (language.toml) and the rows other rooms ask for."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

from events.extraction.languages.alphabets import check_letters
from events.extraction.languages.loading import LanguageError, read_rows, read_tables
from events.extraction.languages.schema import build_rows
from events.extraction.languages.typology import TABLE, Typology, read_typology
from events.extraction.text.folding import Folding
from events.extraction.text.marks import APOSTROPHE
from events.extraction.text.tokens import token_pattern

T = TypeVar("T")
_HERE = Path(__file__).parent
#: What a language's folder may hold beside files, and the names of two of them before December 2026.
FOLDERS = frozenset({"lexicon", "entities", "search"})
FORMER_FOLDERS = {"happenings": "lexicon", "names": "entities"}


class LexiconRow(NamedTuple):
    """One fact: words of class ``table`` (MONTH) that mean ``value`` ("1"); ``forms`` as written."""

    where: str
    table: str
    value: str
    forms: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FirstFacts:
    """language.toml: what the text room and the detection need."""

    name: str  # in the language itself
    script: str  # the first word of its letters' Unicode names, "LATIN"
    function_words: tuple[str, ...]  # the most frequent words, by which the language is told
    words_of_neighbours: tuple[str, ...] = ()  # those of them that other languages of the script have too
    abbreviations: tuple[str, ...] = ()  # words whose full stop does not end a sentence
    clause_words: tuple[str, ...] = ()  # words that begin a clause
    proclitics: tuple[str, ...] = ()  # what is written together with the word behind it
    conjunctions: tuple[str, ...] = ()  # those proclitics that mean "and"
    contractions: tuple[str, ...] = ()  # "ل + ال → لل": how a proclitic melts with the beginning of a word
    other_languages_letters: str = ""  # letters of the script that this language does not write
    foreign_in_data: str = ""  # letters refused in this folder's files
    drop: tuple[str, ...] = ()  # characters without meaning; ranges "a-b"
    endings_apart: tuple[str, ...] = ()  # "'s": endings with an apostrophe that are words of their own
    replace: tuple[str, ...] = ()  # "أإآ → ا": letters that count as another
    where: str = ""

    def faults(self) -> Iterator[str]:
        """Sentences about what is wrong."""
        for ending in self.endings_apart:
            if not ending.startswith(APOSTROPHE) or not ending[1:].isalpha():
                yield f"“{ending}” in “endings_apart” must be an apostrophe and letters"


@dataclass(eq=False)
class Language:
    """See the package's docstring; made by :func:`load`."""

    code: str
    folder: Path
    facts: FirstFacts
    typology: Typology
    folding: Folding
    name: str = field(init=False)
    token: re.Pattern[str] = field(init=False)
    proclitics: tuple[str, ...] = field(init=False)
    conjunctions: frozenset[str] = field(init=False)
    contractions: tuple[tuple[str, tuple[str, str]], ...] = field(init=False)  # before, (beginning, what it becomes)
    function_words: frozenset[str] = field(init=False)
    telling_words: frozenset[str] = field(init=False)
    abbreviations: frozenset[str] = field(init=False)
    clause_words: frozenset[str] = field(init=False)

    def __post_init__(self) -> None:
        self.name = self.facts.name
        self.token = token_pattern(self.facts.endings_apart)
        self.proclitics = tuple(sorted(map(self.fold, self.facts.proclitics), key=lambda word: (-len(word), word)))
        self.conjunctions = frozenset(map(self.fold, self.facts.conjunctions))
        self.contractions = tuple(_contraction(rule, self.facts.where) for rule in self.facts.contractions)
        self.function_words = frozenset(map(self.fold, self.facts.function_words))
        self.telling_words = self.function_words - set(map(self.fold, self.facts.words_of_neighbours))
        self.abbreviations = frozenset(map(self.fold, self.facts.abbreviations))
        self.clause_words = frozenset(map(self.fold, self.facts.clause_words))
        self._cache: dict[tuple[str, object], Any] = {}

    def fold(self, text: str) -> str:
        return self.folding.fold(text)

    def files(self, stem: str) -> list[Path]:
        """``stem*.toml`` and ``stem*.tsv`` in the folder, checked for wrong letters."""
        paths = sorted(path for suffix in ("toml", "tsv") for path in self.folder.glob(f"{stem}*.{suffix}"))
        for path in paths:
            check_letters(path, self.facts.foreign_in_data)
        return paths

    def rows(self, stem: str, schema: type[T]) -> tuple[T, ...]:
        """The rows of all files whose name begins with ``stem``, as ``schema``; see the package's docstring."""
        key = (stem, schema)
        if key not in self._cache:
            self._cache[key] = build_rows((row for path in self.files(stem) for row in read_rows(path)), schema)
        rows: tuple[T, ...] = self._cache[key]
        return rows

    def lexicon(self, stem: str) -> tuple[LexiconRow, ...]:
        """The rows ``value = "form, form"`` of the tables in ``stem*.toml``; no form twice in a table."""
        key = (stem, LexiconRow)
        if key not in self._cache:
            self._cache[key] = tuple(self._lexicon_rows(stem))
        rows: tuple[LexiconRow, ...] = self._cache[key]
        return rows

    def _lexicon_rows(self, stem: str) -> list[LexiconRow]:
        rows: list[LexiconRow] = []
        seen: dict[tuple[str, str], str] = {}
        for path in self.files(stem):
            for where, table, value, forms in read_tables(path):
                row = LexiconRow(where, table, value, self._forms(where, forms))
                for form in row.forms:
                    if (table, form) in seen:
                        raise self.fault(where, f"“{form}” stands already at {seen[table, form]}")
                    seen[table, form] = where
                rows.append(row)
        return rows

    def _forms(self, where: str, forms: object) -> tuple[str, ...]:
        """A text with commas between the forms, or a list of them (for a form that is a comma)."""
        items = forms.split(",") if isinstance(forms, str) else forms
        if not isinstance(items, list) or not all(isinstance(item, str) and item.strip() for item in items):
            raise self.fault(where, "forms must be a text with commas between them, or a list of texts")
        return tuple(item.strip() for item in items)

    def cached(self, key: str, make: Any) -> Any:
        """What a room computes from this language's data once: ``make(language)``."""
        if (key, None) not in self._cache:
            self._cache[key, None] = make(self)
        return self._cache[key, None]

    @staticmethod
    def fault(where: str, complaint: str) -> LanguageError:
        return LanguageError(f"{where}: {complaint}")


@functools.cache
def available() -> tuple[str, ...]:
    """The codes of all languages that have a folder."""
    return tuple(sorted(path.parent.name for path in _HERE.glob("*/language.toml")))


@functools.cache
def load(code: str) -> Language:
    """The language of that code; LanguageError if its first facts are wrong, KeyError if it has no folder."""
    if code not in available():
        raise KeyError(code)
    return load_folder(_HERE / code)


def load_folder(folder: Path) -> Language:
    """The language in any folder (tests use their own)."""
    path = folder / "language.toml"
    rows = build_rows(read_rows(path, apart=(TABLE,)), FirstFacts)
    if len(rows) != 1:
        raise LanguageError(f"{folder.name}/language.toml:1: one [[language]] is wanted, not {len(rows)}")
    facts = rows[0]
    check_letters(path, facts.foreign_in_data)
    typology = read_typology(path)
    _refuse_unknown_folders(folder)
    return Language(folder.name, folder, facts, typology, Folding(_replacements(facts), facts.drop))


def _refuse_unknown_folders(folder: Path) -> None:
    """Words in a folder that nothing reads would be missing in silence."""
    for path in sorted(folder.iterdir()):
        if path.is_dir() and path.name not in FOLDERS and not path.name.startswith(("_", ".")):
            now = FORMER_FOLDERS.get(path.name)
            advice = f"it is called “{now}” now" if now else f"known are {', '.join(sorted(FOLDERS))}"
            raise LanguageError(f"{folder.name}/{path.name}: nothing reads this folder; {advice}")


def _replacements(facts: FirstFacts) -> dict[str, str]:
    replacements: dict[str, str] = {}
    for rule in facts.replace:
        old, arrow, new = rule.partition(" → ")
        if not arrow or not old or not new:
            raise LanguageError(f"{facts.where}: “{rule}” must be written “old → new”")
        replacements[old] = new
    return replacements


def _contraction(rule: str, where: str) -> tuple[str, tuple[str, str]]:
    parts, arrow, result = rule.partition(" → ")
    before, plus, beginning = parts.partition(" + ")
    if not arrow or not plus or not result.startswith(before):
        raise LanguageError(f"{where}: “{rule}” must be written “proclitic + beginning → both together”")
    return before, (beginning, result[len(before) :])
