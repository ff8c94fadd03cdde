"""What linking compares, and what it answers."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date


@dataclass(frozen=True, slots=True)
class LinkCandidate:
    """A happening as one article tells it, or an event as all of its sources tell it.

    ``actors`` holds the keys of all who take part, ``targets`` those of them to whom it is done.  Keys that
    begin with ``name:`` hold within one language alone.  ``places`` holds keys of countries and, beginning with
    ``geonames:``, of places within them.  ``first``/``last`` are None where the date is open.  ``titles`` maps a
    language to a title.
    """

    id: int
    type: str
    first: date | None
    last: date | None
    actors: frozenset[str]
    targets: frozenset[str] = frozenset()
    places: frozenset[str] = frozenset()
    titles: dict[str, str] = field(default_factory=dict)
    vague: bool = False


@dataclass(frozen=True, slots=True)
class Link:
    """A mention joins an event: how sure (0 to 1) and why, in words that an editor can check."""

    mention: int
    event: int
    score: float
    reason: dict[str, object]
