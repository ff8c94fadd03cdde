"""Feasts of every year, and dates of the Hijri calendar (Umm al-Qura, by the library hijridate)."""

from __future__ import annotations

from bisect import bisect_left
from datetime import date, timedelta

from hijridate import Gregorian, Hijri

from events.extraction.timex.calendar_numbers import MONTH_DAYS, MONTHS_A_YEAR
from events.extraction.timex.discourse import Context, Resolved
from events.extraction.timex.normalization.calendar_dates import date_of, dated
from events.extraction.timex.normalization.parts import Parts, text, whole, with_part_of_day
from events.extraction.timex.normalization.year_choice import year_of_month
from events.extraction.timex.values import edtf_of, safe_date
from events.extraction.types import Basis, TimexType

#: Days to a feast that is near enough to be the next one and not the last.
_SOON = 30
#: Years that dates in figures give in the Hijri calendar, and that the library converts.
HIJRI_YEARS = range(1343, 1501)
#: The years for which the algorithm of Easter holds: the first of the Gregorian calendar to the last before an error of
#: a day.
_EASTER_YEARS = range(1583, 4100)


def hijri_of(parts: Parts, at: int, context: Context) -> Resolved | None:
    """A Hijri day, month or year; the library converts the years 1343 to 1500, others are left alone."""
    month, day, year = whole(parts, "hijri"), whole(parts, "day"), whole(parts, "year")
    basis, anchor = Basis.EXPLICIT, None
    if year is None:
        year = _year_of_hijri(month or 1, day, whole(parts, "direction"), at, context)
        basis, anchor = Basis.RELATIVE, context.published.isoformat()
    bounds = _bounds(year, month, day)
    if bounds is None:
        return None
    kind, value = TimexType.DATE, "/".join(day.isoformat() for day in dict.fromkeys(bounds))
    if day:
        kind, value = with_part_of_day(value, parts)
    return Resolved(kind, value, edtf_of(value), basis, anchor)


def date_in_figures(parts: Parts, at: int, context: Context) -> Resolved | None:
    """Day, month and year in figures: Hijri where the month is named ``hijri``."""
    return (hijri_of if "hijri" in parts else date_of)(parts, at, context)


def holiday_of(parts: Parts, at: int, context: Context) -> Resolved | None:
    """A feast of every year, on the same day of the Gregorian or (part ``hijri``) of the Hijri calendar."""
    month, day = map(int, text(parts, "hijri" if "hijri" in parts else "holiday").split("-"))
    year = year_of_month(parts, month, day, at, context)
    if "hijri" not in parts:
        found = safe_date(year.number, month, day)
    elif "year" in parts or "year_shift" in parts:
        found = _feast_in(year.number, month, day)
    else:
        found = _nearest_feast(month, day, at, context)
    return dated(found.isoformat(), year, parts) if found else None


def movable_of(parts: Parts, at: int, context: Context) -> Resolved | None:
    """A feast on a weekday of a month, written "11-4-4": the fourth Thursday of November ("5": the last)."""
    month, weekday, which = map(int, text(parts, "movable").split("-"))
    year = year_of_month(parts, month, None, at, context)
    days = [
        day for number in range(1, MONTH_DAYS + 1)
        if (day := safe_date(year.number, month, number)) and day.isoweekday() == weekday
    ]  # fmt: skip
    return dated(days[min(which, len(days)) - 1].isoformat(), year, parts) if days else None


def easter_of(parts: Parts, at: int, context: Context) -> Resolved | None:
    """A feast that lies part ``easter`` days from the western Easter Sunday."""
    days = timedelta(days=whole(parts, "easter") or 0)
    near = _easter(context.published.year) + days
    year = year_of_month(parts, near.month, near.day, at, context)
    return dated((_easter(year.number) + days).isoformat(), year, parts) if year.number in _EASTER_YEARS else None


def _easter(year: int) -> date:
    """Easter Sunday of the Gregorian calendar, by the anonymous algorithm (Meeus, Astronomical Algorithms, ch. 8).

    The numbers are the algorithm's: 19 years of the moon's cycle, 30 days of its month, 4 and 100 years between leaps,
    7 days of the week, and what makes them begin together.
    """
    century, of_century = divmod(year, 100)
    leap, rest = divmod(century, 4)
    correction = (8 * century + 13) // 25
    epact = (19 * (year % 19) + century - leap - correction + 15) % 30
    quarter, odd = divmod(of_century, 4)
    weekday = (32 + 2 * rest + 2 * quarter - epact - odd) % 7
    late = (year % 19 + 11 * epact + 19 * weekday) // 433
    month = (epact + weekday - 7 * late + 90) // 25
    return date(year, month, (epact + weekday - 7 * late + 33 * month + 19) % 32)


def _feast_in(year: int, month: int, day: int) -> date | None:
    """The Hijri feast that falls into a Gregorian year, the first where there are two."""
    begun = bisect_left(HIJRI_YEARS, year, key=lambda one: Hijri(one, month, 1).to_gregorian().year)
    for hijri_year in HIJRI_YEARS[max(begun - 1, 0) : begun + 1]:  # a month of December may hold a feast of January
        bounds = _bounds(hijri_year, month, day)
        if bounds and bounds[0].year == year:
            return bounds[0]
    return None


def _nearest_feast(month: int, day: int, at: int, context: Context) -> date | None:
    """The next Hijri feast if the clause looks ahead or it is near, else the last."""
    year = _last_year_with(month, context)
    last, following = _bounds(year, month, day), _bounds(year + 1, month, day)
    if following and (context.tense(at) > 0 or (following[0] - context.published).days <= _SOON):
        return following[0]
    return last[0] if last else None


def _bounds(year: int, month: int | None, day: int | None) -> tuple[date, date] | None:
    """First and last Gregorian day of a Hijri year, month or day; None outside the library's tables."""
    try:
        first = Hijri(year, month or 1, day or 1)
        last_month = Hijri(year, month or MONTHS_A_YEAR, 1)
        last = first if day else Hijri(year, last_month.month, last_month.month_length())
        return first.to_gregorian(), last.to_gregorian()
    except (ValueError, OverflowError):
        return None


def _year_of_hijri(month: int, day: int | None, direction: int | None, at: int, context: Context) -> int:
    """The Hijri year of "last Ramadan", "next Ramadan"; without such a word the last that began, or the next where the
    clause looks ahead and that one is over.
    """
    last = _last_year_with(month, context)
    bounds = _bounds(last, month, day)
    if bounds is None:
        return last
    if direction is None:
        return last + 1 if bounds[1] < context.published and context.tense(at) > 0 else last
    if direction > 0:
        return last if bounds[0] > context.published else last + 1
    return last - 1 if direction < 0 and bounds[1] >= context.published else last


def _last_year_with(month: int, context: Context) -> int:
    """The Hijri year that the month had last, seen from the publication date; OverflowError outside the tables."""
    today = Gregorian.fromdate(context.published).to_hijri()
    return today.year if month <= today.month else today.year - 1
