"""Does a text tell history?  Then a month or day without a year goes on from the date told before it."""

from __future__ import annotations

from collections.abc import Iterable

from events.extraction.timex.calendar_numbers import YEARS_A_CENTURY
from events.extraction.timex.recognition import TimexMatch

#: Meanings that point from the day of writing; a text that tells history has none of them.
_POINT_FROM_TODAY = frozenset(
    {"day", "ago", "ago-unknown", "ago-to-the-day", "unit", "weekend", "stretch", "weekday-ago", "weeks-on"}
)
#: Meanings in which "last" and "next" are those of the day of writing, not of what was told.
_POINT_WITH_DIRECTION = frozenset({"date", "movable-holiday", "easter", "hijri"})
#: So many years must be told before a text is taken for history, most of them bygone; fewer, if all are long gone.
_YEARS, _FEW_YEARS = 3, 2
_LONG_GONE = 20  # years


def tells_history(found: Iterable[TimexMatch], year: int) -> bool:
    """Are years before ``year`` nearly all that the text names, and is nothing told from the day of writing?"""
    years: list[int] = []
    for one in found:
        if _points_from_today(one):
            return False
        named = one.parts.get("year")
        if isinstance(named, int) and named >= YEARS_A_CENTURY:  # "'94" names no century
            years.append(named)
    bygone = sum(named < year for named in years)
    long_gone = len(years) >= _FEW_YEARS and all(named < year - _LONG_GONE for named in years)
    return long_gone or (len(years) >= _YEARS and 2 * bygone > len(years))


def _points_from_today(one: TimexMatch) -> bool:
    parts, resolver = one.parts, one.rule.resolver
    if resolver in _POINT_FROM_TODAY or "year_shift" in parts:
        return True
    if "direction" in parts and resolver in _POINT_WITH_DIRECTION:  # "last July"
        return True
    return "weekday" in parts and "month" not in parts and resolver != "weekday-after-told"
