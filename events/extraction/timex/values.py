"""TIMEX3 values and what they are in EDTF; arithmetic of calendar units.

Units are letters: D day, W week, M month, Q quarter, H half-year, Y year, DE decade, CE century; TH hour, TM minute,
TS second for the clock's.  Weeks are ISO 8601's, Monday to Sunday.
"""

from __future__ import annotations

import calendar
import re
from datetime import date, timedelta
from functools import lru_cache

Window = tuple[date, date]

_SEASONS = {"SP": 21, "SU": 22, "FA": 23, "WI": 24, "Q1": 33, "Q2": 34, "Q3": 35, "Q4": 36, "H1": 40, "H2": 41}
_VALUE = re.compile(
    r"(?P<year>\d{4})(?:-W(?P<week>\d\d)(?P<weekend>-WE)?|-(?P<season>SP|SU|FA|WI|Q[1-4]|H[12])"
    r"|(?P<month>-\d\d)(?P<day>-\d\d)?(?:T(?P<time>.+))?)?"
)
_CLOCK = re.compile(r"(\d\d:\d\d).*")
MONTHS_IN = {"M": 1, "Q": 3, "H": 6, "Y": 12, "DE": 120, "CE": 1200}
DAYS_IN = {"D": 1, "W": 7}


#: What is left of a month and a half.
_HALF_MONTH = 15  # days

#: An article names few different dates, however often it names them.
_DIFFERENT = 4096


@lru_cache(maxsize=_DIFFERENT)
def edtf_of(value: str) -> str | None:
    """EDTF of a DATE's or TIME's value; None for what is no date ("PAST_REF", "XXXX-WXX-1")."""
    if "/" in value:
        sides = [edtf_of(side) for side in value.split("/")]
        if None in sides or len(sides) != 2:
            return None
        first, last = str(sides[0]).split("/")[0], str(sides[1]).split("/")[-1]
        return f"{first}/{last}"
    if re.fullmatch(r"\d{2,3}", value):
        return value.ljust(4, "X")
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
    first = monday + timedelta(days=5) if weekend else monday
    return f"{first}/{monday + timedelta(days=6)}"


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
        return f"{year}-Q{(day.month + 2) // 3}"
    if unit == "H":
        return f"{year}-H{1 if day.month <= 6 else 2}"
    return {"Y": year, "DE": year[:3], "CE": year[:2]}[unit]


def shift(day: date, unit: str, count: float) -> date:
    """The day ``count`` units later, as a calendar counts; OverflowError beyond the years 1 to 9999."""
    if unit in DAYS_IN:
        return day + timedelta(days=round(count * DAYS_IN[unit]))
    whole = int(count * MONTHS_IN[unit])
    year, month = divmod(day.year * 12 + day.month - 1 + whole, 12)
    if not 1 <= year <= 9999:
        raise OverflowError("beyond the calendar")
    found = date(year, month + 1, min(day.day, days_in_month(year, month + 1)))
    return found + timedelta(days=round((count * MONTHS_IN[unit] - whole) * _HALF_MONTH * 2))


def days_in_month(year: int, month: int) -> int:
    return calendar.monthrange(year, month)[1]


def safe_date(year: int, month: int, day: int) -> date | None:
    """The date, None where the calendar has none."""
    if 1 <= year <= 9999 and 1 <= month <= 12 and 1 <= day <= days_in_month(year, month):
        return date(year, month, day)
    return None


def duration_value(count: float | str, unit: str) -> str:
    """P3D, PT2H, PXW, P18M."""
    if unit.startswith("T"):
        return f"PT{_plain(count)}{unit[1:]}"
    if unit == "H":
        return f"P{count if isinstance(count, str) else _plain(count * MONTHS_IN[unit])}M"
    if not isinstance(count, str) and count != int(count) and unit == "Y":
        return f"P{_plain(count * 12)}M"
    return f"P{_plain(count)}{unit}"


def joined_durations(one: str, other: str) -> str:
    """P1Y and P3M are P1Y3M, PT2H and PT10M are PT2H10M, P1D and PT6H are P1DT6H."""
    return one + (other[2:] if "T" in one else other[1:])


def _plain(count: float | str) -> str:
    return count if isinstance(count, str) else f"{count:g}"
