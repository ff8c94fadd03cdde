"""Events told only by how far they lie from another: "two days after a kidnapping", غداة مقتل القائد."""

from __future__ import annotations

import re
from bisect import bisect_left

from events.extraction.candidates.dating import Dating, counted_from
from events.extraction.clauses.analysed_document import AnalysedDocument
from events.extraction.triggers.trigger import Trigger
from events.extraction.types import TimexType

_COUNTED = re.compile(r"P(\d+)([DWMY])")


class EventOffsets:
    """Dates nouns by what stands before them in one document."""

    def __init__(self, analysed: AnalysedDocument) -> None:
        document, timexes = analysed.document, analysed.timexes
        self._words = document.words
        self._counted = {
            bisect_left(document.starts, timex.end): timex for timex in timexes if timex.type is TimexType.DURATION
        }
        self._begins = {id(timex): bisect_left(document.ends, timex.start + 1) for timex in timexes}
        cue = analysed.lexicon.cue
        self._apart = cue("APART", "words")
        self._sides = ((cue("AFTER", "words"), -1), (cue("BEFORE", "words"), 1))
        self._next_days = ((cue("DAY_AFTER", "words"), -1), (cue("DAY_BEFORE", "words"), 1))

    def dating(self, noun: Trigger, scene: Dating) -> Dating | None:
        """When the noun took place, counted from the day that the clause around it tells of."""
        if noun.verb or noun.first < 2 or scene.bounds.first is None:
            return None
        for words, days in self._next_days:
            if self._words[noun.first - 1] in words:
                return counted_from(scene, "D", days)
        timex = self._counted.get(noun.first - 1) if self._words[noun.first - 1] in self._apart else None
        found = _COUNTED.fullmatch(timex.value) if timex else None
        if timex is None or found is None:
            return None
        opening = self._words[self._begins[id(timex)] - 1] if self._begins[id(timex)] else ""
        side = next((side for words, side in self._sides if opening in words), 0)
        return counted_from(scene, found[2], side * int(found[1])) if side else None
