"""Events that are dated by another of their sentence: "struck on Monday, two days after the talks had failed"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from events.extraction.candidates.dating import Dating, counted_from
from events.extraction.clauses.analysed_document import AnalysedDocument
from events.extraction.temporal_linking.narrative_time import NarrativeTime
from events.extraction.text.marks import PARTING_PHRASES
from events.extraction.timex.values import DAYS_IN
from events.extraction.triggers.trigger import Mood, Trigger
from events.extraction.types import Timex, TimexType

_COUNTED = re.compile(r"P(\d{1,3})([DWMY])")
_WITHIN = 10  # tokens from "after" to the word that tells what came before
_OPENING = 4  # tokens of "two days after" at the beginning of a sentence


@dataclass(frozen=True, slots=True)
class _Distance:
    """Token ``at`` ("after", "before") says that what follows it lies ``count`` units before or after the rest."""

    at: int
    count: int
    unit: str


class InSentenceOffsets:
    """Finds the counted distances of one document and dates what they lead to."""

    def __init__(self, analysed: AnalysedDocument) -> None:
        document, lexicon = analysed.document, analysed.lexicon
        self._document = document
        self._ways = {-1: lexicon.cue("COUNTED_TO", "after"), 1: lexicon.cue("COUNTED_TO", "before")}
        self._ends = PARTING_PHRASES | document.language.clause_words
        self._pointing = lexicon.cue("DEFINITE", "words")
        self._distances: dict[int, list[_Distance]] = {}
        for timex in analysed.timexes:
            if (distance := self._distance(timex)) is not None:
                self._distances.setdefault(document.sentence_of[distance.at], []).append(distance)

    def _distance(self, timex: Timex) -> _Distance | None:
        counted = _COUNTED.fullmatch(timex.value or "") if timex.type is TimexType.DURATION else None
        at = bisect_left(self._document.starts, timex.end)
        if counted is None or at >= len(self._document.words):
            return None
        for sign, words in self._ways.items():
            if self._document.words[at] in words:
                return _Distance(at, sign * int(counted[1]), counted[2])
        return None

    def date(
        self, sentence: int, triggers: Sequence[Trigger], dated: Mapping[int, Dating | None], scenes: NarrativeTime
    ) -> dict[int, Dating]:
        """The dates of triggers (by id) to which the distances of a sentence lead, counted from what else it tells."""
        found: dict[int, Dating] = {}
        for distance in self._distances.get(sentence, ()):
            target = self._target(distance, triggers, scenes)
            if target is None:
                continue
            main = self._main(distance, target, triggers, dated)
            own = dated[id(target)]
            if own is None or (main is not None and own.timex == main.timex):
                dating = _counted(distance, main or scenes.dating(target))
                if dating is not None:
                    found[id(target)] = dating
        return found

    def _target(self, distance: _Distance, triggers: Sequence[Trigger], scenes: NarrativeTime) -> Trigger | None:
        """What follows "after": the verb of its clause, else a noun."""
        behind = [
            trigger
            for trigger in triggers
            if 0 < trigger.first - distance.at <= _WITHIN and not self._parted(distance.at + 1, trigger.first)
        ]
        verbs = (one for one in behind if one.finite and not one.speech and one.mood is Mood.TOLD)
        nouns = (trigger for trigger in behind if not trigger.verb and not self._is_known(trigger, scenes))
        return next(verbs, None) or next(nouns, None)

    def _is_known(self, noun: Trigger, scenes: NarrativeTime) -> bool:
        """ "The vote" that the article told of before has its own date."""
        before = self._document.words[noun.first - 1]
        return before in self._pointing and scenes.knows(noun)

    def _parted(self, first: int, last: int) -> bool:
        return any(word in self._ends for word in self._document.words[first:last])

    def _main(
        self, distance: _Distance, target: Trigger, triggers: Sequence[Trigger], dated: Mapping[int, Dating | None]
    ) -> Dating | None:
        """The time of the nearest verb before "after", or of the one behind the comma where that opens the sentence."""
        verbs = [
            trigger
            for trigger in triggers
            if trigger.finite and trigger is not target and dated[id(trigger)] is not None
        ]
        before = [trigger for trigger in verbs if trigger.first < distance.at]
        if before:
            return dated[id(before[-1])]
        opening = distance.at - self._document.sentences[self._document.sentence_of[distance.at]].first <= _OPENING
        behind = (one for one in verbs if one.first > target.first and self._parted(target.last, one.first))
        nearest = next(behind, None) if opening else None
        return dated[id(nearest)] if nearest else None


def _counted(distance: _Distance, start: Dating) -> Dating | None:
    """``count`` units from a date; nothing where it is not exact enough to count days from."""
    first, last = start.bounds.first, start.bounds.last
    if first is None or last is None or (distance.unit in DAYS_IN and first != last):
        return None
    return counted_from(start, distance.unit, distance.count)
