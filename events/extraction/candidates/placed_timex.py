"""Time expressions where they stand: which of them can date an event, and which two are the ends of one stretch."""

from __future__ import annotations

import functools
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from events.edtf import EdtfError, parse
from events.extraction.lexicon.entries import EventLexicon
from events.extraction.text import Document
from events.extraction.timex.values import DIFFERENT_DATES
from events.extraction.types import Basis, Timex, TimexType

bounds_of = functools.lru_cache(maxsize=DIFFERENT_DATES)(parse)

#: What opens a stretch, and what joins its ends: the same value in both tables of the cues.
_STRETCHES = ("between", "from")


@dataclass(frozen=True, slots=True)
class Placed:
    """A time expression that can date something, with its tokens [first, last)."""

    index: int
    timex: Timex
    first: int
    last: int
    day: date | None  # its first
    attributive: bool = False  # "the 2015 deal": it belongs to the noun behind it


def placed_times(document: Document, lexicon: EventLexicon, timexes: Sequence[Timex]) -> list[Placed]:
    """The expressions that can date something, in text order; the ends of a stretch as one."""
    determiners = lexicon.cue("DETERMINER")
    placed = [
        _place(document, index, timex, determiners) for index, timex in enumerate(timexes) if _dates_something(timex)
    ]
    return list(_with_stretches(placed, document, lexicon))


def _dates_something(timex: Timex) -> bool:
    """Dates do, how long after another date something happened ("and two months later"), and windows."""
    dates = timex.type in (TimexType.DATE, TimexType.TIME) or timex.basis in (Basis.ANAPHORIC, Basis.VAGUE)
    if not timex.edtf or not dates:
        return False
    try:
        bounds_of(timex.edtf)
    except EdtfError:
        return False
    return True


def _place(document: Document, index: int, timex: Timex, determiners: frozenset[str]) -> Placed:
    """The tokens that a time expression covers."""
    first = max(bisect_left(document.ends, timex.start + 1), 0)
    last = max(bisect_left(document.starts, timex.end), first + 1)
    described = last < len(document.words) and document.words[last][:1].isalpha()
    attributive = described and first > 0 and document.words[first - 1] in determiners
    attributive = attributive and document.words[last] not in document.language.function_words
    return Placed(index, timex, first, last, bounds_of(timex.edtf or "").first, attributive)


def _with_stretches(placed: Sequence[Placed], document: Document, lexicon: EventLexicon) -> Iterator[Placed]:
    """ "Between 1989 and 2004", "from May to July": one time, which the first end stands for."""
    number = 0
    while number < len(placed):
        one = placed[number]
        stretch = _stretch(one, placed[number + 1], document, lexicon) if number + 1 < len(placed) else None
        yield stretch or one
        number += 2 if stretch else 1


def _stretch(one: Placed, other: Placed, document: Document, lexicon: EventLexicon) -> Placed | None:
    first, last = one.timex.edtf or "", other.timex.edtf or ""
    if len(first) != len(last) or "/" in first + last or "T" in first + last or not first < last:
        return None
    opening = document.words[one.first - 1] if one.first else ""
    joining = document.words[one.last : other.first]
    for kind in _STRETCHES:
        if opening in lexicon.cue("RANGE_OPEN", kind) and (
            (len(joining) == 1 and joining[0] in lexicon.cue("RANGE_JOIN", kind))
            or (not joining and kind == "between" and other.timex.start > document.starts[other.first])
        ):
            return replace(one, timex=replace(one.timex, edtf=f"{first}/{last}"), last=other.last)
    return None
