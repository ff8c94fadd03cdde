"""Does a text tell history?  Then a month or day without a year goes on from the date told before it."""

from __future__ import annotations

from collections.abc import Iterable

from events.extraction.times.recognise import Found

#: Meanings that point from the day of writing; a text that tells history has none of them.
_POINT_FROM_TODAY = frozenset(
    {"day", "ago", "ago-unknown", "ago-to-the-day", "unit", "weekend", "stretch", "weekday-ago", "weeks-on"}
)
#: So many years must be told before a text is taken for history, most of them bygone.
_YEARS = 3
_SHORT = 99  # "'94" names no century


def tells_history(found: Iterable[Found], year: int) -> bool:
    """Are years before ``year`` nearly all that the text names, and is nothing told from the day of writing?"""
    years: list[int] = []
    for one in found:
        if one.rule.meaning in _POINT_FROM_TODAY or ("weekday" in one.parts and "month" not in one.parts):
            return False
        if "direction" in one.parts or "year_shift" in one.parts:  # "last July"
            return False
        named = one.parts.get("year")
        if isinstance(named, int) and named > _SHORT:
            years.append(named)
    return len(years) >= _YEARS and 2 * sum(named < year for named in years) > len(years)
