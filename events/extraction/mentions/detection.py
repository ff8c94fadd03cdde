"""From triggers to candidates: which triggers tell an event of their own, and when it took place."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from events.extraction.candidates.candidate import Candidate
from events.extraction.candidates.dating import Dating, Via, settle_mood
from events.extraction.clauses.analysed_document import AnalysedDocument
from events.extraction.clauses.extents import stretch_of
from events.extraction.mentions.continuation import goes_on
from events.extraction.mentions.criteria import may_retell, stands_alone
from events.extraction.mentions.ellipsis import Ellipsis
from events.extraction.mentions.light_verbs import Shares, share_out
from events.extraction.mentions.mention_cues import mention_cues_of
from events.extraction.mentions.nouns import is_known, nouns_in
from events.extraction.temporal_linking.attachment import (
    joined_times,
    nearest_trigger,
    opens_sentence_of,
    own_time,
)
from events.extraction.temporal_linking.document_times import DocumentTimes, measure
from events.extraction.temporal_linking.narrative_time import NarrativeTime
from events.extraction.temporal_linking.offsets_from_events import EventOffsets
from events.extraction.temporal_linking.offsets_in_sentence import InSentenceOffsets
from events.extraction.temporal_linking.scopes import is_linked
from events.extraction.triggers.trigger import UNREAL, Mood, Trigger

_THEN_WITHIN = 4  # words behind a verb that may say "at the time"

#: The time that each trigger's sentence says for it, by the trigger's id.
Datings = dict[int, Dating | None]


@dataclass(frozen=True, slots=True)
class _Sentence:
    """One sentence's triggers, in text order, with their times and nouns."""

    number: int
    triggers: Sequence[Trigger]
    datings: Datings
    owners: Mapping[int | None, Trigger | None]  # a time expression's number → the trigger nearest to it
    shares: Shares


def find_candidates(analysed: AnalysedDocument) -> Iterator[Candidate]:
    """The candidates of a document, sentence by sentence; each says when it took place and how that is known."""
    return _Walk(measure(analysed)).candidates()


