"""Find where rules match: leftmost first, then the longest, then the first in the files."""

from __future__ import annotations

import re
from dataclasses import dataclass

from events.extraction.text import Document
from events.extraction.timex.numbers import number_of
from events.extraction.timex.pattern_syntax import CONTINUED
from events.extraction.timex.rulebook import Rule, Rulebook
from events.extraction.timex.token_codes import OTHER, TokenAnalysis

#: No time expression has more tokens; this bounds the work at every token, and so makes it linear.
_LONGEST = 30

#: Parts that are numbers; the others take the value of their first word.
NUMBERS = frozenset(
    {"n", "more", "day", "last_day", "year", "last_year", "hour", "minute", "quarter", "half", "century", "age"}
)

Value = str | int | float


@dataclass(frozen=True, slots=True)
class TimexMatch:
    """Rule ``rule`` matches tokens [first, last), span [start, end) of the body, with these named parts."""

    rule: Rule
    first: int
    last: int
    start: int
    end: int
    parts: dict[str, Value]


def recognise(document: Document, codes: str, book: Rulebook) -> list[TimexMatch]:
    """All matches in text order; they do not overlap."""
    found: list[TimexMatch] = []
    position = 0
    while match := book.starts.search(codes, position):
        position = match.start()
        best = _best_at(document, codes, book, position)
        if best is None:
            position += 1
            continue
        found.append(best)
        position = best.last
    return found


def encode(document: Document, book: Rulebook) -> str:
    """The document's codes, with a month's second name taken into its first."""
    codes = book.token_codes.encode(document)
    if book.doubled_month is None or not book.doubled_month.search(codes):
        return codes
    marked = list(codes)
    for match in book.doubled_month.finditer(codes):
        second = "enclosed" if match["enclosed"] else "second"
        if _month(document, book, *match.span("first")) == _month(document, book, *match.span(second)):
            surer = book.token_codes.surer(codes[match.start()], codes[match.start(second)], "SUREMONTH")
            marked[match.start()] = surer
            marked[match.start() + 1 : match.end()] = CONTINUED * (match.end() - match.start() - 1)
    return "".join(marked)


def _month(document: Document, book: Rulebook, first: int, last: int) -> str | None:
    analysis = book.token_codes.analyses.get(" ".join(document.words[first:last]))
    return analysis.values.get("MONTH") if analysis else None


def _best_at(document: Document, codes: str, book: Rulebook, at: int) -> TimexMatch | None:
    code = codes[at]
    window = book.token_codes.bare[code] + codes[at + 1 : at + _LONGEST]
    before = codes[at - 1] if at else OTHER
    best: tuple[int, Rule, re.Match[str]] | None = None
    for rule in book.by_first[code]:
        if rule.attached and not book.token_codes.is_attached(code):
            continue
        match = rule.regex.match(window)
        if match is None or (best and match.end() <= best[0]):
            continue
        last = at + match.end()
        if rule.fits(before, codes[last] if last < len(codes) else OTHER) and not _breaks(document, at, last):
            best = match.end(), rule, match
    if best is None:
        return None
    length, rule, match = best
    letters = _letters_before(document, codes, book, at)
    start = document.offset(at, letters) if letters else document.starts[at]
    parts = _parts(document, codes, book, rule, match, at)
    return TimexMatch(rule, at, at + length, start, document.ends[at + length - 1], parts)


def _breaks(document: Document, first: int, last: int) -> bool:
    """Does a new line begin between the tokens?"""
    return "\n" in document.body[document.starts[first] : document.ends[last - 1]]


def _letters_before(document: Document, codes: str, book: Rulebook, at: int) -> int:
    """The letters of the proclitic before the word at a token."""
    if book.token_codes.bare[codes[at]] == codes[at]:
        return 0
    analysis = _reading_at(document, codes, book, at)
    return analysis.letters if analysis else 0


def _reading_at(document: Document, codes: str, book: Rulebook, at: int) -> TokenAnalysis | None:
    """The longest form that begins at a token; what goes on with it may hold more (a month's second name)."""
    last = at + 1
    while last < len(codes) and codes[last] == CONTINUED:
        last += 1
    while last > at:
        if analysis := book.token_codes.analyses.get(" ".join(document.words[at:last])):
            return analysis
        last -= 1
    return None


def _parts(
    document: Document, codes: str, book: Rulebook, rule: Rule, match: re.Match[str], at: int
) -> dict[str, Value]:
    parts: dict[str, Value] = dict(rule.fixed)
    for part in rule.parts:
        first, last = match.span(part.group)
        if first < 0:
            continue
        items = [
            item
            for token in range(at + first, at + last)
            if codes[token] != CONTINUED and (item := _item(document, codes, book, token, part.classes))
        ]
        value: Value | None = number_of(items) if part.name in NUMBERS else (items[0][1] if items else None)
        if value is not None:
            parts[part.name] = value
    return parts


def _item(
    document: Document, codes: str, book: Rulebook, token: int, classes: frozenset[str]
) -> tuple[str, str] | None:
    """The class and value that make the token fit the pattern, None for a word without a value."""
    analysis = _reading_at(document, codes, book, token)
    if analysis is None:
        return "INT", document.words[token]
    for table, value in analysis.values.items():
        # A doubtful month that its second name has made sure is still filed under MONTH only.
        if (table in classes and not table.startswith("'")) or (table == "MONTH" and "SUREMONTH" in classes):
            return table, value
    return ("INT", document.words[token]) if document.words[token][:1].isdecimal() else None
