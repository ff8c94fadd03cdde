"""What rules mean: a function for each meaning, from the parts of a match to a date, duration or set.

``meaning(parts, at, context) -> Resolved | None``; None says that the match is no time after all (30 February).
Meanings know no language; the parts a rule names (``month``, ``direction``, ``n``, ``unit`` …) are their arguments.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from events.extraction.times.context import Context, Resolved
from events.extraction.times.meanings import beside, calendar, clock, counted, feasts, following, spans, vague
from events.extraction.times.meanings.parts import Parts

Meaning = Callable[[Parts, int, Context], Resolved | None]

MEANINGS: Mapping[str, Meaning] = {
    "date": calendar.date_of,  # day, month, year, weekday, season, quarter, half, with modifiers
    "days": spans.days_of,  # from a day to a day of one month
    "years": spans.years_of,  # from a year to a year
    "decade": spans.decade_of,
    "century": spans.century_of,
    "figures": spans.figures_of,  # 1/9/2015
    "date-in-figures": feasts.date_in_figures,  # 29 / 9 / 1437, of either calendar
    "hijri": feasts.hijri_of,
    "day": calendar.day_from_today,  # yesterday, today, with a part of the day
    "unit": counted.unit_of,  # last week, this year
    "unit-told-or-now": counted.unit_told_or_now,  # later in the year: of the one told, or this one
    "ago": counted.ago,  # three days ago, in two weeks
    "ago-to-the-day": counted.ago_to_the_day,  # ten years ago today
    "ago-unknown": counted.ago_unknown,
    "later": counted.later,
    "stretch": counted.stretch_of,  # the past weeks
    "since": counted.since,  # a duration that goes on
    "from-told": counted.from_told,  # two days later, the following month
    "same": counted.same,  # that day, the same month
    "duration": counted.duration_of,
    "set": counted.set_of,
    "same-of-year": counted.same_of_year,  # the same month of 2013
    "told-neighbour": counted.told_neighbour,  # the day before, where an event follows or was told
    "weekend": counted.weekend_of,
    "week-of-date": calendar.week_of,
    "from-date": beside.from_date,  # two days before Christmas
    "part-of-month": beside.part_of_month,  # the first week of May
    "weekday-ago": beside.weekday_ago,
    "holiday": feasts.holiday_of,
    "movable-holiday": feasts.movable_of,
    "easter": feasts.easter_of,
    "range-end": following.range_end,  # from Monday to Wednesday
    "of-told-year": following.of_told_year,  # the following spring, the previous June
    "year-earlier": following.year_earlier,
    "weeks-on": following.weeks_on,  # a week on Tuesday
    "months-of-year": spans.months_of_year,  # the first nine months of 2015
    "months-from-to": spans.months_from_to,  # the January-March quarter
    "day-of-month": calendar.day_of_month,
    "half-of-month": calendar.half_of_month,
    "weekday-after-told": calendar.weekday_after_told,
    "clock": clock.clock_of,
    "clock-day": clock.clock_on_day,  # a time on a weekday, or on a day counted from today
    "military-clock": clock.military,
    "part-of-day": clock.part_of_day,
    "vague": vague.vague,  # now, recently, soon
    "nothing": vague.nothing,  # looks like a time and is none
}
