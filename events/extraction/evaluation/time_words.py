"""Whether a stretch of text says more than when: a date by itself tells no event."""

from __future__ import annotations

import functools
import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

_WORD = re.compile(r"\w+")
_VOWEL_SIGNS = re.compile("[\u064b-\u0652\u0640]")  # with the stroke that lengthens a word
_BARE_ALEF = str.maketrans("أإآ", "ااا")


@dataclass(frozen=True, slots=True)
class TimeWords:
    """The time words of one language."""

    whole: frozenset[str]
    stems: tuple[str, ...]
    attached: str
    article: str

    def hold(self, word: str) -> bool:
        """Whether the word, in lower case, is one of them: as it stands or without what is attached to it."""
        return any(form in self.whole or form.startswith(self.stems) for form in self._forms(word))

    def _forms(self, word: str) -> Iterator[str]:
        starts = [word, word[1:]] if word[:1] in tuple(self.attached) else [word]
        for start in starts:
            yield start
            if self.article and start.startswith(self.article):
                yield start.removeprefix(self.article)


def says_something(text: str) -> bool:
    """Whether a word of two letters or more is left when time words and numbers of all languages are taken away."""
    words = (word for word in _WORD.findall(_VOWEL_SIGNS.sub("", text).lower()) if len(word) > 1)
    return not all(word[0].isdecimal() or any(known.hold(word) for known in time_words()) for word in words)


@functools.cache
def time_words() -> tuple[TimeWords, ...]:
    """What time_words.toml lists, language by language."""
    tables = tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))
    return tuple(
        TimeWords(
            frozenset(_spellings(table["whole"])),
            tuple(_spellings(table["stems"])),
            table["attached"],
            table["article"],
        )
        for table in tables.values()
    )


def _spellings(words: list[str]) -> set[str]:
    return {spelling for word in words for spelling in (word, word.translate(_BARE_ALEF))}
