"""Parse EDTF (ISO 8601-2:2019, levels 0 and 1, and of level 2 quarters, thirds and halves) into first and last day.

These forms are accepted, for the years 0001 to 9999 of the Gregorian calendar:

    2025-09-01  2025-09  2025  2025-09-01T14:30      a day, a month, a year, a minute
    2025-23  2025-34  2025-40                        a season, a quarter, a half
    199X  19XX  2025-XX  2025-09-XX                  a decade, a century, unspecified parts
    2025-09~  2025?  2025-09-01%                     approximate, uncertain, both
    2025-09-03/2025-09-05  2022/..  ../2022  2022/   intervals, open or unknown at an end

Arabic-Indic and Persian digits are accepted as well, and invisible direction marks are ignored, because that is how
people type and copy dates.
"""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from events.edtf.typed import plain_figures

#: Code of an error → its message, in English.
_FAULTS = {
    "parts": "“{}” has more than one “/”.",
    "open": "“{}” is open at both ends.",
    "order": "“{}” ends before it starts.",
    "form": "“{}” is not an EDTF date (write 2025-09-01, 2025-09, 2025, 2025-09~ or 2022/..).",
    "calendar": "“{}” is not a date that the calendar has.",
    "clock": "“{}” has a time that no day has.",
}


class EdtfError(ValueError):
    """The string is not EDTF, or no date of the calendar.

    ``code`` is stable and says what is wrong with ``text``; the message is in English, for the command line.
    """

    def __init__(self, code: str, text: str) -> None:
        super().__init__(_FAULTS[code].format(text))
        self.code, self.text = code, text


class Precision(StrEnum):
    """How exact a date is, the most exact first."""

    MINUTE = "minute"
    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    SEASON = "season"  # seasons, quarters and halves
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"
    INTERVAL = "interval"


@dataclass(frozen=True, slots=True)
class EdtfDate:
    """A date as exact as its source.  ``first`` or ``last`` day is None if an interval is open there."""

    text: str
    first: date | None
    last: date | None
    precision: Precision
    approximate: bool = False
    uncertain: bool = False


#: EDTF month numbers above 12: first month, number of months.  21-24 are spring to winter of the northern
#: hemisphere (winter ends in the next year), 33-36 quarters, 37-39 thirds, 40-41 halves.
SEASONS = {
    21: (3, 3), 22: (6, 3), 23: (9, 3), 24: (12, 3),
    33: (1, 3), 34: (4, 3), 35: (7, 3), 36: (10, 3),
    37: (1, 4), 38: (5, 4), 39: (9, 4), 40: (1, 6), 41: (7, 6),
}  # fmt: skip

_SINGLE = re.compile(
    r"(?P<year>[0-9]{4}|[0-9]{3}X|[0-9]{2}XX)"
    r"(?:-(?P<month>[0-9]{2}|XX)(?:-(?P<day>[0-9]{2}|XX)(?:T(?P<hour>[0-9]{2}):(?P<minute>[0-9]{2})(?::[0-9]{2})?)?)?)?"
    r"(?P<qualifier>[~?%])?"
)


def parse(text: str) -> EdtfDate:
    """Parse an EDTF string; ``text`` of the result has Western digits.  Raises :class:`EdtfError`."""
    text = plain_figures(text)
    if "/" not in text:
        return _parse_single(text)
    if text.count("/") > 1:
        raise EdtfError("parts", text)
    left, right = text.split("/")
    start = _parse_single(left) if left not in ("", "..") else None
    end = _parse_single(right) if right not in ("", "..") else None
    if start is None and end is None:
        raise EdtfError("open", text)
    first, last = start.first if start else None, end.last if end else None
    if first and last and first > last:
        raise EdtfError("order", text)
    sides = [side for side in (start, end) if side]
    return EdtfDate(
        text, first, last, _interval_precision(first, last),
        any(s.approximate for s in sides), any(s.uncertain for s in sides),
    )  # fmt: skip


def _interval_precision(first: date | None, last: date | None) -> Precision:
    """WEEK for an interval from Monday to Sunday, which is how EDTF writes a week; else INTERVAL."""
    if first and last and last - first == timedelta(days=6) and first.weekday() == 0:
        return Precision.WEEK
    return Precision.INTERVAL


def _parse_single(text: str) -> EdtfDate:
    match = _SINGLE.fullmatch(text)
    if not match:
        raise EdtfError("form", text)
    year, month, day = match["year"], match["month"], match["day"]
    try:
        first, last, precision = _bounds(year, month, day)
    except ValueError as error:
        raise EdtfError("calendar", text) from error
    if match["hour"]:
        if int(match["hour"]) > 23 or int(match["minute"]) > 59:
            raise EdtfError("clock", text)
        precision = Precision.MINUTE
    qualifier = match["qualifier"] or ""
    return EdtfDate(text, first, last, precision, qualifier in ("~", "%"), qualifier in ("?", "%"))


def _bounds(year: str, month: str | None, day: str | None) -> tuple[date, date, Precision]:
    """First day, last day and precision; raises ValueError for dates that do not exist."""
    if "X" in year:
        if month:
            raise ValueError("a month in an unspecified year")
        width = 10 ** year.count("X")
        start = int(year.rstrip("X")) * width
        precision = Precision.DECADE if width == 10 else Precision.CENTURY
        return date(max(start, 1), 1, 1), date(start + width - 1, 12, 31), precision
    number = int(year)
    if month is None or month == "XX":
        return date(number, 1, 1), date(number, 12, 31), Precision.YEAR
    if int(month) in SEASONS:
        if day:
            raise ValueError("a day in a season")
        first_month, length = SEASONS[int(month)]
        return date(number, first_month, 1), _last_day(number, first_month + length - 1), Precision.SEASON
    if day is None or day == "XX":
        return date(number, int(month), 1), _last_day(number, int(month)), Precision.MONTH
    exact = date(number, int(month), int(day))
    return exact, exact, Precision.DAY


def _last_day(year: int, month: int) -> date:
    """The last day of a month; month 13 is January of the next year."""
    year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
    return date(year, month, calendar.monthrange(year, month)[1])
