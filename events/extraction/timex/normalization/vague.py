"""References to now, the past and the future without a date; and what only looks like a time."""

from __future__ import annotations

from datetime import date, timedelta

from events.extraction.timex.discourse import Context, Resolved
from events.extraction.timex.normalization.parts import Parts, text, whole
from events.extraction.types import Basis, TimexType


def vague(parts: Parts, at: int, context: Context) -> Resolved:
    """Part ``ref`` is PAST_REF, PRESENT_REF or FUTURE_REF; ``window`` the days of it that news mean, if any."""
    today = context.published
    days = whole(parts, "window")
    edtf = None if days is None else _window(today, days)
    return Resolved(TimexType.DATE, text(parts, "ref"), edtf, Basis.VAGUE, today.isoformat())


def _window(today: date, days: int) -> str:
    """From ``days`` days away (back if negative) up to today; today itself for 0."""
    if days == 0:
        return today.isoformat()
    try:
        first, last = sorted((today, today + timedelta(days=days)))
    except OverflowError:
        return today.isoformat()
    return f"{first}/{last}"


def nothing(parts: Parts, at: int, context: Context) -> None:
    """A name or number that only looks like a time ("British Summer Time")."""
    return
