"""The days that a date covers, so that two ways to write the same days count as the same date."""

from __future__ import annotations

import re
from datetime import date, timedelta

from events.edtf import EdtfError, parse

#: First and last day, both included; ``date.min`` and ``date.max`` where the date is open.
Days = tuple[date, date]

_WEEK = re.compile(r"(?P<year>\d{4})-W(?P<week>\d{2})")
_BETWEEN_MEMBERS = re.compile(r",|\.\.")


def days_of(text: str) -> Days:
    """The days of an EDTF date, of an ISO week ("2025-W36") or of a set ("[2024,2026]": from the first to the last).

    Raises EdtfError for what is none of these.
    """
    text = text.strip()
    if text[:1] in ("[", "{") and text[-1:] in ("]", "}"):
        return _hull([days_of(member) for member in _BETWEEN_MEMBERS.split(text[1:-1]) if member.strip()], text)
    if "W" in text and "/" in text:
        return _hull([days_of(side) for side in text.split("/")], text)
    if week := _WEEK.fullmatch(text):
        return _days_of_week(int(week["year"]), int(week["week"]), text)
    read = parse(text)
    return read.first or date.min, read.last or date.max


def days_or_none(text: str | None) -> Days | None:
    """The same, None for what is no date."""
    try:
        return days_of(text) if text else None
    except EdtfError:
        return None


def within(days: Days, window: Days) -> bool:
    """Whether all of these days lie in the window."""
    return window[0] <= days[0] and days[1] <= window[1]


def _hull(spans: list[Days], text: str) -> Days:
    if not spans:
        raise EdtfError("form", text)
    return min(first for first, _ in spans), max(last for _, last in spans)


def _days_of_week(year: int, week: int, text: str) -> Days:
    try:
        monday = date.fromisocalendar(year, week, 1)
    except ValueError as error:
        raise EdtfError("calendar", text) from error
    return monday, monday + timedelta(days=6)
