"""Dates by the calendar: "1 September 2025", "Monday night", "last June", "early 2015", "the 1990s", "Q3 2014"."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from events.extraction.timex.calendar_numbers import DAY_LETTERS, DAYS_A_WEEK, LEAP_DAY, YEARS_BETWEEN_LEAP_DAYS
from events.extraction.timex.discourse import Context, Resolved
from events.extraction.timex.normalization.parts import Parts, text, whole, with_part_of_day
from events.extraction.timex.normalization.windows import narrowed
from events.extraction.timex.normalization.year_choice import Year, year_by_weekday, year_of_month, year_of_span
from events.extraction.timex.values import edtf_of, month_value, safe_date, shift, week_value
from events.extraction.types import Basis, TimexType


def date_of(parts: Parts, at: int, context: Context) -> Resolved | None:
    """Any mixture of year, month, day, weekday, season, quarter, half, part of day and modifiers."""
    if whole(parts, "month") is not None:
        return _month_or_day(parts, at, context)
    for name in ("season", "quarter", "half"):
        if name in parts:
            return _part_of_year(parts, name, at, context)
    if whole(parts, "year") is not None:
        return explicit(f"{whole(parts, 'year'):04}", parts)
    if whole(parts, "weekday") is not None:
        return _weekday(parts, at, context)
    return _day_of_month(parts, at, context)


def _month_or_day(parts: Parts, at: int, context: Context) -> Resolved | None:
    month, day = whole(parts, "month") or 0, whole(parts, "day")
    year = year_of_month(parts, month, day, at, context)
    if day and year.basis != Basis.EXPLICIT:
        year = year_by_weekday(year, month, day, whole(parts, "weekday"), context.published.year)
    if day is None:
        return dated(month_value(year.number, month), year, parts)
    found = safe_date(year.number, month, day)
    if found is None and year.basis != Basis.EXPLICIT and (month, day) == LEAP_DAY:
        found = safe_date(year.number - year.number % YEARS_BETWEEN_LEAP_DAYS, month, day)
    if found is None:
        return None
    return checked(dated(found.isoformat(), year, parts), found, parts)


def checked(resolved: Resolved, found: date, parts: Parts) -> Resolved:
    """A weekday that contradicts its date is told by the rules."""
    weekday = whole(parts, "weekday")
    if weekday is None or weekday == found.isoweekday():
        return resolved
    return replace(resolved, by=(*resolved.by, "weekday-contradicts"))


def _part_of_year(parts: Parts, name: str, at: int, context: Context) -> Resolved | None:
    """A season, quarter or half-year, of the year told or the nearest."""
    number = text(parts, name)
    code = number if name == "season" else f"{'Q' if name == 'quarter' else 'H'}{number}"
    if code not in ("SP", "SU", "FA", "WI", "Q1", "Q2", "Q3", "Q4", "H1", "H2"):
        return None
    year = year_of_span(parts, code, at, context)
    return dated(f"{year.number:04}-{code}", year, parts)


def _weekday(parts: Parts, at: int, context: Context) -> Resolved | None:
    weekday = whole(parts, "weekday") or 1
    today = context.published
    week = whole(parts, "week")
    if week is not None:
        found = date.fromisocalendar(*(today + timedelta(weeks=week)).isocalendar()[:2], weekday)
        return _relative(found, parts, context)
    back = (today.isoweekday() - weekday) % DAYS_A_WEEK
    direction = whole(parts, "direction")
    if direction == 0 and back and context.tense(at) < 0:
        return _relative(today - timedelta(days=back), parts, context, "tense-back")
    if direction is None:
        tense = context.tense(at)
        days = (DAYS_A_WEEK - back) % DAYS_A_WEEK if tense > 0 else -back
        found = today + timedelta(days=days)
        return _relative(found, parts, context, "tense-ahead" if tense > 0 else "tense-back")
    if direction < 0:
        days = (back or DAYS_A_WEEK) + DAYS_A_WEEK * (-1 - direction)
        return _relative(today - timedelta(days=days), parts, context)
    ahead = (DAYS_A_WEEK - back) % DAYS_A_WEEK
    days = (ahead or DAYS_A_WEEK) + DAYS_A_WEEK * (direction - 1) if direction else ahead
    return _relative(today + timedelta(days=days), parts, context)


def _day_of_month(parts: Parts, at: int, context: Context) -> Resolved | None:
    """ "on the 5th": of the month told last, else the nearest."""
    day = whole(parts, "day")
    if day is None:
        return None
    told = context.last_told() if "told_month" in parts else context.last_in_sentence(at)
    anchor = told.first if told else context.published
    found = safe_date(anchor.year, anchor.month, day)
    if told is None and context.tense(at) <= 0 and (found is None or found > context.published):
        before = context.published.replace(day=1) - timedelta(days=1)
        found = safe_date(before.year, before.month, day)
    if found is None:
        return None
    basis = Basis.ANAPHORIC if told else Basis.RELATIVE
    kind, value = with_part_of_day(found.isoformat(), parts)
    return Resolved(kind, value, edtf_of(value), basis, anchor.isoformat())


def day_from_today(parts: Parts, at: int, context: Context) -> Resolved:
    """Yesterday, today, tomorrow: part ``shift`` days from the publication date, or from the day of a quoted speech."""
    shift_by = timedelta(days=whole(parts, "shift") or 0)
    weekday = whole(parts, "weekday")
    said = context.today_at(at)
    if said is not None and weekday is None:
        kind, value = with_part_of_day((said.first + shift_by).isoformat(), parts)
        return Resolved(kind, value, edtf_of(value), Basis.ANAPHORIC, said.edtf, ("quoted",))
    found = context.published + shift_by
    if weekday is None or weekday == found.isoweekday():
        return _relative(found, parts, context)
    # A text printed a day after it was written: the weekday is right, "yesterday" is not.
    half = DAYS_A_WEEK // 2
    nearest = found + timedelta(days=(weekday - found.isoweekday() + half) % DAYS_A_WEEK - half)
    return _relative(nearest, parts, context)


def week_of(parts: Parts, at: int, context: Context) -> Resolved | None:
    """ "the week of June 5": the week that holds the day."""
    day = _month_or_day(parts, at, context)
    if day is None:
        return None
    value = week_value(date.fromisoformat(day.value))
    return Resolved(TimexType.DATE, value, edtf_of(value), day.basis, day.anchor)


def weekday_after_told(parts: Parts, at: int, context: Context) -> Resolved | None:
    """ "the following Monday", "the previous Friday": the first after or before the date told last."""
    told = context.last_told()
    back = whole(parts, "direction") == -1
    start = context.published if told is None else told.first if back else told.last
    ahead = ((whole(parts, "weekday") or 1) - start.isoweekday()) % DAYS_A_WEEK
    days = ahead - DAYS_A_WEEK if back else ahead or DAYS_A_WEEK
    kind, value = with_part_of_day((start + timedelta(days=days)).isoformat(), parts)
    basis, anchor = (Basis.ANAPHORIC, told.edtf) if told else (Basis.RELATIVE, start.isoformat())
    return Resolved(kind, value, edtf_of(value), basis, anchor)


def day_of_month(parts: Parts, at: int, context: Context) -> Resolved | None:
    """ "the 12th of this month"."""
    month = shift(context.published.replace(day=1), "M", whole(parts, "month_shift") or 0)
    found = safe_date(month.year, month.month, whole(parts, "day") or 0)
    return _relative(found, parts, context) if found else None


def half_of_month(parts: Parts, at: int, context: Context) -> Resolved | None:
    """ "the first half of July": as exact as the month, or of the month ``month_shift`` from now."""
    month_shift = whole(parts, "month_shift")
    if month_shift is None:
        return _month_or_day(parts, at, context)
    found = shift(context.published.replace(day=1), "M", month_shift)
    value = month_value(found.year, found.month)
    return Resolved(TimexType.DATE, value, value, Basis.RELATIVE, context.published.isoformat())


def explicit(value: str, parts: Parts) -> Resolved:
    kind, value = with_part_of_day(value, parts) if len(value) == DAY_LETTERS else (TimexType.DATE, value)
    return Resolved(kind, value, narrowed(edtf_of(value), parts), Basis.EXPLICIT)


def dated(value: str, year: Year, parts: Parts) -> Resolved:
    kind, value = with_part_of_day(value, parts) if len(value) == DAY_LETTERS else (TimexType.DATE, value)
    return Resolved(kind, value, narrowed(edtf_of(value), parts), year.basis, year.anchor, (year.by,))


def _relative(found: date, parts: Parts, context: Context, *by: str) -> Resolved:
    if text(parts, "unit") == "W":
        value = week_value(found)
        return Resolved(TimexType.DATE, value, edtf_of(value), Basis.RELATIVE, context.published.isoformat())
    kind, value = with_part_of_day(found.isoformat(), parts)
    return Resolved(kind, value, edtf_of(value), Basis.RELATIVE, context.published.isoformat(), by)
