"""TIMEX3 values and what they are in EDTF; arithmetic of calendar units.

Units are letters: D day, W week, M month, Q quarter, H half-year, Y year, DE decade, CE century; TH hour, TM minute,
TS second for the clock's.  Weeks are ISO 8601's, Monday to Sunday.
"""

from __future__ import annotations

import calendar
import re
from datetime import date, timedelta
from functools import lru_cache

from events.extraction.timex.calendar_numbers import (
    AVERAGE_MONTH,
    DAYS_A_WEEK,
    LAST_YEAR,
    MONTHS_A_HALF,
    MONTHS_A_QUARTER,
    MONTHS_A_YEAR,
    SATURDAY,
    SUNDAY,
    YEAR_LETTERS,
    YEARS_A_CENTURY,
    YEARS_A_DECADE,
)

Window = tuple[date, date]

#: TIMEX3's letters for parts of a year, and EDTF's numbers for them (ISO 8601-2, 4.8).
_SEASONS = {"SP": 21, "SU": 22, "FA": 23, "WI": 24, "Q1": 33, "Q2": 34, "Q3": 35, "Q4": 36, "H1": 40, "H2": 41}
_VALUE = re.compile(
    r"(?P<year>\d{4})(?:-W(?P<week>\d\d)(?P<weekend>-WE)?|-(?P<season>SP|SU|FA|WI|Q[1-4]|H[12])"
    r"|(?P<month>-\d\d)(?P<day>-\d\d)?(?:T(?P<time>.+))?)?"
)
_CLOCK = re.compile(r"(\d\d:\d\d).*")
#: Months, and days, in each unit.
MONTHS_IN = {
    "M": 1,
    "Q": MONTHS_A_QUARTER,
    "H": MONTHS_A_HALF,
    "Y": MONTHS_A_YEAR,
    "DE": MONTHS_A_YEAR * YEARS_A_DECADE,
    "CE": MONTHS_A_YEAR * YEARS_A_CENTURY,
}
DAYS_IN = {"D": 1, "W": DAYS_A_WEEK}
#: A decade and a century are written as the first figures of their years: "199", "19".
_DECADE_LETTERS, _CENTURY_LETTERS = 3, 2

#: So many different dates are worked out once only: more than articles name, and a bound on memory.
DIFFERENT_DATES = 4096


@lru_cache(maxsize=DIFFERENT_DATES)
def edtf_of(value: str) -> str | None:
    """EDTF of a DATE's or TIME's value; None for what is no date ("PAST_REF", "XXXX-WXX-1")."""
    if "/" in value:
        sides = [edtf_of(side) for side in value.split("/")]
        if None in sides or len(sides) != 2:
            return None
        first, last = str(sides[0]).split("/")[0], str(sides[1]).split("/")[-1]
        return f"{first}/{last}"
    if re.fullmatch(r"\d{2,3}", value):
        return value.ljust(YEAR_LETTERS, "X")
    match = _VALUE.fullmatch(value)
    if not match:
        return None
    if match["week"]:
        return _week_interval(int(match["year"]), int(match["week"]), bool(match["weekend"]))
    if match["season"]:
        return f"{match['year']}-{_SEASONS[match['season']]}"
    clock = _CLOCK.fullmatch(match["time"] or "")
    day = f"{match['year']}{match['month'] or ''}{match['day'] or ''}"
    return f"{day}T{clock[1]}" if clock and not clock[1].startswith("24") else day


def _week_interval(year: int, week: int, weekend: bool) -> str:
    monday = date.fromisocalendar(year, week, 1)
    first = monday + timedelta(days=SATURDAY - 1) if weekend else monday
    return f"{first}/{monday + timedelta(days=SUNDAY - 1)}"


def month_value(year: int, month: int) -> str:
    return f"{year:04}-{month:02}"


def week_value(day: date) -> str:
    year, week, _ = day.isocalendar()
    return f"{year:04}-W{week:02}"


def value_at(day: date, unit: str) -> str:
    """The calendar unit that holds ``day``."""
    year = f"{day.year:04}"
    if unit == "D":
        return day.isoformat()
    if unit == "W":
        return week_value(day)
    if unit == "M":
        return month_value(day.year, day.month)
    if unit == "Q":
        return f"{year}-Q{(day.month - 1) // MONTHS_A_QUARTER + 1}"
    if unit == "H":
        return f"{year}-H{(day.month - 1) // MONTHS_A_HALF + 1}"
    return {"Y": year, "DE": year[:_DECADE_LETTERS], "CE": year[:_CENTURY_LETTERS]}[unit]


def shift(day: date, unit: str, count: float) -> date:
    """The day ``count`` units later, as a calendar counts; OverflowError beyond the years 1 to 9999.

    Parts of a month are days of an average one.
    """
    if unit in DAYS_IN:
        return day + timedelta(days=round(count * DAYS_IN[unit]))
    whole = int(count * MONTHS_IN[unit])
    year, month = divmod(day.year * MONTHS_A_YEAR + day.month - 1 + whole, MONTHS_A_YEAR)
    if not 1 <= year <= LAST_YEAR:
        raise OverflowError("beyond the calendar")
    found = date(year, month + 1, min(day.day, days_in_month(year, month + 1)))
    return found + timedelta(days=round((count * MONTHS_IN[unit] - whole) * AVERAGE_MONTH))


def days_in_month(year: int, month: int) -> int:
    return calendar.monthrange(year, month)[1]


def safe_date(year: int, month: int, day: int) -> date | None:
    """The date, None where the calendar has none."""
    if 1 <= year <= LAST_YEAR and 1 <= month <= MONTHS_A_YEAR and 1 <= day <= days_in_month(year, month):
        return date(year, month, day)
    return None


def duration_value(count: float | str, unit: str) -> str:
    """P3D, PT2H, PXW, P18M."""
    if unit.startswith("T"):
        return f"PT{_plain(count)}{unit[1:]}"
    if unit == "H":
        return f"P{count if isinstance(count, str) else _plain(count * MONTHS_IN[unit])}M"
    if not isinstance(count, str) and count != int(count) and unit == "Y":
        return f"P{_plain(count * MONTHS_A_YEAR)}M"
    return f"P{_plain(count)}{unit}"


def joined_durations(one: str, other: str) -> str:
    """P1Y and P3M are P1Y3M, PT2H and PT10M are PT2H10M, P1D and PT6H are P1DT6H."""
    return one + (other[2:] if "T" in one else other[1:])


def _plain(count: float | str) -> str:
    return count if isinstance(count, str) else f"{count:g}"
