"""What linking compares, and its results."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date


@dataclass(frozen=True, slots=True)
class LinkCandidate:
    """An event according to one article, or according to all of its sources.

    ``actors`` are the keys of all participants, ``targets`` those of them with the role "target".  Keys that begin with
    ``name:`` are valid within one language only.  ``places`` are keys of countries and, beginning with ``geonames:``,
    of places within them.  ``first`` or ``last`` is None if the date is open there.  ``titles`` are by language.
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
    """A mention joins an event, by their ids, with a score (0 to 1) and its parts, which an editor can check."""

    mention: int
    event: int
    score: float
    reason: dict[str, object]
