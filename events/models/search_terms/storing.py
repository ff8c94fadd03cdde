"""From the texts of a row to its stored search terms, and a digest of the rules that make them."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from functools import lru_cache
from importlib.metadata import version
from pathlib import Path

from events.extraction import languages
from events.extraction.version import digest_of
from events.models.search_terms.readings import readings, words_of
from events.models.search_terms.spelling import LONGEST_WORD

#: The terms of texts up to this many characters are cached: names and short titles.
_NAME = 60
#: The files that the rules are made of, in the folder of the languages.
_DATA = ("*/search/*.toml", "*/language.toml", "*/lexicon/clitics.toml")


def stored_terms(texts: Iterable[str]) -> str:
    """All terms of these texts, each once, separated by spaces."""
    each = (_terms_of_name(text) if len(text) <= _NAME else _terms_of_text(text) for text in texts)
    return " ".join(dict.fromkeys(term for terms in each for term in terms))


def _terms_of_text(text: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(term for parts in words_of(text) for term in _terms_of_word(parts)))


#: Cached, because the same actors and places are named again and again.
_terms_of_name = lru_cache(maxsize=20_000)(_terms_of_text)


@lru_cache(maxsize=100_000)
def _terms_of_word(parts: tuple[str, ...]) -> tuple[str, ...]:
    """The terms of a word's parts, and of the parts written together."""
    words = parts if len(parts) == 1 else (*parts, "".join(parts)[:LONGEST_WORD])
    return tuple(dict.fromkeys(term for word in words for kind in readings(word) for term in kind))


@lru_cache(maxsize=1)
def rules_digest() -> str:
    """SHA-256, hexadecimal, of everything that decides how terms are made.

    When it changes, all stored terms must be made again.
    """
    code, data = Path(__file__).parent, Path(languages.__file__).parent
    files = [*code.glob("*.py"), *(file for name in _DATA for file in data.glob(name))]
    return digest_of(files, code.parents[1], [version("snowballstemmer"), unicodedata.unidata_version])
