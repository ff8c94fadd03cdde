"""A mention and a cluster: what the clauses of an article tell, once each and together."""

from __future__ import annotations

from dataclasses import dataclass, field

from events.extraction.candidates.candidate import Candidate

_RECENT = 8  # so many mentions of a cluster are compared, so that the work stays linear
#: Ways to a time, the surest first.
_WAYS = ("clause", "sentence", "scene", "publication")


@dataclass(frozen=True, slots=True)
class EventMention:
    """A candidate with its content words and the keys of its names."""

    candidate: Candidate
    words: frozenset[str]
    keys: frozenset[str]
    known: bool  # "the attack": what it means was told before


@dataclass(slots=True, eq=False)
class Cluster:
    """The mentions of one event, in the order of the text, with all their words and keys."""

    mentions: list[EventMention] = field(default_factory=list)
    words: set[str] = field(default_factory=set)
    keys: set[str] = field(default_factory=set)
    all_finite: bool = True
    _lead: EventMention | None = None

    def take(self, mention: EventMention) -> None:
        self.mentions.append(mention)
        self.words |= mention.words
        self.keys |= mention.keys
        self.all_finite = self.all_finite and mention.candidate.trigger.finite
        if self._lead is None or _worth(mention) < _worth(self._lead):
            self._lead = mention

    @property
    def candidates(self) -> list[Candidate]:
        return [mention.candidate for mention in self.mentions]

    @property
    def recent(self) -> list[EventMention]:
        return self.mentions[-_RECENT:]

    @property
    def lead(self) -> Candidate:
        """The telling that shows it best: with the surest time, then a whole clause, then the earliest."""
        if self._lead is None:
            raise ValueError("a cluster without mentions has no lead")
        return self._lead.candidate


def _worth(mention: EventMention) -> tuple[bool, int, int, bool, int]:
    candidate = mention.candidate
    coarse = 0 if not candidate.dated else -len(candidate.dating.day)
    return not candidate.dated, coarse, _WAYS.index(candidate.dating.via), not candidate.trigger.finite, candidate.first
