"""A candidate: one telling of a happening, with its time and its words, before it is judged."""

from __future__ import annotations

from dataclasses import dataclass, field

from events.extraction.happenings.timing import Dating
from events.extraction.happenings.trigger import Mood, Trigger


@dataclass(slots=True)
class Candidate:
    """``trigger`` tells it; ``companion`` is the noun that a light verb carries; tokens [first, last) are its words."""

    trigger: Trigger
    dating: Dating
    mood: Mood
    sentence: int
    first: int
    last: int
    companion: Trigger | None = None
    absorbed: list[Trigger] = field(default_factory=list)

    @property
    def meaning(self) -> Trigger:
        """The trigger that says what happened."""
        return self.companion or self.trigger

    @property
    def type(self) -> str:
        return self.meaning.type
