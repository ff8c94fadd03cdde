"""Windows within a date: early, middle and late, about."""

from __future__ import annotations

import re
from datetime import date, timedelta

from events.edtf import parse
from events.extraction.timex.calendar_numbers import MONTHS_A_THIRD, YEAR_LETTERS
from events.extraction.timex.normalization.parts import Parts, text

#: "Early", "mid" and "late" part a year, a month or a week in so many.
_PARTS = 3
#: Which of them a modifier means.
_THIRDS = {"START": 0, "FIRST": 0, "MID": 1, "END": 2, "LAST": 2}
#: "Since the beginning of the year", "by its end": the month of a year that is meant.
_EDGES = {"FIRST": "01", "LAST": "12"}
_YEAR = re.compile(r"\d{4}")


def narrowed(edtf: str | None, parts: Parts) -> str | None:
    """The third of a year, month, week or decade that the part ``mod`` means; about ("~") for APPROX."""
    mod = text(parts, "mod")
    if not edtf or not mod:
        return edtf
    if mod == "APPROX":
        return f"{edtf}~" if "/" not in edtf and "T" not in edtf else edtf
    if mod in _EDGES and _YEAR.fullmatch(edtf):
        return f"{edtf}-{_EDGES[mod]}"
    parsed = parse(edtf)
    if parsed.first is None or parsed.last is None or parsed.first == parsed.last:
        return edtf
    return third(parsed.first, parsed.last, _THIRDS[mod], edtf)


def third(first: date, last: date, number: int, edtf: str) -> str:
    """Third number 0, 1 or 2 of a span, as exact as the span: months of a year, years of a decade, days of a month."""
    if len(edtf) == YEAR_LETTERS:
        if edtf.isdecimal():
            return f"{edtf}-{number * MONTHS_A_THIRD + 1:02}/{edtf}-{(number + 1) * MONTHS_A_THIRD:02}"
        years = last.year - first.year + 1
        begin = first.year + number * years // _PARTS + (number > 0)
        end = first.year + (number + 1) * years // _PARTS
        return f"{begin:04}/{min(end, last.year):04}"
    days = (last - first).days + 1
    begin_day = first + timedelta(days=number * days // _PARTS)
    return f"{begin_day}/{first + timedelta(days=(number + 1) * days // _PARTS - 1)}"
