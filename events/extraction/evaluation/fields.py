"""Of the core events that were found: are type, status, actors and places right?"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from events.extraction.evaluation.articles import AnnotatedArticle, AnnotatedEvent
from events.extraction.evaluation.counts import Counts, share
from events.extraction.evaluation.matching import Matching
from events.extraction.evaluation.predictions import PredictedEvent

#: Actors and places are annotated by their English names, whatever the article's language.
LANGUAGE_OF_NAMES = "en"
_WORD = re.compile(r"\w+")
_TELLING_LENGTH = 4  # letters of a word by which two names may be the same


@dataclass(frozen=True, slots=True)
class FieldCounts(Counts):
    """``wanted`` and ``found`` count annotated names, ``got`` and ``right`` predicted ones.

    Places count only where one was annotated; type and status are never right where none was.
    """

    hits: int = 0
    type: int = 0
    status: int = 0
    actors_wanted: int = 0
    actors_found: int = 0
    actors_got: int = 0
    actors_right: int = 0
    places_wanted: int = 0
    places_found: int = 0
    places_got: int = 0
    places_right: int = 0

    def figures(self) -> dict[str, float | None]:
        """Shares by name; None where nothing of the kind was annotated."""
        hits, actors, places = self.hits, self.actors_wanted, self.places_wanted
        return {
            "type": share(self.type, hits) if hits else None,
            "status": share(self.status, hits) if hits else None,
            "actors recall": share(self.actors_found, actors) if actors else None,
            "actors precision": share(self.actors_right, self.actors_got) if actors else None,
            "places recall": share(self.places_found, places) if places else None,
            "places precision": share(self.places_right, self.places_got) if places else None,
        }


def count_fields(article: AnnotatedArticle, predicted: Sequence[PredictedEvent], matching: Matching) -> FieldCounts:
    events = article.events or ()
    pairs = [(predicted[one], events[place]) for one, place in matching.core.items()]
    return FieldCounts.total(_count(found, wanted, article.lang) for found, wanted in pairs)


def same_name(one: str, other: str) -> bool:
    """Whether both share a word of four letters or more, or are the same name."""
    return not _distinctive_words(one).isdisjoint(_distinctive_words(other))


def _count(found: PredictedEvent, wanted: AnnotatedEvent, language: str) -> FieldCounts:
    counts = FieldCounts(hits=1, type=found.type == wanted.type, status=found.status == wanted.status)
    if language != LANGUAGE_OF_NAMES:
        return counts
    if wanted.actors is not None:
        counts += FieldCounts(
            actors_wanted=len(wanted.actors),
            actors_found=_known(wanted.actors, found.actors),
            actors_got=len(found.actors),
            actors_right=_known(found.actors, wanted.actors),
        )
    if wanted.place:
        counts += FieldCounts(
            places_wanted=1,
            places_found=_known([wanted.place], found.places),
            places_got=len(found.places),
            places_right=_known(found.places, [wanted.place]),
        )
    return counts


def _known(names: Iterable[str], among: Sequence[str]) -> int:
    """How many of the names are also among the others."""
    return sum(any(same_name(name, other) for other in among) for name in names)


def _distinctive_words(name: str) -> set[str]:
    lower = name.lower()
    return {lower, *(word for word in _WORD.findall(lower) if len(word) >= _TELLING_LENGTH)}
