"""Stretches of the calendar and dates in figures: "3 to 5 September", "2014-15", "the 1990s", "1/9/2015"."""

from __future__ import annotations

import re

from events.extraction.timex.calendar_numbers import (
    LAST_YEAR,
    MONTH_DAYS,
    MONTHS_A_YEAR,
    THIS_CENTURY,
    YEARS_A_CENTURY,
    YEARS_A_DECADE,
)
from events.extraction.timex.discourse import Context, Resolved
from events.extraction.timex.normalization.calendar_dates import checked, explicit
from events.extraction.timex.normalization.holidays import HIJRI_YEARS, hijri_of
from events.extraction.timex.normalization.parts import Parts, text, whole
from events.extraction.timex.normalization.year_choice import year_of_month
from events.extraction.timex.values import edtf_of, safe_date
from events.extraction.types import Basis, TimexType

#: Centuries that have a name in news; of the first one, EDTF cannot write the years.
_CENTURIES = range(2, 31)
#: Day, month and year.
_FIGURES = 3
#: Letters of "19:45", the seconds behind it left out.
_CLOCK_LETTERS = 5
#: Months that are a quarter or half of the calendar's year.
_PERIODS = {(1, 3): "Q1", (4, 6): "Q2", (7, 9): "Q3", (10, 12): "Q4", (1, 6): "H1", (7, 12): "H2"}


def days_of(parts: Parts, at: int, context: Context) -> Resolved | None:
    """ "from 3 to 5 September", "January 1-2"."""
    month, day, last_day = (whole(parts, name) or 0 for name in ("month", "day", "last_day"))
    year = year_of_month(parts, month, last_day, at, context)
    last = safe_date(year.number, month, last_day)
    start_month = whole(parts, "first_month") or month
    first = safe_date(year.number if start_month <= month else year.number - 1, start_month, day)
    if first is None or last is None or first >= last:
        return None
    value = f"{first}/{last}"
    return Resolved(TimexType.DATE, value, value, year.basis, year.anchor, (year.by,))


def years_of(parts: Parts, at: int, context: Context) -> Resolved | None:
    """ "2012-2015", "2014/15"."""
    written = re.split(r"/", text(parts, "years"))
    first = whole(parts, "year") or int(written[0] or 0)
    last = whole(parts, "last_year")
    if last is None:
        last = int(written[-1] or 0)
    if last < YEARS_A_CENTURY:
        last += first - first % YEARS_A_CENTURY
    if first >= last:
        return None
    value = f"{first}/{last}"
    return Resolved(TimexType.DATE, value, value, Basis.EXPLICIT)


def months_of_year(parts: Parts, at: int, context: Context) -> Resolved | None:
    """ "the first nine months of 2015", "the last two months of this year"; quarters and halves have their own name."""
    number, year = (2 if "two" in parts else whole(parts, "n")), whole(parts, "year")
    if number is None or not 1 <= number <= MONTHS_A_YEAR:
        return None
    basis, anchor = Basis.EXPLICIT, None
    if year is None:
        told = context.last_told() if "told_year" in parts else None
        year = (told.first if told else context.published).year + (whole(parts, "year_shift") or 0)
        basis, anchor = (Basis.ANAPHORIC, told.edtf) if told else (Basis.RELATIVE, context.published.isoformat())
    if whole(parts, "which") == 1:
        first, last = 1, number
    else:
        first, last = MONTHS_A_YEAR + 1 - number, MONTHS_A_YEAR
    value = f"{year}-{_PERIODS.get((first, last)) or f'{first:02}/{year}-{last:02}'}"
    return Resolved(TimexType.DATE, value, edtf_of(value), basis, anchor)


def months_from_to(parts: Parts, at: int, context: Context) -> Resolved | None:
    """ "the January-March quarter": from ``first_month`` to ``month`` of the year named, else of the nearest."""
    first, last = whole(parts, "first_month") or 0, whole(parts, "month") or 0
    if not 1 <= first < last <= MONTHS_A_YEAR:
        return None
    year = year_of_month(parts, last, None, at, context)
    value = f"{year.number:04}-{_PERIODS.get((first, last)) or f'{first:02}/{year.number:04}-{last:02}'}"
    return Resolved(TimexType.DATE, value, edtf_of(value), year.basis, year.anchor, (year.by,))


def decade_of(parts: Parts, at: int, context: Context) -> Resolved | None:
    """ "the 1990s", "the nineties"; a decade without its century is the last one."""
    year = whole(parts, "year")
    if year is None:
        return None
    century = whole(parts, "century")
    if century is not None and year < YEARS_A_CENTURY:
        year += century * YEARS_A_CENTURY
    if year < YEARS_A_CENTURY:
        now = context.published.year // YEARS_A_CENTURY * YEARS_A_CENTURY
        year += now if now + year <= context.published.year else now - YEARS_A_CENTURY
    if year > LAST_YEAR:  # "the 60000s" are no years
        return None
    if year % YEARS_A_DECADE:  # "2007's best film"
        return explicit(f"{year:04}", parts)
    return explicit(f"{year // YEARS_A_DECADE:03}", parts)


def century_of(parts: Parts, at: int, context: Context) -> Resolved | None:
    number = whole(parts, "century")
    if number is None or number not in _CENTURIES:
        return None
    return explicit(f"{number - 1:02}", parts)


def figures_of(parts: Parts, at: int, context: Context) -> Resolved | None:
    """ "2015-09-01", "1/9/2015"; part ``order`` says whether day ("dm") or month ("md") comes first."""
    written, _, clock = text(parts, "figures").partition("t")
    numbers = [int(number) for number in re.split(r"[-/.]", written) if number]
    if len(numbers) != _FIGURES:
        return None
    if numbers[0] > MONTH_DAYS:
        year, month, day = numbers
    else:
        day, month, year = numbers
        if (text(parts, "order") == "md" and day <= MONTHS_A_YEAR) or month > MONTHS_A_YEAR:
            day, month = month, day
    if year in HIJRI_YEARS:
        return hijri_of({"hijri": month, "day": day, "year": year}, at, context)
    found = safe_date(year + THIS_CENTURY if year < YEARS_A_CENTURY else year, month, day)
    if found is None:
        return None
    value = f"{found}T{clock[:_CLOCK_LETTERS].upper()}" if re.match(r"\d\d:\d\d", clock) else found.isoformat()
    kind = TimexType.TIME if "T" in value else TimexType.DATE
    return checked(Resolved(kind, value, edtf_of(value), Basis.EXPLICIT), found, parts)
