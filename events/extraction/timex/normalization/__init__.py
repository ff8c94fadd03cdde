"""Resolvers: what a rule means, a function from the parts of a match to a date, duration or set.

``resolver(parts, at, context) -> Resolved | None``; None says that the match is no time after all (30 February).
Resolvers know no language; the parts a rule names (``month``, ``direction``, ``n``, ``unit`` …) are their arguments.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from events.extraction.timex.discourse import Context, Resolved
from events.extraction.timex.normalization import (
    adjacent_days,
    calendar_dates,
    clock,
    following,
    holidays,
    intervals,
    offsets,
    vague,
)
from events.extraction.timex.normalization.parts import Parts

Resolver = Callable[[Parts, int, Context], Resolved | None]

RESOLVERS: Mapping[str, Resolver] = {
    "date": calendar_dates.date_of,  # day, month, year, weekday, season, quarter, half, with modifiers
    "days": intervals.days_of,  # from a day to a day of one month
    "years": intervals.years_of,  # from a year to a year
    "decade": intervals.decade_of,
    "century": intervals.century_of,
    "figures": intervals.figures_of,  # 1/9/2015
    "date-in-figures": holidays.date_in_figures,  # 29 / 9 / 1437, of either calendar
    "hijri": holidays.hijri_of,
    "day": calendar_dates.day_from_today,  # yesterday, today, with a part of the day
    "unit": offsets.unit_of,  # last week, this year
    "unit-told-or-now": offsets.unit_told_or_now,  # later in the year: of the one told, or this one
    "ago": offsets.ago,  # three days ago, in two weeks
    "ago-to-the-day": offsets.ago_to_the_day,  # ten years ago today
    "ago-unknown": offsets.ago_unknown,
    "later": offsets.later,
    "stretch": offsets.stretch_of,  # the past weeks
    "since": offsets.since,  # a duration that goes on
    "from-told": offsets.from_told,  # two days later, the following month
    "same": offsets.same,  # that day, the same month
    "duration": offsets.duration_of,
    "set": offsets.set_of,
    "same-of-year": offsets.same_of_year,  # the same month of 2013
    "told-neighbour": offsets.told_neighbour,  # the day before, where an event follows or was told
    "weekend": offsets.weekend_of,
    "week-of-date": calendar_dates.week_of,
    "from-date": adjacent_days.from_date,  # two days before Christmas
    "part-of-month": adjacent_days.part_of_month,  # the first week of May
    "weekday-ago": adjacent_days.weekday_ago,
    "holiday": holidays.holiday_of,
    "movable-holiday": holidays.movable_of,
    "easter": holidays.easter_of,
    "range-end": following.range_end,  # from Monday to Wednesday
    "of-told-year": following.of_told_year,  # the following spring, the previous June
    "year-earlier": following.year_earlier,
    "weeks-on": following.weeks_on,  # a week on Tuesday
    "months-of-year": intervals.months_of_year,  # the first nine months of 2015
    "months-from-to": intervals.months_from_to,  # the January-March quarter
    "day-of-month": calendar_dates.day_of_month,
    "half-of-month": calendar_dates.half_of_month,
    "weekday-after-told": calendar_dates.weekday_after_told,
    "clock": clock.clock_of,
    "clock-day": clock.clock_on_day,  # a time on a weekday, or on a day counted from today
    "military-clock": clock.military,
    "part-of-day": clock.part_of_day,
    "vague": vague.vague,  # now, recently, soon
    "nothing": vague.nothing,  # looks like a time and is none
}
