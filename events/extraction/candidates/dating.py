"""When something took place, and how that is known."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from events.edtf import EdtfDate
from events.extraction.candidates.placed_timex import bounds_of
from events.extraction.timex.values import DAYS_IN, shift, value_at
from events.extraction.triggers.trigger import Mood, Trigger
from events.extraction.types import Basis


class Via(StrEnum):
    """From where a trigger took its time."""

    CLAUSE = "clause"
    SENTENCE = "sentence"
    SCENE = "scene"
    PUBLICATION = "publication"


@dataclass(frozen=True, slots=True)
class Dating:
    """A trigger's time and the reasoning behind it; ``cost`` is the distance of the time expression."""

    edtf: str
    basis: Basis
    anchor: str | None
    via: Via
    timex: int | None = None
    cost: float = 0.0

    @property
    def day(self) -> str:
        """The date without a time of day."""
        return self.edtf.partition("T")[0] if "/" not in self.edtf else self.edtf

    @property
    def bounds(self) -> EdtfDate:
        return bounds_of(self.edtf)


def counted_from(start: Dating, unit: str, number: int) -> Dating | None:
    """So many units (``D``, ``W``, ``M``, ``Y``) after the first day of another time, before it where negative.

    As exact as the unit, weeks to the day; None where the other time has no first day or the calendar ends before.
    """
    first = start.bounds.first
    if first is None:
        return None
    try:
        found = shift(first, unit, number)
    except (OverflowError, ValueError):
        return None
    edtf = found.isoformat() if unit in DAYS_IN else value_at(found, unit)
    return Dating(edtf, Basis.ANAPHORIC, start.day, Via.CLAUSE)


def is_future(dating: Dating, published: date) -> bool:
    first = dating.bounds.first
    return first is not None and first > published


def settle_mood(trigger: Trigger, dating: Dating, published: date) -> Mood:
    """A present tense with a coming date is a plan."""
    if trigger.mood in (Mood.ONGOING, Mood.TOLD, Mood.AIM) and is_future(dating, published):
        return Mood.PLANNED
    return trigger.mood
