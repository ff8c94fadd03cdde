"""Times of day without a date of their own: "at 6am", "in the evening"."""

from __future__ import annotations

from events.extraction.timex.discourse import CLAUSE_TOKENS, Context, Resolved
from events.extraction.timex.normalization import calendar_dates
from events.extraction.timex.normalization.parts import Parts, clock_time, text
from events.extraction.timex.values import edtf_of
from events.extraction.types import Basis, TimexType

#: Dates back to the day on which the hours told now may lie.
_SCENE = 4
#: Figures of "1430": hours and minutes, two each.
_FIGURES = 4


def clock_of(parts: Parts, at: int, context: Context) -> Resolved | None:
    """A time of the day told last, else of the publication day."""
    clock = clock_time(parts)
    return _on_told_day(clock, at, context) if clock else None


def military(parts: Parts, at: int, context: Context) -> Resolved | None:
    """ "1430 UTC"."""
    figures = text(parts, "military").rjust(_FIGURES, "0")
    clock = clock_time({"clock": f"{figures[:2]}:{figures[2:]}"}) if len(figures) == _FIGURES else ""
    return _on_told_day(clock, at, context) if clock else None


def clock_on_day(parts: Parts, at: int, context: Context) -> Resolved | None:
    """ "8 am Monday", "yesterday at noon"."""
    if "shift" in parts:
        return calendar_dates.day_from_today(parts, at, context)
    return calendar_dates.date_of(parts, at, context)


def part_of_day(parts: Parts, at: int, context: Context) -> Resolved | None:
    """Morning, evening, night of the day told last."""
    return _on_told_day(text(parts, "part"), at, context)


def _on_told_day(time: str, at: int, context: Context) -> Resolved:
    ahead = context.tense(at, within=CLAUSE_TOKENS) > 0  # "until dawn" alone says nothing of the day
    told = context.day_ahead(at) if ahead else context.day_of_scene(at, _SCENE)
    here = context.last_in_sentence(at)
    if context.coming is not None:
        told = context.coming
    elif here is not None and here.is_day and not (context.reports(here.at) or context.is_aside(here.at, at)):
        told = here
    day = told.first if told else context.published
    value = f"{day}T{time}"
    basis = Basis.ANAPHORIC if told else Basis.RELATIVE
    anchor = told.edtf if told else context.published.isoformat()
    return Resolved(TimexType.TIME, value, edtf_of(value), basis, anchor)
