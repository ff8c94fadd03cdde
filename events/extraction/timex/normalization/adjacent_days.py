"""Times counted within or from a date the words name: "the first week of May", "two days before 3 June"."""

from __future__ import annotations

from datetime import date, timedelta

from events.edtf import parse
from events.extraction.timex.calendar_numbers import DAYS_A_WEEK
from events.extraction.timex.discourse import Context, Resolved
from events.extraction.timex.normalization.calendar_dates import date_of, dated
from events.extraction.timex.normalization.holidays import holiday_of, movable_of
from events.extraction.timex.normalization.offsets import units_from
from events.extraction.timex.normalization.parts import Parts, text, whole, with_part_of_day
from events.extraction.timex.normalization.year_choice import year_of_month
from events.extraction.timex.values import days_in_month, edtf_of, safe_date
from events.extraction.types import Basis

#: The last day that every month has.
_IN_EVERY_MONTH = 28
#: Parts that count, and say nothing of the date that is counted from.
_COUNTING = frozenset({"n", "two", "unit", "away"})


def from_date(parts: Parts, at: int, context: Context) -> Resolved | None:
    """ "two days before Thanksgiving": ``n`` units ``away`` (before -1, after 1) from the date that the parts name."""
    named = {name: value for name, value in parts.items() if name not in _COUNTING}
    if "movable" in named:
        start = movable_of(named, at, context)
    else:
        start = (holiday_of if {"holiday", "hijri"} & set(named) else date_of)(named, at, context)
    bounds = parse(start.edtf) if start and start.edtf else None
    if start is None or bounds is None or bounds.first is None:
        return None
    counting = {name: parts[name] for name in _COUNTING if name in parts} | {"direction": parts["away"]}
    return units_from(counting, bounds.first, start.basis or Basis.RELATIVE, str(start.anchor or start.edtf))


def part_of_month(parts: Parts, at: int, context: Context) -> Resolved | None:
    """Week, day or weekday number ``which`` of a month, the last for -1: "the first Monday in October"."""
    month, which = whole(parts, "month") or 0, whole(parts, "which") or 0
    year = year_of_month(parts, month, _around(which, text(parts, "unit")), at, context)
    first, last = _days(parts, date(year.number, month, 1), which)
    if first is None or last is None:
        return None
    value = first.isoformat() if first == last else f"{first}/{last}"
    return dated(value, year, parts)


def weekday_ago(parts: Parts, at: int, context: Context) -> Resolved | None:
    """ "two Sundays ago": the weekday, counted back from the publication date."""
    number, weekday, today = whole(parts, "n"), whole(parts, "weekday"), context.published
    if number is None or weekday is None:
        return None
    back = (today.isoweekday() - weekday) % DAYS_A_WEEK or DAYS_A_WEEK
    kind, value = with_part_of_day((today - timedelta(days=back + DAYS_A_WEEK * (number - 1))).isoformat(), parts)
    return Resolved(kind, value, edtf_of(value), Basis.RELATIVE, today.isoformat())


def _around(which: int, unit: str) -> int:
    """A day of the month near enough to choose its year by."""
    if which < 0:
        return _IN_EVERY_MONTH
    return which if unit == "D" else min(which * DAYS_A_WEEK, _IN_EVERY_MONTH)


def _days(parts: Parts, month: date, which: int) -> tuple[date | None, date | None]:
    """The first and the last day that are meant."""
    length = days_in_month(month.year, month.month)
    if text(parts, "unit") == "D":
        day = safe_date(month.year, month.month, which if which > 0 else length)
        return day, day
    if text(parts, "unit") == "W":
        last = length if which < 0 else min(which * DAYS_A_WEEK, length)
        begin = last - DAYS_A_WEEK + 1 if which < 0 else (which - 1) * DAYS_A_WEEK + 1
        return safe_date(month.year, month.month, begin), safe_date(month.year, month.month, last)
    weekday = whole(parts, "weekday") or 1
    days = [day for day in range(1, length + 1) if month.replace(day=day).isoweekday() == weekday]
    if which > len(days):
        return None, None
    found = month.replace(day=days[which if which < 0 else which - 1])
    return found, found
