"""What a number can be by its looks: a day, a year, a count, a time of day, a date in figures."""

from __future__ import annotations

import re

from events.extraction.timex.calendar_numbers import (
    HOURS_A_DAY,
    MINUTES_AN_HOUR,
    MONTH_DAYS,
    MONTHS_A_YEAR,
    YEAR_LETTERS,
    YEARS_A_MILLENNIUM,
)

#: Each shape with the classes that patterns may ask for.
SHAPES: dict[str, frozenset[str]] = {
    "zero": frozenset({"INT", "UPTO99", "MINUTE", "HOUR"}),
    "month": frozenset({"INT", "UPTO99", "DAY", "HOUR", "MINUTE", "MONTHNUMBER"}),  # 1-12
    "hour": frozenset({"INT", "UPTO99", "DAY", "HOUR", "MINUTE"}),  # 13-24
    "day": frozenset({"INT", "UPTO99", "DAY", "MINUTE"}),  # 25-31
    "minute": frozenset({"INT", "UPTO99", "MINUTE"}),
    "two": frozenset({"INT", "UPTO99", "MINUTE"}),
    "year": frozenset({"INT", "YEAR"}),  # 1800-2099
    "old year": frozenset({"INT", "OLDYEAR"}),  # 1000-1799, which most often are counts
    "count": frozenset({"INT"}),
    "clock": frozenset({"CLOCK"}),  # 19:45
    "dotted": frozenset({"DOTTED"}),  # 7.15 and 19,45: a time only where the text says so
    "iso": frozenset({"ISO"}),
    "figures": frozenset({"FIGURES"}),  # 1/9/2015
    "figures pair": frozenset({"FIGURESPAIR"}),  # 24/7, 1/9
    "slash": frozenset({"YEARS"}),  # 2014/2015, 2014/15
    "decimal": frozenset({"DECIMAL"}),
}

_CLOCK = re.compile(r"([01]?\d|2[0-4]):([0-5]\d)(?::[0-5]\d)?")
_DOTTED = re.compile(r"([01]?\d|2[0-4])[.,]([0-5]\d)")
_ISO = re.compile(r"[12]\d{3}-\d{1,2}-\d{1,2}(?:t.*)?")
_FIGURES = re.compile(r"\d{1,2}([./-])\d{1,2}\1(?:[12]\d{3}|\d{2})|[12]\d{3}([./])\d{1,2}\2\d{1,2}")
_FIGURES_PAIR = re.compile(r"\d{1,2}/\d{1,2}")
_YEARS = re.compile(r"(?:1[89]|20)\d\d/(?:(?:1[89]|20)\d\d|\d\d)")
#: Letters of the longest of these, a date with its time of day and zone ("2015-09-01T19:45:00+03:00").
_LONGEST = 25
_TWO_FIGURES = 2
#: The largest number that may be a month, an hour, a day, a minute.
_UP_TO = (
    ("zero", 0),
    ("month", MONTHS_A_YEAR),
    ("hour", HOURS_A_DAY),
    ("day", MONTH_DAYS),
    ("minute", MINUTES_AN_HOUR - 1),
)
#: Numbers that in news are years more often than counts.
_YEARS_BEGIN, _YEARS_END = 1800, 2100


def shape_of(word: str) -> str:
    """The shape of a folded token that begins with a digit; "" for one that is no part of a time."""
    if len(word) > _LONGEST or not word.isascii():
        return ""
    if word.isdecimal():
        return _shape_of_digits(word)
    for shape, form in (
        ("clock", _CLOCK), ("dotted", _DOTTED), ("iso", _ISO), ("figures", _FIGURES),
        ("slash", _YEARS), ("figures pair", _FIGURES_PAIR),
    ):  # fmt: skip
        if form.fullmatch(word):
            return shape
    return "decimal"


def _shape_of_digits(word: str) -> str:
    number = int(word)
    if len(word) <= _TWO_FIGURES:
        return next((shape for shape, largest in _UP_TO if number <= largest), "two")
    if len(word) != YEAR_LETTERS or number < YEARS_A_MILLENNIUM or number >= _YEARS_END:
        return "count"
    return "year" if number >= _YEARS_BEGIN else "old year"
