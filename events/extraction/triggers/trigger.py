"""A trigger: the word that tells an event, as it stands in one article."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from events.extraction.lexicon.entries import LexicalEntry, Standing
from events.extraction.lexicon.inflection import Shape


class Mood(StrEnum):
    """How the event is told."""

    TOLD = "told"  # as a fact
    ONGOING = "ongoing"
    PLANNED = "planned"
    AIM = "aim"  # what somebody wants: "to discuss", أن يبحث
    NEGATED = "negated"
    HYPOTHETICAL = "hypothetical"


#: Moods that tell no event.
UNREAL = frozenset({Mood.NEGATED, Mood.HYPOTHETICAL})


_NOT_FINITE = frozenset({Shape.ACTIVE, Shape.GERUND})


@dataclass(slots=True)
class Trigger:
    """Tokens [first, last) with the reading that fits there.

    ``opens`` is the token at which what belongs before it begins: auxiliaries, the light verb of a noun.
    ``letters`` are the folded letters of proclitics in the first token.
    """

    first: int
    last: int
    entry: LexicalEntry
    mood: Mood = Mood.TOLD
    opens: int = -1
    letters: int = 0
    joined: int = 0  # of them those of a conjunction
    owner: bool = False
    passive: bool = False
    attributive: bool = False  # a participle that describes a noun: "the signed treaty"
    definite: bool = False  # with an article: it may point back
    verb: bool = field(init=False)
    speech: bool = field(init=False)
    finite: bool = field(init=False)  # the verb of a clause

    def __post_init__(self) -> None:
        if self.opens < 0:
            self.opens = self.first
        self.verb = self.entry.verb and self.entry.shape is not Shape.MASDAR
        self.finite = self.verb and not self.attributive and self.entry.shape not in _NOT_FINITE
        self.speech = self.entry.standing is Standing.SPEECH

    @property
    def type(self) -> str:
        return self.entry.type
