"""From triggers to candidates: which triggers tell a happening of their own, and when it took place."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date

from events.extraction.happenings.candidate import Candidate
from events.extraction.happenings.inflection import Shape
from events.extraction.happenings.timing import Dating, Timing, Via, settle_mood
from events.extraction.happenings.trigger import UNREAL, Mood, Trigger
from events.extraction.happenings.vocabulary import Standing, Vocabulary
from events.extraction.happenings.wording import Wording
from events.extraction.text import Document

#: How many words may stand between a light verb and the noun that it carries.
_CARRIED_WITHIN = 7
#: How many between a verb and a noun that is part of what it tells.
_OBJECT_WITHIN = 6
_ADJACENT = 1.0
_EXISTS_WITHIN = 5
_CLOSE = 4.0  # the distance (see Timing) in which a noun owns a time expression
_STOPS = frozenset('.؛;:؟?!«»"()')


class Gatherer:
    """Walks one document's sentences once."""

    def __init__(
        self, document: Document, vocabulary: Vocabulary, timing: Timing, wording: Wording, published: date
    ) -> None:
        self._document = document
        self._timing = timing
        self._wording = wording
        self._published = published
        self._link = vocabulary.cue("LINK")
        self._existing = vocabulary.cue("EXISTING")
        self._last: Candidate | None = None
        self._scene: Dating | None = None

    def candidates(self, triggers: Sequence[Trigger]) -> Iterator[Candidate]:
        by_sentence: dict[int, list[Trigger]] = {}
        for trigger in triggers:
            if trigger.first in self._timing.tokens:
                continue
            by_sentence.setdefault(self._document.sentence_of[trigger.first], []).append(trigger)
        for sentence, found in by_sentence.items():
            yield from self._of_sentence(sentence, found)

    def _of_sentence(self, sentence: int, triggers: list[Trigger]) -> Iterator[Candidate]:
        dated = {id(trigger): self._timing.own(trigger) for trigger in triggers}
        owners = {
            dating.timex: self._timing.nearest_trigger(dating.timex, triggers)
            for dating in dated.values()
            if dating and dating.timex is not None
        }
        companions, absorbed = self._share_out(triggers, owners)
        scene_set = False
        sharing: Counter[int | None] = Counter()
        for trigger in triggers:
            if trigger.mood in UNREAL or id(trigger) in absorbed:
                continue
            candidate = self._candidate(sentence, trigger, companions.get(id(trigger)), dated, owners)
            if candidate is None:
                continue
            if not scene_set and trigger.finite and candidate.dating.timex is not None:
                scene_set = True
                if self._timing.fresh(candidate.dating):
                    self._scene = candidate.dating
            if candidate.trigger.reading.standing is Standing.RESULT and self._last_in(sentence, candidate):
                candidate.result_of = self._last
            self._last = candidate
            candidate.sharing = sharing[candidate.dating.timex]
            sharing[candidate.dating.timex] += candidate.stands_alone
            yield candidate

    def _last_in(self, sentence: int, candidate: Candidate) -> bool:
        """Does the sentence tell, just before, what this came of?"""
        last = self._last
        return last is not None and last.sentence == sentence and not last.trigger.speech

    def _share_out(
        self, triggers: list[Trigger], owners: dict[int | None, Trigger | None]
    ) -> tuple[dict[int, Trigger], set[int]]:
        """Light verbs and the nouns they carry; nouns that are part of what a verb tells."""
        companions: dict[int, Trigger] = {}
        absorbed: set[int] = set()
        for number, trigger in enumerate(triggers):
            if not trigger.finite or trigger.mood in UNREAL:
                continue
            light = trigger.reading.standing in (Standing.LIGHT, Standing.STATE)
            for noun in triggers[number + 1 :]:
                reach = _CARRIED_WITHIN if light else _OBJECT_WITHIN
                if noun.first - trigger.last > reach or noun.finite or self._parted(trigger.last, noun.first):
                    break
                if noun.verb or (self._linked(noun) and not light):
                    continue
                if light and self._is_subject(trigger, noun, triggers):
                    continue
                if light and id(trigger) not in companions:
                    companions[id(trigger)] = noun
                    absorbed.add(id(noun))
                elif noun not in owners.values():
                    absorbed.add(id(noun))
        return companions, absorbed

    def _is_subject(self, verb: Trigger, noun: Trigger, triggers: list[Trigger]) -> bool:
        """Does the noun, definite and right behind a light verb, do what another noun says (شهد الاجتماع توقيع اتفاق)?"""
        if not noun.definite or noun.first != verb.last or self._wording.subject_first:
            return False
        return any(not other.finite and 0 < other.first - noun.last < _CARRIED_WITHIN for other in triggers)

    def _parted(self, first: int, last: int) -> bool:
        return any(word in _STOPS for word in self._document.words[first:last])

    def _linked(self, noun: Trigger) -> bool:
        """Does the noun say when something else happened ("during the visit")?"""
        words = self._document.words[max(noun.first - 3, 0) : noun.first]
        return not self._link.isdisjoint(words)

    def _candidate(
        self,
        sentence: int,
        trigger: Trigger,
        companion: Trigger | None,
        dated: dict[int, Dating | None],
        owners: dict[int | None, Trigger | None],
    ) -> Candidate | None:
        dating = self._nearer(trigger, companion, dated)
        own = dating is not None and dating.via is Via.CLAUSE
        owner = dating is not None and owners.get(dating.timex) in (trigger, companion)
        stands_alone = self._tells(trigger, companion, dating, own, owner)
        if not stands_alone and not self._may_retell(trigger):
            return None
        if not stands_alone:
            dating = None
        if dating is None:
            dating = self._timing.scene(sentence, self._scene)
        first, last = self._wording.mention(trigger, companion)
        mood = settle_mood(trigger, dating, self._published)
        candidate = Candidate(trigger, dating, mood, sentence, first, last, companion, stands_alone=stands_alone)
        candidate.owner = owner
        candidate.quoted = self._document.quoted(trigger.first)
        return candidate

    @staticmethod
    def _nearer(trigger: Trigger, companion: Trigger | None, dated: dict[int, Dating | None]) -> Dating | None:
        own, carried = dated[id(trigger)], dated[id(companion)] if companion else None
        if own and carried:
            return min(own, carried, key=lambda dating: dating.cost)
        return own or carried

    def _tells(
        self, trigger: Trigger, companion: Trigger | None, dating: Dating | None, own: bool, owner: bool
    ) -> bool:
        """Does the trigger tell a happening that a reader could date?"""
        if self._document.quoted(trigger.first) and not own:
            return False
        standing = trigger.reading.standing
        if not trigger.finite:
            close = own and dating is not None and dating.cost <= self._reach(trigger)
            if not trigger.verb and dating is None and standing is Standing.FULL and self._exists(trigger):
                return True
            return close and (owner or (not trigger.verb and self._linked(trigger)))
        if trigger.mood is Mood.AIM:
            return own and owner
        if standing in (Standing.FULL, Standing.SPEECH, Standing.RESULT) or (companion and standing is Standing.LIGHT):
            return dating is not None or trigger.mood in (Mood.TOLD, Mood.ONGOING)
        return own and owner

    def _reach(self, trigger: Trigger) -> float:
        """How far a time may stand from a word that is no verb of a clause: nearer, the less it tells by itself."""
        if self._wording.subject_first or not trigger.reading.verb:
            return _CLOSE
        return _CLOSE / 2 if trigger.reading.shape is Shape.MASDAR else _ADJACENT

    def _exists(self, noun: Trigger) -> bool:
        """ "There was another attack": the noun alone tells it."""
        words = self._document.words[max(noun.first - _EXISTS_WITHIN, 0) : noun.first]
        return not self._existing.isdisjoint(words)

    @staticmethod
    def _may_retell(trigger: Trigger) -> bool:
        """May it point back to what another clause told: "the blast"?"""
        return not trigger.verb and trigger.reading.standing is Standing.FULL
