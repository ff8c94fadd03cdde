"""Brackets and quotation marks around a few words: a name or a gloss, not a clause of its own."""

from __future__ import annotations

from events.extraction.text import Document

_CLOSING = {"»": "«", ")": "(", '"': '"', "]": "["}
_OPENING_MARKS = frozenset(_CLOSING.values())
#: So many words between the marks are an aside.
_SHORT = 5


def short_asides(document: Document) -> frozenset[int]:
    """The marks around a few quoted or bracketed words: they part no clause."""
    asides: set[int] = set()
    opened = -1
    for i, word in enumerate(document.words):
        if word in _CLOSING and opened >= 0 and i - opened <= _SHORT and _CLOSING[word] == document.words[opened]:
            asides |= {opened, i}
            opened = -1
        elif word in _OPENING_MARKS:
            opened = i
    return frozenset(asides)