class _Walk:
    """Goes through one document once; ``_last`` is the candidate just before, ``_scenes`` the time being told of."""

    def __init__(self, times: DocumentTimes) -> None:
        self._times = times
        self._analysed = times.analysed
        self._scenes = NarrativeTime(times.analysed)
        self._offsets = EventOffsets(times.analysed)
        self._distances = InSentenceOffsets(times.analysed)
        self._gaps = Ellipsis(times)
        self._then = mention_cues_of(times.analysed.document.language).then
        self._last: Candidate | None = None

    def candidates(self) -> Iterator[Candidate]:
        triggers = self._analysed.triggers
        datings: Datings = {id(trigger): own_time(self._times, trigger) for trigger in triggers}
        told = [trigger for trigger in triggers if trigger.finite and trigger.mood is Mood.TOLD]
        self._scenes.open([dating for trigger in told if (dating := datings[id(trigger)])])
        for number, found in self._by_sentence().items():
            self._scenes.enter(number)
            datings |= self._distances.date(number, found, datings, self._scenes)
            gathered = list(self._of_sentence(self._sentence(number, found, datings)))
            yield from gathered
            yield from self._gaps.fill(number, gathered, found)

    def _by_sentence(self) -> dict[int, list[Trigger]]:
        """The triggers outside time expressions, by the number of their sentence."""
        by_sentence: dict[int, list[Trigger]] = {}
        sentence_of, timed = self._analysed.document.sentence_of, self._analysed.tokens.timed
        for trigger in self._analysed.triggers:
            if trigger.first not in timed:
                by_sentence.setdefault(sentence_of[trigger.first], []).append(trigger)
        return by_sentence

    def _sentence(self, number: int, triggers: list[Trigger], datings: Datings) -> _Sentence:
        owners: dict[int | None, Trigger | None] = {
            dating.timex: nearest_trigger(self._times, dating.timex, triggers)
            for trigger in triggers
            if (dating := datings[id(trigger)]) and dating.timex is not None
        }
        return _Sentence(number, triggers, datings, owners, share_out(self._times, triggers, owners))

    def _of_sentence(self, sentence: _Sentence) -> Iterator[Candidate]:
        sharing: Counter[int | None] = Counter()
        for trigger in sentence.triggers:
            if self._turns_back(trigger, sentence.datings):
                self._scenes.turn_to(trigger)
            if trigger.mood in UNREAL or id(trigger) in sentence.shares.absorbed:
                continue
            candidate = self._candidate(sentence, trigger)
            if candidate is None:
                continue
            self._settle(candidate, sentence)
            candidate.sharing = sharing[candidate.dating.timex]
            sharing[candidate.dating.timex] += candidate.stands_alone
            yield candidate
            if candidate.owner:
                yield from (replace(candidate, dating=again) for again in joined_times(self._times, candidate.dating))

    def _turns_back(self, noun: Trigger, datings: Datings) -> bool:
        """ "During the summit": does a known event say when the rest of the sentence happened?"""
        undated = not noun.verb and datings[id(noun)] is None
        return undated and is_linked(self._times, noun) and is_known(self._analysed, noun)

    def _settle(self, candidate: Candidate, sentence: _Sentence) -> None:
        """Note the candidate's nouns, its scene, and whether it goes on about the one before."""
        candidate.nouns = nouns_in(candidate, sentence.triggers)
        self._scenes.note(candidate)
        if self._last and goes_on(self._analysed, candidate, self._last):
            candidate.result_of = self._last.result_of or self._last
        self._last = candidate

    def _candidate(self, sentence: _Sentence, trigger: Trigger) -> Candidate | None:
        companion = sentence.shares.companions.get(id(trigger))
        dating = self._apart(trigger) or _nearer(trigger, companion, sentence.datings)
        owner = dating is not None and (
            sentence.owners.get(dating.timex) in (trigger, companion) or opens_sentence_of(self._times, dating, trigger)
        )
        alone = stands_alone(self._times, trigger, companion, dating, owner=owner)
        if not alone and not may_retell(trigger):
            return None
        in_clause = dating is not None and dating.via is Via.CLAUSE
        if dating is None or not alone:
            dating = self._scenes.dating(trigger, then=self._says_then(trigger))
        time = self._tokens_of(dating) if in_clause else None
        first, last = stretch_of(self._analysed, trigger, companion, time)
        mood = settle_mood(trigger, dating, self._analysed.published)
        candidate = Candidate(trigger, dating, mood, sentence.number, first, last, companion, stands_alone=alone)
        candidate.owner = owner
        candidate.quoted = self._analysed.document.quoted(trigger.first)
        return candidate

    def _tokens_of(self, dating: Dating) -> tuple[int, int] | None:
        """The tokens [first, last) of the time expression that says when."""
        if dating.timex is None:
            return None
        placed = self._times.placed(dating.timex)
        return placed.first, placed.last

    def _says_then(self, trigger: Trigger) -> bool:
        """Does the clause point to the time told before ("and closed its border at the time")?"""
        behind = self._analysed.words[trigger.last : trigger.last + _THEN_WITHIN]
        return not trigger.speech and not self._then.isdisjoint(behind)

    def _apart(self, noun: Trigger) -> Dating | None:
        """The time of a new event that is told by its distance only; a known one has its time."""
        if is_known(self._analysed, noun) and self._scenes.knows(noun):
            return None
        last = self._last
        if last and last.dated and last.sentence == self._analysed.document.sentence_of[noun.first]:
            return self._offsets.dating(noun, last.dating)
        return self._offsets.dating(noun, self._scenes.dating(noun))


def _nearer(trigger: Trigger, companion: Trigger | None, datings: Datings) -> Dating | None:
    """Of the times of a verb and the noun that it carries the nearer one."""
    own, carried = datings[id(trigger)], datings[id(companion)] if companion else None
    if own and carried:
        return min(own, carried, key=lambda dating: dating.cost)
    return own or carried
