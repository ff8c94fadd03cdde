"""Brackets and quotation marks around a few words: a name or a gloss, not a clause of its own."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from events.extraction.text import Document

_CLOSING = {"»": "«", ")": "(", '"': '"', "]": "["}
_COMMAS = frozenset(",،")
_OPENING_MARKS = frozenset(_CLOSING.values())
#: So many words between the marks are an aside.
_SHORT = 5
#: So many words may stand between an aside and the verb of its subject ("has also").
_TO_THE_VERB = 3


def ends_of_relatives(
    words: Sequence[str], relative: Collection[str], sentence_of: Sequence[int], verbs: Collection[int]
) -> frozenset[int]:
    """The commas behind which a clause goes on with its verb after a relative one: "the firm, which opened in 1990,
    was sold"."""
    ends: set[int] = set()
    inside = -1  # the sentence whose relative clause is open
    for i, word in enumerate(words):
        if word not in _COMMAS:
            continue
        if inside == sentence_of[i]:
            if any(following in verbs for following in range(i + 1, i + 1 + _TO_THE_VERB)):
                ends.add(i)
            inside = -1
        if i + 1 < len(words) and words[i + 1] in relative:
            inside = sentence_of[i]
    return frozenset(ends)


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
