"""Brackets and quotation marks around a few words: a name or a gloss, not a clause of its own."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from events.extraction.text import Document
from events.extraction.text.marks import COMMAS, PAIRS

#: So many words between the marks are an aside.
_SHORT = 5
#: So many words may stand between an aside and the verb of its subject ("has also").
_TO_THE_VERB = 3


def relative_asides(
    words: Sequence[str],
    relative: Collection[str],
    sentence_of: Sequence[int],
    verbs: Collection[int],
    joining: Collection[str],
) -> list[tuple[int, int]]:
    """The commas around relative clauses behind which the verb of their subject follows: "the firm, which opened in
    1990, was sold"."""
    asides: list[tuple[int, int]] = []
    opened = -1
    for i, word in enumerate(words):
        if word not in COMMAS:
            continue
        if opened >= 0 and sentence_of[opened] == sentence_of[i]:
            following = range(i + 1, i + 1 + _TO_THE_VERB)
            if words[i + 1 : i + 2] and words[i + 1] not in joining and any(token in verbs for token in following):
                asides.append((opened, i))
            opened = -1
        if i + 1 < len(words) and (words[i + 1] in relative or i + 1 in verbs):  # "the firm, founded in 1990, has"
            opened = i
    return asides


def short_asides(document: Document) -> frozenset[int]:
    """The marks around a few quoted or bracketed words: they part no clause."""
    asides: set[int] = set()
    opened = -1
    for i, word in enumerate(document.words):
        if opened >= 0 and i - opened <= _SHORT and PAIRS[document.words[opened]] == word:
            asides |= {opened, i}
            opened = -1
        elif word in PAIRS:
            opened = i
    return frozenset(asides)
