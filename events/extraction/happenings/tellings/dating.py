"""When something took place, and how that is known."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from events.edtf import EdtfDate
from events.extraction.happenings.tellings.placing import bounds_of
from events.extraction.happenings.triggers.trigger import Mood, Trigger
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


def is_future(dating: Dating, published: date) -> bool:
    first = dating.bounds.first
    return first is not None and first > published


def settle_mood(trigger: Trigger, dating: Dating, published: date) -> Mood:
    """A present tense with a coming date is a plan."""
    if trigger.mood in (Mood.ONGOING, Mood.TOLD, Mood.AIM) and is_future(dating, published):
        return Mood.PLANNED
    return trigger.mood
