"""Where sentences, clauses and quotations begin and end.  Every function walks the tokens once."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from events.extraction.text.marks import (
    APOSTROPHE,
    CLAUSE_ENDS,
    CLOSING,
    COMMAS,
    DASHES,
    FULL_STOP,
    OPENING,
    QUOTES,
    SENTENCE_ENDS,
)

if TYPE_CHECKING:
    from events.extraction.languages import Language

#: What ends a line, in any system's way.
_LINE_END = re.compile(r"[\r\n\u2028\u2029\x85]+")
#: What still belongs to a sentence where it touches the mark that ends it.
_BEHIND_AN_END = CLOSING | {APOSTROPHE}


def sentences(
    body: str, words: list[str], starts: list[int], ends: list[int], language: Language
) -> Iterator[tuple[int, int, int]]:
    """Token ranges [first, last) that cover the text, each with the number of its paragraph."""
    total = len(words)
    breaks = _paragraph_breaks(body, starts)
    first = paragraph = 0
    skip_to = 0
    enders = {
        i  # a mark, or an abbreviation ("p.m.") whose full stop may also end the sentence
        for i, word in enumerate(words)
        if word in SENTENCE_ENDS or word.endswith(FULL_STOP)
    }
    for i in sorted(enders | breaks):
        if i in breaks and i > first:
            yield first, i, paragraph
            first = i
        paragraph += i in breaks
        if i < skip_to or i not in enders:
            continue
        last = i + 1
        while last < total and last not in breaks and _sticks(words, starts, ends, last):
            last += 1
        skip_to = last
        if last < total and last not in breaks and _ends_sentence(body, words, starts, ends, i, last, language):
            yield first, last, paragraph
            first = last
    if first < total:
        yield first, total, paragraph


def _paragraph_breaks(body: str, starts: list[int]) -> set[int]:
    """The tokens that begin a new line, the first token aside."""
    breaks: set[int] = set()
    token = 0
    for match in _LINE_END.finditer(body):
        while token < len(starts) and starts[token] < match.end():
            token += 1
        if 0 < token < len(starts):
            breaks.add(token)
    return breaks


def _sticks(words: list[str], starts: list[int], ends: list[int], i: int) -> bool:
    """A second full stop, or a closing mark that touches the one before it."""
    return words[i] in SENTENCE_ENDS or (words[i] in _BEHIND_AN_END and starts[i] == ends[i - 1])


def _ends_sentence(
    body: str, words: list[str], starts: list[int], ends: list[int], ender: int, following: int, language: Language
) -> bool:
    """Is the full stop at ``ender`` one, given the token that follows it and its closing marks?"""
    before = words[ender - 1] if ender and starts[ender] == ends[ender - 1] else ""
    touches = starts[following] == ends[following - 1]
    character = body[starts[following]]
    if len(words[ender]) > 1:  # "5 p.m. The …"
        return character.isupper() and words[following] in language.function_words
    if words[ender] == FULL_STOP and (
        before in language.abbreviations or (len(before) == 1 and before.isascii() and before.isalpha())
    ):
        return False
    if touches and character.isascii():
        return False
    return not character.islower()


def clauses(words: list[str], first: int, last: int, language: Language) -> Iterator[tuple[int, int]]:
    """Cut tokens [first, last) at marks (which end a clause) and at clause words (which begin one)."""
    start = first
    for i in range(first, last):
        word = words[i]
        if i < start:
            continue
        if word in language.clause_words or word in OPENING:
            if i > start and words[i - 1] not in OPENING:
                yield start, i
                start = i
        elif word in CLAUSE_ENDS and not _inside_date(words, i, first, last):
            end = i + 1
            while end < last and words[end] in CLAUSE_ENDS:
                end += 1
            yield start, end
            start = end
    if start < last:
        yield start, last


def _inside_date(words: list[str], i: int, first: int, last: int) -> bool:
    """The comma of "1 September, 2025", the full stop of "Sept. 1", the dash of "1939–40"."""
    if i + 1 >= last or not words[i + 1].isdecimal():
        return False
    years = words[i] in DASHES and i > first and words[i - 1].isdecimal()
    return years or words[i] in COMMAS or words[i] == FULL_STOP


def quotations(words: list[str], paragraphs: list[int]) -> Iterator[tuple[int, int]]:
    """Token ranges between marks; an open one ends with its paragraph and is then none."""
    opened = -1
    closer = ""
    for i, word in enumerate(words):
        if opened >= 0 and paragraphs[i] != paragraphs[opened]:
            opened = -1
        if opened >= 0 and word == closer:
            yield opened + 1, i
            opened = -1
        elif opened < 0 and word in QUOTES:
            opened, closer = i, QUOTES[word]
