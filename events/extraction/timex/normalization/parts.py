"""Access to the named parts of a match."""

from __future__ import annotations

from typing import NewType

from events.extraction.timex.calendar_numbers import HOURS_A_DAY, MINUTES_AN_HOUR, NOON
from events.extraction.types import TimexType

Parts = dict[str, str | int | float]
#: "Five at night" is before dawn, "six at night" the evening.
_NIGHT_ENDS = 5  # o'clock

Direction = NewType("Direction", int)


def whole(parts: Parts, name: str) -> int | None:
    """A part as a whole number, None where it is missing or no such number."""
    value = parts.get(name)
    if isinstance(value, str):
        return int(value) if value.lstrip("-").isdecimal() else None
    return int(value) if isinstance(value, int) else None


def unit_named(parts: Parts) -> str:
    """The part ``unit``, or ``two`` where a language has a dual ("يومين")."""
    return text(parts, "unit") or text(parts, "two")


def count(parts: Parts) -> float | str:
    """The part ``n``: a number, or "X" where the text does not say how many; 1 where it says nothing.

    Part ``rest`` is the half or quarter that goes on with it ("شهرين ونصف", "a year and a half").
    """
    value = 2 if "two" in parts else parts.get("n", 1)
    if isinstance(value, str):
        value = int(value) if value.isdecimal() else value
    return value + float(parts["rest"]) if "rest" in parts and not isinstance(value, str) else value


def text(parts: Parts, name: str) -> str:
    value = parts.get(name)
    return "" if value is None else str(value)


def with_part_of_day(day_value: str, parts: Parts) -> tuple[TimexType, str]:
    """The value of a day, or of the part of it or the time that the parts name."""
    clock = clock_time(parts)
    if clock:
        return TimexType.TIME, f"{day_value}T{clock}"
    part = text(parts, "part")
    if part:
        return TimexType.TIME, f"{day_value}T{part}"
    return TimexType.DATE, day_value


def clock_time(parts: Parts) -> str:
    """ "19:45" from the parts hour, minute, clock and half ("am", "pm", by a part of the day); "" if none is named."""
    hour, minute = whole(parts, "hour"), whole(parts, "minute") or 0
    written = text(parts, "clock")
    if written:
        first, _, second = written.replace(".", ":").replace(",", ":").partition(":")
        hour, minute = int(first), int(second[:2] or 0)
    if hour is None or hour > HOURS_A_DAY or minute >= MINUTES_AN_HOUR:
        return ""
    half, part = text(parts, "ampm"), text(parts, "part")
    afternoon = half == "pm" or (not half and part in ("AF", "EV")) or (part == "NI" and hour > _NIGHT_ENDS)
    if afternoon and hour < NOON:
        hour += NOON
    elif half == "night":  # "the second hour of the night" is before dawn
        hour = hour + NOON if _NIGHT_ENDS < hour < NOON else 0 if hour == NOON else hour
    elif half == "am" and hour == NOON:
        hour = 0
    return f"{hour % HOURS_A_DAY:02}:{minute:02}"
