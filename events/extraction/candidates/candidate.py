"""A candidate: one mention of an event, with its time and its words, before it is judged."""

from __future__ import annotations

from dataclasses import dataclass

from events.extraction.candidates.dating import Dating, Via
from events.extraction.triggers.trigger import Mood, Trigger

#: Types of verbs that say little by themselves.
_GENERAL = frozenset({"OTHER", "LAUNCH"})
#: Types of verbs that a disaster does as well: it kills, hits and wounds.
_BY_A_DISASTER = frozenset({"ASSAULT", "DEATH", "OTHER", "COERCE"})
_SAYING_LITTLE = _GENERAL | _BY_A_DISASTER


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
    nouns: tuple[Trigger, ...] = ()  # that its words hold beside the trigger
    result_of: Candidate | None = None
    owner: bool = False  # is it the nearest to its time expression?
    sharing: int = 0  # how many before it in the sentence have the same time expression
    quoted: bool = False
    stands_alone: bool = True  # else it only tells again what another told

    @property
    def content_trigger(self) -> Trigger:
        """The trigger that says what happened."""
        return self.companion or self.trigger

    @property
    def type(self) -> str:
        """The event's type: the verb's, unless it says little and its noun more ("launched an attack")."""
        return (self._noun_that_says_more or self.content_trigger).type

    @property
    def _noun_that_says_more(self) -> Trigger | None:
        own = self.content_trigger
        if not self.nouns or own.type not in _SAYING_LITTLE:
            return None
        nouns = [noun for noun in self.nouns if not noun.entry.verb]
        disaster = next((noun for noun in nouns if noun.type == "DISASTER"), None)
        if own.type in _BY_A_DISASTER and disaster:
            return disaster
        return nouns[0] if own.type in _GENERAL and nouns and own.verb else None

    @property
    def triggers(self) -> tuple[Trigger, ...]:
        """The triggers that together say what happened."""
        return tuple(one for one in (self.trigger, self.companion, self._noun_that_says_more) if one)

    @property
    def dated(self) -> bool:
        """Has it a time of its own?"""
        return self.dating.via in (Via.CLAUSE, Via.SENTENCE)
