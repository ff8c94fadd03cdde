"""What is counted in units: "last week", "three days ago", "two months later", "for 25 years", "every Monday"."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

from events.extraction.timex.calendar_numbers import MONTH_DAYS, QUARTER_DAYS, SATURDAY
from events.extraction.timex.discourse import Context, DateMention, Resolved
from events.extraction.timex.normalization.parts import Parts, count, text, unit_named, whole, with_part_of_day
from events.extraction.timex.normalization.windows import narrowed
from events.extraction.timex.numbers import UNKNOWN
from events.extraction.timex.values import (
    DAYS_IN,
    MONTHS_IN,
    duration_value,
    edtf_of,
    joined_durations,
    shift,
    value_at,
)
from events.extraction.types import Basis, TimexType

#: "A few" of a unit are taken for at most so many.
_FEW = 6
_UNITS = "U"  # several of a unit ("the same three months")
#: From Friday on "the weekend" is the coming one (ISO 8601's number).
_FRIDAY = 5
_SECONDS_IN = {"TH": 3600, "TM": 60, "TS": 1}


def unit_of(parts: Parts, at: int, context: Context) -> Resolved | None:
    """ "last week", "this year", "next month", with modifiers ("late last year")."""
    unit, direction = unit_named(parts), whole(parts, "direction") or 0
    if unit.startswith("T"):
        return Resolved(TimexType.DURATION, duration_value(1, unit))
    return _at(context.published, unit, direction, parts, Basis.RELATIVE, context.published.isoformat())


def unit_told_or_now(parts: Parts, at: int, context: Context) -> Resolved | None:
    """ "later in the month": of the month that the sentence or the one before told; of this one where neither did."""
    unit, told = unit_named(parts), context.last_told()
    sentence_of = context.document.sentence_of
    if told is None or unit not in MONTHS_IN or sentence_of[at] - sentence_of[told.at] > 1:
        return unit_of(parts, at, context)
    whole_unit = told.edtf == edtf_of(value_at(told.first, unit))
    if not whole_unit or told.last >= context.published or context.tense(at) > 0:
        return unit_of(parts, at, context)
    return _at(told.first, unit, 0, parts, Basis.ANAPHORIC, told.edtf)


def ago(parts: Parts, at: int, context: Context) -> Resolved | None:
    """``n`` units before (direction -1) or after the publication date, as exact as the unit."""
    today, exact = context.published, text(parts, "exact")
    found = units_from(parts, today, Basis.RELATIVE, today.isoformat())
    number = count(parts)
    if found is None or not exact or exact.startswith("T") or isinstance(number, str):
        return found
    value = value_at(shift(today, unit_named(parts), -number), exact)  # "a year ago this week"
    return replace(found, value=value, edtf=edtf_of(value))


def ago_to_the_day(parts: Parts, at: int, context: Context) -> Resolved | None:
    """ "ten years ago today": ``n`` units before the day that lies ``shift`` days from the publication date."""
    number = count(parts)
    if isinstance(number, str):
        return ago(parts, at, context)
    found = shift(context.published + timedelta(days=whole(parts, "shift") or 0), unit_named(parts), -number)
    value, anchor = found.isoformat(), context.published.isoformat()
    return Resolved(TimexType.DATE, value, value, Basis.RELATIVE, anchor)


def from_told(parts: Parts, at: int, context: Context) -> Resolved | None:
    """``n`` units before or after the date told last; from the publication date where none was told."""
    unit = unit_named(parts)
    told, last = context.last_told(day=unit == "D") or context.last_told(), context.last_told()
    if told is None or last is None:
        today = context.published
        return units_from(parts, today, Basis.RELATIVE, today.isoformat())
    if (
        unit == "D"
        and "n" in parts
        and last.at > told.at
        and not last.first <= told.first <= last.last
        and _is_a_month(last)
        and _opens_sentence(last, context)
    ):
        # "In July he fled. Two days later": which day nobody can tell, but the month.
        return of_told(Resolved(TimexType.DATE, last.edtf, last.edtf, Basis.ANAPHORIC, last.edtf), last)
    if unit.startswith("T") and "T" in told.edtf and not isinstance(count(parts), str):
        return _clock_from_told(parts, told)
    if unit in DAYS_IN and (told.last - told.first).days > MONTH_DAYS:
        return None  # the day after a year is no day
    start = told.last if (whole(parts, "direction") or 0) > 0 else told.first
    return of_told(units_from(parts, start, Basis.ANAPHORIC, told.edtf), told)


def _is_a_month(told: DateMention) -> bool:
    return told.edtf == told.first.isoformat()[: len("2015-09")]


def _opens_sentence(told: DateMention, context: Context) -> bool:
    document = context.document
    return told.at - document.sentences[document.sentence_of[told.at]].first <= 1


def of_told(resolved: Resolved | None, told: DateMention) -> Resolved | None:
    """What was counted from a date whose year is told has its year from there."""
    return replace(resolved, by=(*resolved.by, "year-told")) if resolved and told.has_year else resolved


def ago_unknown(parts: Parts, at: int, context: Context) -> Resolved | None:
    """ "days ago", said without a number."""
    return ago(parts | {"n": "X"}, at, context)


def later(parts: Parts, at: int, context: Context) -> Resolved | None:
    """ "after two days": from now in a clause that looks ahead, else the time that passed since what was told."""
    if context.tense(at) > 0:
        return ago(parts, at, context)
    passed = duration_of(parts, at, context)
    then = from_told(parts, at, context) if context.last_told() else None
    if then is None or then.edtf is None or then.edtf.partition("/")[0] > context.published.isoformat():
        return passed
    return replace(passed, edtf=then.edtf, basis=then.basis, anchor=then.anchor)


def stretch_of(parts: Parts, at: int, context: Context) -> Resolved:
    """ "the past weeks", "the next two years": a duration, and a window that ends or begins at the publication date, or
    (part ``told``) begins behind the date told last."""
    unit, number = unit_named(parts), count(parts) if "n" in parts or "two" in parts else UNKNOWN
    told = context.last_told() if "told" in parts else None
    value, today = duration_value(number, unit), told.last if told else context.published
    far = _FEW if isinstance(number, str) else number
    try:
        other = today if unit.startswith("T") else shift(today, unit, far * (whole(parts, "direction") or -1))
    except (OverflowError, ValueError):
        return Resolved(TimexType.DURATION, value)
    first, last = sorted((today, other))
    window = f"{first}/{last}" if first < last else None
    return Resolved(TimexType.DURATION, value, window, Basis.VAGUE, today.isoformat())


def since(parts: Parts, at: int, context: Context) -> Resolved:
    """ "for six years now": a duration that began ``n`` units ago and goes on."""
    parts = {"n": 1} | parts
    stretch = stretch_of(parts, at, context)
    unit = unit_named(parts)
    if stretch.edtf is None or isinstance(count(parts), str):
        return stretch
    began = edtf_of(value_at(date.fromisoformat(stretch.edtf.partition("/")[0]), unit))
    open_ended = f"{str(began).partition('/')[0]}/.."
    return Resolved(TimexType.DURATION, stretch.value, open_ended, Basis.RELATIVE, stretch.anchor)


def _clock_from_told(parts: Parts, told: DateMention) -> Resolved | None:
    """ "twelve minutes later" than a time of day."""
    number = count(parts)
    if isinstance(number, str):
        return None
    seconds = number * _SECONDS_IN[unit_named(parts)] * (whole(parts, "direction") or 0)
    value = (datetime.fromisoformat(told.edtf) + timedelta(seconds=seconds)).isoformat(timespec="minutes")
    return Resolved(TimexType.TIME, value, value, Basis.ANAPHORIC, told.edtf)


def units_from(parts: Parts, start: date, basis: Basis, anchor: str) -> Resolved | None:
    """``n`` units before or after a day, as exact as the unit."""
    unit, direction, number = unit_named(parts), whole(parts, "direction") or 0, count(parts)
    if isinstance(number, str):
        return _about(unit, direction, start, anchor)
    if unit.startswith("T"):
        return Resolved(TimexType.TIME, start.isoformat(), start.isoformat(), basis, anchor)
    return _at(start, unit, direction * number, parts, basis, anchor)


def _about(unit: str, direction: int, start: date, anchor: str) -> Resolved | None:
    """ "a few days ago": a window."""
    reference = "PAST_REF" if direction < 0 else "FUTURE_REF"
    if unit.startswith("T"):
        return Resolved(TimexType.DATE, reference, start.isoformat(), Basis.VAGUE, anchor)
    try:
        far = shift(start, unit, direction * _FEW)
    except (OverflowError, ValueError):
        return Resolved(TimexType.DATE, reference, None, Basis.VAGUE, anchor)
    first, last = sorted((far, start))
    return Resolved(TimexType.DATE, reference, f"{first}/{last}", Basis.VAGUE, anchor)


def _at(start: date, unit: str, number: float, parts: Parts, basis: Basis, anchor: str) -> Resolved | None:
    """The calendar unit ``number`` units from ``start``."""
    try:
        found = shift(start, unit, number)
    except (OverflowError, ValueError):
        return Resolved(TimexType.DATE, "PAST_REF" if number < 0 else "FUTURE_REF", None, Basis.VAGUE, anchor)
    exact = "Y" if unit == "DE" and abs(number) > 1 else unit
    kind, value = TimexType.DATE, value_at(found, exact)
    if unit == "D":
        kind, value = with_part_of_day(value, parts)
    if text(parts, "weekend"):
        value += "-WE"
    return Resolved(kind, value, narrowed(edtf_of(value), parts), basis, anchor)


def same(parts: Parts, at: int, context: Context) -> Resolved | None:
    """ "that day", "the same month": the unit that holds the date told last."""
    unit = unit_named(parts)
    told = context.last_told(day=unit == "D") or context.last_told()
    if told is None or unit.startswith("T"):
        return None
    return of_told(_at(told.first, unit, 0, parts, Basis.ANAPHORIC, told.edtf), told)


def duration_of(parts: Parts, at: int, context: Context) -> Resolved:
    """ "25 years", "several weeks", "half a year"; with ``more`` smaller units: "a year and three months"."""
    value = duration_value(count(parts), unit_named(parts))
    if "more" in parts or "more_two" in parts:
        unit = text(parts, "more_unit") or text(parts, "more_two")
        value = joined_durations(value, duration_value(parts.get("more", 2), unit))
    return Resolved(TimexType.DURATION, value)


def set_of(parts: Parts, at: int, context: Context) -> Resolved:
    """ "every day", "on Mondays", "annually"."""
    weekday = whole(parts, "weekday")
    if weekday is not None:
        return Resolved(TimexType.SET, f"XXXX-WXX-{weekday}")
    if "part" in parts:
        return Resolved(TimexType.SET, f"XXXX-XX-XXT{text(parts, 'part')}")
    return Resolved(TimexType.SET, duration_value(count(parts), unit_named(parts)))


def same_of_year(parts: Parts, at: int, context: Context) -> Resolved | None:
    """ "the same month of 2013", "the same quarter a year earlier" (``told_shift`` -1): the unit of the date told last,
    in another year; the year alone where none was."""
    year, unit, told = whole(parts, "year"), unit_named(parts), context.last_told()
    told_shift = whole(parts, "told_shift")
    if year is None and told_shift is not None:
        year = (told.first if told else context.published).year + told_shift
    if not year:  # no calendar has a year 0
        return None
    value = f"{year:04}"
    if unit == _UNITS and told is not None and MONTH_DAYS < (told.last - told.first).days <= QUARTER_DAYS:
        unit = "Q"  # the same three months
    if told is not None and unit in ("M", "Q"):
        value = value_at(told.first.replace(year=year, day=1), unit)
    return Resolved(TimexType.DATE, value, edtf_of(value), Basis.ANAPHORIC, told.edtf if told else None)


def told_neighbour(parts: Parts, at: int, context: Context) -> Resolved | None:
    """ "the day before (the vote)": the unit beside the date told last; where none was told, only how far apart."""
    if context.last_told() is None or unit_named(parts).startswith("T"):
        return Resolved(TimexType.DURATION, duration_value(1, unit_named(parts)))
    parts = parts | {"direction": 1 if whole(parts, "direction") == 1 else -1}
    return from_told(parts, at, context)


def weekend_of(parts: Parts, at: int, context: Context) -> Resolved:
    """ "last weekend"; "the weekend" is the one before a publication on Sunday to Thursday."""
    today, direction = context.published, whole(parts, "direction")
    saturday = today + timedelta(days=SATURDAY - today.isoweekday())
    if direction is None:
        direction = -1 if today.isoweekday() < _FRIDAY and context.tense(at) <= 0 else 0
    found = value_at(saturday + timedelta(weeks=direction), "W") + "-WE"
    return Resolved(TimexType.DATE, found, edtf_of(found), Basis.RELATIVE, today.isoformat())
