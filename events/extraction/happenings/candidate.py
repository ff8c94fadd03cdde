"""A candidate: one telling of a happening, with its time and its words, before it is judged."""

from __future__ import annotations

from dataclasses import dataclass

from events.extraction.happenings.timing import Dating, Via
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
    result_of: Candidate | None = None
    owner: bool = False  # is it the nearest to its time expression?
    sharing: int = 0  # how many before it in the sentence have the same time expression
    quoted: bool = False
    stands_alone: bool = True  # else it only tells again what another told

    @property
    def meaning(self) -> Trigger:
        """The trigger that says what happened."""
        return self.companion or self.trigger

    @property
    def type(self) -> str:
        return self.meaning.type

    @property
    def dated(self) -> bool:
        """Has it a time of its own?"""
        return self.dating.via in (Via.CLAUSE, Via.SENTENCE)
