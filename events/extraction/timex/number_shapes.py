"""What a number can be by its looks: a day, a year, a count, a time of day, a date in figures."""

from __future__ import annotations

import re

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
_LONGEST = 25


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
    if len(word) <= 2:
        for shape, largest in (("zero", 0), ("month", 12), ("hour", 24), ("day", 31), ("minute", 59)):
            if number <= largest:
                return shape
        return "two"
    if len(word) == 4 and number >= 1000:
        if 1800 <= number < 2100:
            return "year"
        return "old year" if number < 1800 else "count"
    return "count"
