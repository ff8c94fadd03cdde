"""The words under which an event is found, folded the same way when stored and when asked for.

Arabic is folded for hamza, ى/ة, diacritics and tatweel (the engine's folding) and loses the article
and a proclitic before it; English is stemmed (Snowball's English stemmer).
"""

from __future__ import annotations

import re
import threading
from collections.abc import Iterable

import snowballstemmer

from events.extraction.languages import available, load

_WORD = re.compile(r"[^\W_]+")
_ARABIC_ARTICLE = re.compile(r"^[وف]?(?:[بك]?ال|لل)(?=\w{2})")
# Snowball's stemmers keep the word they work on in themselves.
_stemmers = threading.local()


def query_terms(words: str) -> list[str]:
    """The terms to look for, each once, in the order asked; only letters and digits, safe in a tsquery."""
    return list(dict.fromkeys(_term(word) for word in _WORD.findall(_fold(words))))


def stored_terms(texts: Iterable[str]) -> str:
    """All terms of these texts, for the column that search reads."""
    return " ".join(dict.fromkeys(term for text in texts for term in query_terms(text)))


def _fold(text: str) -> str:
    """Folded for every language there is: a reader's words may be in any of them."""
    for code in available():
        text = load(code).fold(text)
    return text


def _term(word: str) -> str:
    if word.isascii():
        if not hasattr(_stemmers, "english"):
            _stemmers.english = snowballstemmer.stemmer("english")
        return _stemmers.english.stemWord(word)
    return _ARABIC_ARTICLE.sub("", word)
