"""The words that tell the kind and the bounds of names, from the language's folder."""

from __future__ import annotations

import functools
from dataclasses import dataclass, field

from events.extraction.entities.name import NameKind
from events.extraction.languages import Language, LexiconRow
from events.extraction.text.tokens import tokenise

_HEADS = {"organisation": NameKind.ORGANISATION, "place": NameKind.PLACE, "other": NameKind.OTHER}


#: Table of ``entities/words.toml`` → the keys that its rows may have; [contraction] has any, the letters themselves.
_KEYS = {
    "head": tuple(_HEADS),
    "inside": ("name", "behind", "person"),
    "before": ("place",),
    "role": ("title", "attribute", "noun"),
    "stop": ("word",),
    "stop_city": ("name",),
    "contraction": (),
}


@dataclass(eq=False)
class NameWords:
    """All folded.  ``titles`` are token sequences by their first token, the longest first."""

    heads: dict[str, NameKind] = field(default_factory=dict)
    inside: frozenset[str] = frozenset()
    behind: frozenset[str] = frozenset()
    particles: frozenset[str] = frozenset()
    titles: dict[str, list[tuple[str, ...]]] = field(default_factory=dict)
    attributes: frozenset[str] = frozenset()
    person_nouns: frozenset[str] = frozenset()
    stops: frozenset[str] = frozenset()
    place_prepositions: frozenset[str] = frozenset()
    articles: tuple[str, ...] = ()
    contractions: tuple[str, ...] = ()

    @functools.cached_property
    def longest_title(self) -> int:
        """Tokens of the longest title."""
        return max((len(title) for titles in self.titles.values() for title in titles), default=0)

    def bounds(self, word: str) -> bool:
        """Is the word none of a person's name: a stop word, an institution, a title?"""
        return word in self.stops or word in self.heads or word in self.titles

    def title_at(self, words: list[str], first: int) -> int:
        """How many tokens the longest title at ``first`` has; 0 for none."""
        for title in self.titles.get(words[first], ()):
            if tuple(words[first : first + len(title)]) == title:
                return len(title)
        return 0


def rows_of_words(language: Language) -> tuple[LexiconRow, ...]:
    """The rows of ``entities/words.toml``; LanguageError for an unknown table or key."""
    rows: tuple[LexiconRow, ...] = language.cached("entities.word_rows", _checked)
    return rows


def _checked(language: Language) -> tuple[LexiconRow, ...]:
    rows = language.lexicon("entities/words")
    for row in rows:
        if row.table not in _KEYS:
            raise language.fault(row.where, f"unknown table “{row.table}”; known are {', '.join(_KEYS)}")
        if _KEYS[row.table] and row.value not in _KEYS[row.table]:
            raise language.fault(row.where, f"[{row.table}] has {', '.join(_KEYS[row.table])}, not “{row.value}”")
    return rows


def name_words(language: Language) -> NameWords:
    words: NameWords = language.cached("entities.words", _read)
    return words


def _read(language: Language) -> NameWords:
    rows = {(row.table, row.value): row for row in rows_of_words(language)}

    def folded(table: str, value: str) -> frozenset[str]:
        row = rows.get((table, value))
        return frozenset(map(language.fold, row.forms)) if row else frozenset()

    heads = {form: kind for value, kind in _HEADS.items() for form in folded("head", value)}
    return NameWords(
        heads=heads,
        inside=folded("inside", "name"),
        behind=folded("inside", "behind"),
        particles=folded("inside", "person"),
        titles=_titles(language, folded("role", "title")),
        attributes=folded("role", "attribute"),
        person_nouns=folded("role", "noun"),
        stops=folded("stop", "word"),
        place_prepositions=folded("before", "place"),
        articles=tuple(language.fold(value) for table, value in rows if table == "contraction"),
        contractions=tuple(
            language.fold(form) for (table, _), row in rows.items() if table == "contraction" for form in row.forms
        ),
    )


def _titles(language: Language, forms: frozenset[str]) -> dict[str, list[tuple[str, ...]]]:
    titles: dict[str, list[tuple[str, ...]]] = {}
    for form in sorted(forms, key=lambda form: (-len(form.split()), form)):
        words = tuple(tokenise(form, language)[0])
        titles.setdefault(words[0], []).append(words)
    return titles
