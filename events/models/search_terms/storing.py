"""What is kept of a thing's texts, and by which rules."""

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

#: Characters of a name or a short title.
_NAME = 60
#: What the rules are made of, in the folder of the languages.
_DATA = ("*/search/*.toml", "*/language.toml", "*/lexicon/clitics.toml")


def stored_terms(texts: Iterable[str]) -> str:
    """All terms of these texts, each once, with spaces between them."""
    each = (_terms_of_name(text) if len(text) <= _NAME else _terms_of_text(text) for text in texts)
    return " ".join(dict.fromkeys(term for terms in each for term in terms))


def _terms_of_text(text: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(term for parts in words_of(text) for term in _terms_of_word(parts)))


#: The same actors and places are named again and again.
_terms_of_name = lru_cache(maxsize=20_000)(_terms_of_text)


@lru_cache(maxsize=100_000)
def _terms_of_word(parts: tuple[str, ...]) -> tuple[str, ...]:
    """The terms of a word: of each of its parts, and of them written together."""
    words = parts if len(parts) == 1 else (*parts, "".join(parts)[:LONGEST_WORD])
    return tuple(dict.fromkeys(term for word in words for kind in readings(word) for term in kind))


@lru_cache(maxsize=1)
def rules_digest() -> str:
    """Of the rules by which terms are made: another one means that what is stored must be made again."""
    code, data = Path(__file__).parent, Path(languages.__file__).parent
    files = [*code.glob("*.py"), *(file for name in _DATA for file in data.glob(name))]
    return digest_of(files, code.parents[1], [version("snowballstemmer"), unicodedata.unidata_version])
