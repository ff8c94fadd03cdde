"""Numbers of the calendar and the clock, each with its unit.

They are facts of the Gregorian calendar (ISO 8601) and not ours to choose; what the engine chose stands in the module
that uses it.
"""

from __future__ import annotations

DAYS_A_WEEK = 7
SATURDAY, SUNDAY = 6, 7  # ISO 8601: Monday is 1
LEAP_DAY = (2, 29)  # month, day
YEARS_BETWEEN_LEAP_DAYS = 4

MONTHS_A_QUARTER, MONTHS_A_HALF, MONTHS_A_YEAR = 3, 6, 12
MONTHS_A_THIRD = MONTHS_A_YEAR // 3
YEARS_A_DECADE, YEARS_A_CENTURY, YEARS_A_MILLENNIUM = 10, 100, 1000
#: What years of two figures belong to today ("1/9/15"): the century begun last.
THIS_CENTURY = 2000
#: The last year that EDTF, ISO 8601 and Python write with four figures.
LAST_YEAR = 9999

#: Days of the longest month, quarter and of a common year.
MONTH_DAYS, QUARTER_DAYS, YEAR_DAYS = 31, 92, 365
#: Days of a month where it does not matter of which: to see which of two dates is nearer.
AVERAGE_MONTH = 30
HALF_A_MONTH = AVERAGE_MONTH // 2

HOURS_A_DAY, MINUTES_AN_HOUR = 24, 60
#: Hours of each half of a day, "am" and "pm".
NOON = 12

#: Letters of "2015", and of "2015-09-01".
YEAR_LETTERS, DAY_LETTERS = 4, 10
