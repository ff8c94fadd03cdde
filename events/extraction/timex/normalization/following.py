"""Dates that follow another: the end of "from Monday to Wednesday", "the following spring", "a week on Tuesday"."""

from __future__ import annotations

from datetime import date, timedelta

from events.edtf import parse
from events.extraction.timex.calendar_numbers import DAYS_A_WEEK, QUARTER_DAYS
from events.extraction.timex.discourse import Context, Resolved
from events.extraction.timex.normalization.calendar_dates import date_of, weekday_after_told
from events.extraction.timex.normalization.parts import Parts, text, whole, with_part_of_day
from events.extraction.timex.values import edtf_of, month_value
from events.extraction.types import Basis, TimexType

#: Years from that of the date told last to the next or last such month or season: its own, or one over the turn.
_YEARS_ON, _YEARS_BACK = (0, 1, 2), (0, -1, -2)
#: Tokens from the first day of a range or pair to the last ("Monday night to late Wednesday").
_APART = 5


def range_end(parts: Parts, at: int, context: Context) -> Resolved | None:
    """ "(from Monday) to Wednesday", "(Monday) and Tuesday": the first such weekday after the day told just before."""
    told, weekday = context.last_in_sentence(at), whole(parts, "weekday")
    if weekday is None or told is None or not told.is_day:
        return date_of(parts, at, context)
    if at - told.at > _APART:  # "on 1 February they gave him until Friday", or a day of its own
        given = "pair" not in parts and told.first < context.published and context.tense(at) > 0
        return (weekday_after_told if given else date_of)(parts, at, context)
    found = told.first + timedelta(days=(weekday - told.first.isoweekday()) % DAYS_A_WEEK or DAYS_A_WEEK)
    if text(parts, "pair") and told.first <= context.published < found:
        return date_of(parts, at, context)  # two days that are past, not told in their order
    kind, value = with_part_of_day(found.isoformat(), parts)
    return Resolved(kind, value, edtf_of(value), Basis.RELATIVE, told.edtf, ("range",))


def of_told_year(parts: Parts, at: int, context: Context) -> Resolved | None:
    """ "the following spring", "the previous June": the first after, or the last before, the date told last."""
    told, back = context.last_told(), whole(parts, "direction") == -1
    if told is None:
        return date_of(parts, at, context)
    for year in (told.first.year + step for step in (_YEARS_BACK if back else _YEARS_ON)):
        value = _in_year(parts, year)
        span = parse(str(edtf_of(value)))
        if span.first is None or span.last is None:
            return None
        if (span.last < told.first) if back else (span.first > told.last):
            return Resolved(TimexType.DATE, value, edtf_of(value), Basis.ANAPHORIC, told.edtf, ("year-told",))
    return None


def weeks_on(parts: Parts, at: int, context: Context) -> Resolved:
    """ "a week on Tuesday", "a fortnight today": ``n`` weeks after the next such weekday, or ``shift`` days on."""
    today, weekday = context.published, whole(parts, "weekday")
    start = today + timedelta(days=whole(parts, "shift") or 0)
    if weekday is not None:
        start = _next(weekday, today)
    found = start + timedelta(weeks=whole(parts, "n") or 1)
    return Resolved(
        TimexType.DATE, found.isoformat(), found.isoformat(), Basis.RELATIVE, today.isoformat(), ("weeks-on",)
    )


def year_earlier(parts: Parts, at: int, context: Context) -> Resolved:
    """ "the year-earlier quarter": the year before that of the period reported on, else before this one."""
    told = context.last_told(until=context.published, most=QUARTER_DAYS)
    start = told.first if told else context.published
    value, anchor = f"{start.year - 1:04}", told.edtf if told else start.isoformat()
    return Resolved(TimexType.DATE, value, value, Basis.ANAPHORIC if told else Basis.RELATIVE, anchor)


def _in_year(parts: Parts, year: int) -> str:
    month = whole(parts, "month")
    return f"{year:04}-{text(parts, 'season')}" if month is None else month_value(year, month)


def _next(weekday: int, today: date) -> date:
    return today + timedelta(days=(weekday - today.isoweekday()) % DAYS_A_WEEK or DAYS_A_WEEK)
