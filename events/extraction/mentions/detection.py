"""From triggers to candidates: which triggers tell an event of their own, and when it took place."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import zip_longest

from events.extraction.candidates.candidate import Candidate
from events.extraction.candidates.dating import Dating, Via, is_future, settle_mood
from events.extraction.clauses.extents import stretch_of
from events.extraction.lexicon.entries import Standing
from events.extraction.lexicon.inflection import Shape
from events.extraction.mentions.ellipsis import Ellipsis
from events.extraction.temporal_linking.attachment import joined_times, nearest_trigger, opens_sentence_of, own_time
from events.extraction.temporal_linking.document_times import DocumentTimes
from events.extraction.temporal_linking.narrative_time import NarrativeTime
from events.extraction.temporal_linking.offsets_from_events import EventOffsets
from events.extraction.temporal_linking.offsets_in_sentence import InSentenceOffsets
from events.extraction.triggers.trigger import UNREAL, Mood, Trigger

#: How many words may stand between a light verb and the noun that it carries.
_CARRIED_WITHIN = 9
#: How many between a verb and a noun that is part of what it tells.
_OBJECT_WITHIN = 6
_SUBJECT_WITHIN = 4
_DESCRIBED_WITHIN = 1
_DESCRIBING_WITHIN = 4
_ADJACENT = 1.0
_EXISTS_WITHIN = 5
_THEN_WITHIN = 4
_CLOSE = 4.0  # the distance (see Timing) in which a noun owns a time expression
_STOPS = frozenset('.؛;:؟?!«»"()')


class Gatherer:
    """Walks one document's sentences once."""

    def __init__(
        self,
        times: DocumentTimes,
        occasions: EventOffsets,
        apart: InSentenceOffsets,
    ) -> None:
        analysed = times.analysed
        document, lexicon = analysed.document, analysed.lexicon
        self._document = document
        self._times = times
        self._analysed = analysed
        self._published = analysed.published
        self._occasions = occasions
        self._link = lexicon.cue("LINK")
        self._relative = lexicon.cue("RELATIVE")
        self._pointing = lexicon.cue("POINTING", "words") | lexicon.cue("DEFINITE", "words")
        self._going_on = lexicon.cue("GOING_ON", "lemmas")
        self._existing = lexicon.cue("EXISTING")
        self._then = lexicon.cue("THEN", "words")
        self._last: Candidate | None = None
        self._scenes = NarrativeTime(analysed)
        self._gaps = Ellipsis(times)
        self._distances = apart

    def candidates(self, triggers: Sequence[Trigger]) -> Iterator[Candidate]:
        by_sentence: dict[int, list[Trigger]] = {}
        for trigger in triggers:
            if trigger.first in self._analysed.tokens.timed:
                continue
            by_sentence.setdefault(self._document.sentence_of[trigger.first], []).append(trigger)
        own = {id(trigger): own_time(self._times, trigger) for trigger in triggers}
        told = [trigger for trigger in triggers if trigger.finite and trigger.mood is Mood.TOLD]
        self._scenes.open([dating for trigger in told if (dating := own[id(trigger)])])
        for sentence, found in by_sentence.items():
            self._scenes.enter(sentence)
            own |= self._distances.date(sentence, found, own, self._scenes)
            gathered = list(self._of_sentence(sentence, found, own))
            yield from gathered
            yield from self._gaps.fill(sentence, gathered, found)

    def _of_sentence(
        self, sentence: int, triggers: list[Trigger], dated: dict[int, Dating | None]
    ) -> Iterator[Candidate]:
        owners: dict[int | None, Trigger | None] = {
            dating.timex: nearest_trigger(self._times, dating.timex, triggers)
            for trigger in triggers
            if (dating := dated[id(trigger)]) and dating.timex is not None
        }
        companions, absorbed = self._share_out(triggers, owners)
        sharing: Counter[int | None] = Counter()
        for trigger in triggers:
            if not trigger.verb and dated[id(trigger)] is None and self._linked(trigger) and self._known(trigger):
                self._scenes.turn_to(trigger)
            if trigger.mood in UNREAL or id(trigger) in absorbed:
                continue
            candidate = self._candidate(sentence, trigger, companions.get(id(trigger)), dated, owners)
            if candidate is None:
                continue
            candidate.nouns = self._nouns_in(candidate, triggers)
            self._scenes.note(candidate)
            if self._continues(candidate) and self._last:
                candidate.result_of = self._last.result_of or self._last
            self._last = candidate
            candidate.sharing = sharing[candidate.dating.timex]
            sharing[candidate.dating.timex] += candidate.stands_alone
            yield candidate
            if candidate.owner:
                yield from (replace(candidate, dating=again) for again in joined_times(self._times, candidate.dating))

    @staticmethod
    def _nouns_in(candidate: Candidate, triggers: list[Trigger]) -> tuple[Trigger, ...]:
        """The nouns among a candidate's words."""
        begin = bisect_left(triggers, candidate.first, key=lambda trigger: trigger.first)
        end = bisect_left(triggers, candidate.last, key=lambda trigger: trigger.first)
        inside = triggers[begin:end]
        return tuple(trigger for trigger in inside if not trigger.verb and trigger is not candidate.meaning)

    def _continues(self, candidate: Candidate) -> bool:
        """Does the clause go on about the one just before: what came of it, or what "that" and "which" say of it?"""
        last = self._last
        if last is None or last.sentence != candidate.sentence or last.trigger.speech:
            return False
        verb = candidate.trigger
        if verb.entry.standing is Standing.RESULT or self._goes_along(candidate, last):
            return True
        if not verb.finite or (candidate.dated and candidate.dating.timex != last.dating.timex):
            return False
        return (self._is_relative(verb) and not last.trigger.finite) or self._describes(verb, last)

    def _goes_along(self, candidate: Candidate, last: Candidate) -> bool:
        """ "..., ending a month of haggling": what came with the clause before the comma, at its time."""
        verb = candidate.trigger
        behind_comma = verb.opens > 0 and self._document.words[verb.opens - 1] == ","
        return verb.entry.shape is Shape.GERUND and behind_comma and candidate.dating.timex == last.dating.timex

    def _describes(self, verb: Trigger, last: Candidate) -> bool:
        """Does the verb say more of an event noun right before it (زلزال ضرب الساحل, "a quake that hit")?"""
        if self._analysed.cues.subject_first or verb.joined:
            return False
        if verb.owner:  # "shells it had fired": the pronoun on the verb means the noun before
            return not self._parted(last.trigger.last, verb.opens)
        nouns = (*last.nouns, last.meaning)
        return any(
            not noun.verb and not noun.definite and 0 < verb.opens - noun.last <= _DESCRIBING_WITHIN for noun in nouns
        ) and not self._parted(last.trigger.last, verb.opens)

    def _is_relative(self, verb: Trigger) -> bool:
        return verb.opens > 0 and self._document.words[verb.opens - 1] in self._relative

    def _share_out(
        self, triggers: list[Trigger], owners: dict[int | None, Trigger | None]
    ) -> tuple[dict[int, Trigger], set[int]]:
        """Light verbs and the nouns they carry; nouns that are part of what a verb tells."""
        companions: dict[int, Trigger] = {}
        absorbed: set[int] = set()
        owning = {id(owner) for owner in owners.values()}
        for number, trigger in enumerate(triggers):
            if trigger.mood in UNREAL and not trigger.finite:
                continue
            before = triggers[number - 1] if number else None
            if not trigger.finite:
                described = self._described(trigger, before)
                if described:
                    companions[id(trigger)] = described
                    absorbed.add(id(described))
                continue
            if trigger.mood in UNREAL:  # what is denied or supposed takes its nouns along
                behind = triggers[number + 1 : number + 1 + _CARRIED_WITHIN]
                absorbed |= {id(noun) for noun in self._nouns_behind(trigger, behind, _CARRIED_WITHIN)}
                continue
            light = trigger.entry.standing in (Standing.LIGHT, Standing.STATE)
            nouns = self._nouns_behind(
                trigger,
                triggers[number + 1 : number + 1 + _CARRIED_WITHIN],
                _CARRIED_WITHIN if light else _OBJECT_WITHIN,
            )
            if light:
                carried = self._carried(trigger, nouns) or self._subject_before(trigger, before, nouns)
                if carried:
                    companions[id(trigger)] = carried
                    absorbed.add(id(carried))
            absorbed |= {id(noun) for noun in nouns if not self._linked(noun) and id(noun) not in owning}
        return companions, absorbed

    def _nouns_behind(self, verb: Trigger, following: Sequence[Trigger], reach: int) -> list[Trigger]:
        """The nouns that may be what the verb is about, up to the next verb or mark."""
        nouns = []
        for noun in following:
            if noun.first - verb.last > reach or noun.finite or self._parted(verb.last, noun.first):
                break
            if not noun.verb:
                nouns.append(noun)
        return nouns

    def _carried(self, verb: Trigger, nouns: list[Trigger]) -> Trigger | None:
        """Of the nouns behind a light verb the one it carries: rather listed than derived, rather new than known."""
        if self._analysed.cues.subject_first:  # of "emergency summit" the last
            nouns = [noun for noun, following in zip_longest(nouns, nouns[1:]) if not _adjoin(noun, following)]
        return min(
            nouns, key=lambda noun: (noun.entry.verb, noun.definite and noun.letters < 3, noun.first), default=None
        )

    def _described(self, participle: Trigger, noun: Trigger | None) -> Trigger | None:
        """The noun right before a participle that describes it ("the letter sent", القمة المنعقدة)."""
        if noun is None or not participle.attributive or self._analysed.cues.subject_first:
            return None
        return noun if not noun.verb and participle.first - noun.last <= _DESCRIBED_WITHIN else None

    def _subject_before(self, verb: Trigger, noun: Trigger | None, nouns: list[Trigger]) -> Trigger | None:
        """What happened, where it stands before the verb ("an explosion occurred")."""
        if noun is None or nouns or verb.entry.standing is not Standing.LIGHT:
            return None
        near = verb.opens - noun.last <= _SUBJECT_WITHIN and not self._parted(noun.last, verb.first)
        return noun if near and not noun.verb else None

    def _parted(self, first: int, last: int) -> bool:
        return any(word in _STOPS for word in self._document.words[first:last])

    def _known(self, noun: Trigger) -> bool:
        """ "The summit", "this summit": one told of before."""
        return noun.definite or (noun.first > 0 and self._document.words[noun.first - 1] in self._pointing)

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
        dating = self._apart(trigger) or self._nearer(trigger, companion, dated)
        own = dating is not None and dating.via is Via.CLAUSE
        owner = dating is not None and (
            owners.get(dating.timex) in (trigger, companion) or opens_sentence_of(self._times, dating, trigger)
        )
        stands_alone = self._tells(trigger, companion, dating, own, owner)
        if not stands_alone and not self._may_retell(trigger):
            return None
        if not stands_alone:
            dating = None
        if dating is None:
            dating = self._scenes.dating(trigger, then=self._says_then(trigger))
        placed = self._times.placed(dating.timex) if own and dating.timex is not None else None
        time = (placed.first, placed.last) if placed else None
        first, last = stretch_of(self._analysed, trigger, companion, time)
        mood = settle_mood(trigger, dating, self._published)
        candidate = Candidate(trigger, dating, mood, sentence, first, last, companion, stands_alone=stands_alone)
        candidate.owner = owner
        candidate.quoted = self._document.quoted(trigger.first)
        return candidate

    def _says_then(self, trigger: Trigger) -> bool:
        """Does the clause point to the time told before ("and closed its border at the time")?"""
        behind = self._document.words[trigger.last : trigger.last + _THEN_WITHIN]
        return not trigger.speech and not self._then.isdisjoint(behind)

    def _apart(self, noun: Trigger) -> Dating | None:
        """The time of a new event that is told by its distance only; a known one has its time."""
        if self._known(noun) and self._scenes.knows(noun):
            return None
        last = self._last
        if last and last.dated and last.sentence == self._document.sentence_of[noun.first]:
            return self._occasions.dating(noun, last.dating)
        return self._occasions.dating(noun, self._scenes.dating(noun))

    @staticmethod
    def _nearer(trigger: Trigger, companion: Trigger | None, dated: dict[int, Dating | None]) -> Dating | None:
        own, carried = dated[id(trigger)], dated[id(companion)] if companion else None
        if own and carried:
            return min(own, carried, key=lambda dating: dating.cost)
        return own or carried

    def _tells(
        self, trigger: Trigger, companion: Trigger | None, dating: Dating | None, own: bool, owner: bool
    ) -> bool:
        """Does the trigger tell an event that a reader could date?"""
        if self._document.quoted(trigger.first) and not own:
            return False
        standing = trigger.entry.standing
        if not trigger.finite:
            close = own and dating is not None and dating.cost <= self._reach(trigger)
            if not trigger.verb and dating is None and standing is Standing.FULL and self._exists(trigger):
                return True
            if trigger.entry.shape is Shape.MASDAR and standing is not Standing.FULL and not companion:
                return False
            return close and (owner or (not trigger.verb and self._linked(trigger)))
        if trigger.mood is Mood.AIM:
            return own and owner
        if trigger.mood is Mood.ONGOING and trigger.entry.shape is Shape.BASE:
            return own and owner and dating is not None and is_future(dating, self._published)  # "they meet on Friday"
        if dating is None and trigger.mood is Mood.ONGOING and not trigger.speech:
            return False  # what is so in general
        if dating is None and trigger.entry.lemma in self._going_on:
            return False  # an opinion, or a speaker going on
        if standing in (Standing.FULL, Standing.SPEECH, Standing.RESULT) or (companion and standing is Standing.LIGHT):
            return dating is not None or trigger.mood in (Mood.TOLD, Mood.ONGOING, Mood.PLANNED)
        return own and owner

    def _reach(self, trigger: Trigger) -> float:
        """How far a time may stand from a word that is no verb of a clause: nearer, the less it tells by itself."""
        if self._analysed.cues.subject_first or not trigger.entry.verb:
            return _CLOSE
        return _CLOSE / 2 if trigger.entry.shape is Shape.MASDAR else _ADJACENT

    def _exists(self, noun: Trigger) -> bool:
        """ "There was another attack": the noun alone tells it."""
        words = self._document.words[max(noun.first - _EXISTS_WITHIN, 0) : noun.first]
        return not self._existing.isdisjoint(words)

    @staticmethod
    def _may_retell(trigger: Trigger) -> bool:
        """May it point back to what another clause told: "the blast"?"""
        return trigger.speech or (not trigger.verb and trigger.entry.standing is Standing.FULL)


def _adjoin(noun: Trigger, following: Trigger | None) -> bool:
    return following is not None and noun.last == following.first
