"""A candidate: one mention of an event, with its time and its words, before it is judged."""

from __future__ import annotations

from dataclasses import dataclass

from events.extraction.candidates.dating import Dating, Via
from events.extraction.triggers.trigger import Mood, Trigger

#: Types of verbs that say little by themselves.
_GENERAL = frozenset({"OTHER", "LAUNCH"})
#: Types of verbs that a disaster does as well: it kills, hits and wounds.
_BY_A_DISASTER = frozenset({"ASSAULT", "DEATH", "OTHER", "COERCE"})


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
    def meaning(self) -> Trigger:
        """The trigger that says what happened."""
        return self.companion or self.trigger

    @property
    def type(self) -> str:
        """The event's type: the verb's, unless it says little and its noun more ("launched an attack")."""
        own, nouns = self.meaning.type, [noun.type for noun in self.nouns if not noun.entry.verb]
        if own in _BY_A_DISASTER and "DISASTER" in nouns:
            return "DISASTER"
        return nouns[0] if own in _GENERAL and nouns and self.meaning.verb else own

    @property
    def dated(self) -> bool:
        """Has it a time of its own?"""
        return self.dating.via in (Via.CLAUSE, Via.SENTENCE)
