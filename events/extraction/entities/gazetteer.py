"""Known names in one language: looked up word by word, the longest first, in linear time."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from typing import NamedTuple

from events.extraction.entities.name import NameKind
from events.extraction.entities.name_words import rows_of_words
from events.extraction.languages import Language
from events.extraction.text import Document
from events.extraction.text.marks import APOSTROPHE, CURLY_APOSTROPHE, HYPHEN
from events.extraction.text.tokens import tokenise

#: Letters of a city's name behind a proclitic; fewer are a word of their own more often than a name.
_LETTERS_BEHIND_A_PROCLITIC = 4


class Entry(NamedTuple):
    """What a form stands for; see Name."""

    kind: NameKind
    key: str | None
    country: str | None
    display: str  # "" where the text's own words show best
    demonym: bool = False


class GazetteerMatch(NamedTuple):
    """``entry`` stands at tokens [first, last), in the first of them behind ``skipped`` folded letters."""

    entry: Entry
    last: int
    skipped: int


class Gazetteer:
    """Forms and what they stand for.  The first to claim a form keeps it, so the surest are added first."""

    def __init__(self, language: Language) -> None:
        self._language = language
        #: Where capitals mark names, a name is found as it is written, not as it is folded.
        self.cased = language.typology.capitals_mark_names
        self._forms: dict[str, Entry] = {}
        self._lengths: dict[str, int] = {}
        self._contractions = _contractions(language)

    def add(self, forms: Iterable[str], entry: Entry) -> None:
        for form in forms:
            self._add_form(form, entry)
            if self.cased and not form.isascii() and (plain := without_accents(form)).isascii():
                self._add_form(plain, entry)

    def _add_form(self, form: str, entry: Entry) -> None:
        if form.isalpha():
            words, surfaces = [self._language.fold(form)], [form]
        else:
            words, starts, ends = tokenise(form, self._language)
            surfaces = [form[start:end] for start, end in zip(starts, ends, strict=True)]
        if not words or words == [HYPHEN]:
            return
        self._forms.setdefault(" ".join(surfaces if self.cased else words).replace(CURLY_APOSTROPHE, APOSTROPHE), entry)
        self._lengths[words[0]] = max(self._lengths.get(words[0], 0), len(words))

    def at(self, document: Document, first: int) -> GazetteerMatch | None:
        """The longest known name that begins at the token, behind a proclitic where the token is none by itself."""
        word = document.words[first]
        if word in self._lengths and (found := self._at(document, first, word, 0)):
            return found
        for prefix in self._language.proclitics if not self.cased else ():
            rest = word[len(prefix) :]
            if len(rest) >= _LETTERS_BEHIND_A_PROCLITIC - 1 and word.startswith(prefix):
                found = self._behind(document, first, rest, len(prefix))
                if found:
                    return found
        for prefix, article in self._contractions:
            if word.startswith(prefix) and (found := self._at(document, first, article + word[len(prefix) :], 0)):
                return found._replace(skipped=len(prefix) - 1)
        return None

    def _behind(self, document: Document, first: int, rest: str, skipped: int) -> GazetteerMatch | None:
        if rest not in self._lengths:
            return None
        found = self._at(document, first, rest, skipped)
        short = len(rest) < _LETTERS_BEHIND_A_PROCLITIC and found is not None and found.last == first + 1
        return None if short and found is not None and found.entry.kind is NameKind.CITY else found

    def _at(self, document: Document, first: int, word: str, skipped: int) -> GazetteerMatch | None:
        longest = min(self._lengths.get(word, 0), len(document.words) - first)
        if self.cased:
            words = [document.body[document.starts[i] : document.ends[i]] for i in range(first, first + longest)]
        else:
            words = [word, *document.words[first + 1 : first + longest]]
        for length in range(longest, 0, -1):
            entry = self._forms.get(" ".join(words[:length]).replace(CURLY_APOSTROPHE, APOSTROPHE))
            if entry is not None:
                return GazetteerMatch(entry, first + length, skipped)
        return None


def _contractions(language: Language) -> list[tuple[str, str]]:
    rows = [row for row in rows_of_words(language) if row.table == "contraction"]
    pairs = [(language.fold(form), language.fold(row.value)) for row in rows for form in row.forms]
    return sorted(pairs, key=lambda pair: -len(pair[0]))


def without_accents(form: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFKD", form) if not unicodedata.combining(c))
