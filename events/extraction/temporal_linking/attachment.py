"""Which time is a trigger's?  That of its clause, then of its sentence, then of its scene, then the publication date.

Inside a sentence the nearest time expression wins, and what counts as near is how many barriers stand between: a
clause word ("that", "who", منذ) or a colon parts more than a comma, a comma more than a word.
"""

from __future__ import annotations

import itertools
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import timedelta
from typing import TypeVar

from events.extraction.candidates.dating import Dating, Via
from events.extraction.candidates.placed_timex import Placed
from events.extraction.clauses.analysed_document import AnalysedDocument
from events.extraction.clauses.coordination import joining_things
from events.extraction.clauses.parentheticals import relative_asides
from events.extraction.lexicon.inflection import Shape
from events.extraction.triggers.trigger import Mood, Trigger
from events.extraction.types import Basis

_WORD, _VERB, _COMMA, _CLAUSE, _MARK = 0.25, 1.5, 1.5, 4.0, 5.0
#: A noun's time stands behind it, as a rule.
_BACKWARDS = 2.5
_AROUND = 8
_LINKED_WITHIN = 3
_FAR = 40
_MARKS = frozenset(';:؛()«»"–—?!؟')
_PAST = frozenset({Shape.PAST, Shape.PASSIVE, Shape.PARTICIPLE})
#: "the 2015 nuclear deal": so many words may stand between the year and its noun.
_DESCRIBED_WITHIN = 3
#: Marks that part as a full stop does.
_FULL_MARKS, _FULL_MARK = frozenset(";؛"), 12.0
#: A time so near to the beginning opens its sentence.
_FRONT = 2
#: Words between "the worst" and the time since which it is.
_COMPARED_WITHIN = 12
#: So many times one event may be told to have happened.
_MOST_JOINED = 6
#: Up to here a time expression stands in the trigger's own clause.
_OWN_CLAUSE = 6.0
#: News is about these last days; a date in them can be the scene of what follows.
_FRESH = timedelta(days=10)
_NEWS_AGE = timedelta(days=1)


class Timing:
    """Gives triggers their times in one document."""

    def __init__(self, analysed: AnalysedDocument) -> None:
        document, lexicon = analysed.document, analysed.lexicon
        self._analysed = analysed
        self._document = document
        self._published = analysed.published
        self._placed = analysed.times
        self._by_sentence = self._sort_by_sentence()
        self._link = lexicon.cue("LINK")
        self._content = lexicon.cue("SAID") | lexicon.cue("RELATIVE")
        self._since, self._superlative = lexicon.cue("SINCE"), lexicon.cue("SUPERLATIVE", "words")
        self._relative = lexicon.cue("RELATIVE") if lexicon.cue("MODAL") else frozenset()  # a subject comes first
        self._planned = lexicon.cue("PLANNED") | lexicon.cue("DUE")
        self._delivery = lexicon.cue("DELIVERY")
        self._join = lexicon.cue("JOINING", "words") | {",", "،"}
        self._occasion, self._new_occasion = (
            lexicon.cue("OCCASION", "words"),
            lexicon.cue("OCCASION", "indefinite"),
        )
        self._indefinite = lexicon.cue("ARTICLE", "indefinite")
        self._determiners = lexicon.cue("DETERMINER")
        self._conjunctions = lexicon.cue("GAPPING", "words")
        self._number: dict[int | None, int] = {placed.index: number for number, placed in enumerate(self._placed)}
        self._barriers: list[float] = []
        self._asides: list[tuple[int, int]] = []
        self._verbs: set[int] = set()
        self._triggers: Sequence[Trigger] = ()
        self._owners: dict[int, Trigger | None] = {}

    def prepare(self, triggers: Sequence[Trigger]) -> None:
        """Measure the barriers between all tokens, given where the verbs stand."""
        self._triggers = triggers
        starts = {placed.first for placed in self._placed}
        self._verbs = {trigger.first for trigger in triggers if trigger.finite}
        clause_words = self._document.language.clause_words | self._link | self._content
        asides = self._analysed.tokens.asides
        if self._relative:
            words, sentence_of = self._document.words, self._document.sentence_of
            self._asides = relative_asides(words, self._relative, sentence_of, self._verbs, self._conjunctions)
        lists = joining_things(
            self._document.words, self._verbs, self._conjunctions, clause_words | _MARKS | {".", ",", "،"}
        )
        total = 0.0
        self._barriers = []
        for i, word in enumerate(self._document.words):
            if i in self._analysed.tokens.timed:
                total += 0.05
            elif word in _MARKS and i not in asides:
                total += _FULL_MARK if word in _FULL_MARKS else _MARK
            elif word in ",،":
                total += _COMMA
            elif word in clause_words:
                total += _WORD if i + 1 in starts or i in lists else _CLAUSE
            else:
                total += _VERB if i in self._verbs else _WORD
            self._barriers.append(total)

    def own(self, trigger: Trigger) -> Dating | None:
        """The time that the trigger's clause or sentence says."""
        sentence = self._document.sentence_of[trigger.first]
        best: tuple[float, Placed] | None = None
        for placed in _nearest(self._by_sentence.get(sentence, []), trigger.first):
            if not self._may_take(trigger, placed):
                continue
            cost = self._cost(trigger, placed)
            if cost > _OWN_CLAUSE and self._fronts(placed, trigger):
                cost = _OWN_CLAUSE
            if best is None or cost < best[0]:
                best = cost, placed
        if best is None:
            return None
        cost, placed = best
        far = cost > _OWN_CLAUSE and placed.first >= trigger.last
        if far and (self._is_bygone(placed) or not self._reaches(trigger, placed)):
            return None  # a later clause's time is not that of an earlier one
        timex = placed.timex
        via = Via.CLAUSE if cost <= _OWN_CLAUSE else Via.SENTENCE
        return Dating(timex.edtf or "", timex.basis or Basis.EXPLICIT, timex.anchor, via, placed.index, cost)

    def _reaches(self, trigger: Trigger, placed: Placed) -> bool:
        """Is a distant time expression still the trigger's, no verb or event of its own standing nearer?"""
        owner = self._owner(placed)
        if owner is trigger or owner is None:
            return True
        between = range(trigger.last, placed.first)[:_FAR]
        if owner.finite or not self._verbs.isdisjoint(between):
            return False
        return not self._linked(owner) or (owner.owner and self._is_news(placed))

    def _linked(self, noun: Trigger) -> bool:
        """Does the noun say when something else happened?"""
        return not self._link.isdisjoint(self._document.words[max(noun.first - _LINKED_WITHIN, 0) : noun.first])

    def _is_bygone(self, placed: Placed) -> bool:
        """Is it so long ago that a verb far before it tells of something else?"""
        return placed.day is not None and self._published - placed.day > _FRESH

    def _is_news(self, placed: Placed) -> bool:
        """Is it so near to the publication that "won after his victory on Sunday" is one day?"""
        return placed.day is not None and timedelta(0) <= self._published - placed.day <= _FRESH

    def _owner(self, placed: Placed) -> Trigger | None:
        """The trigger nearest to a time expression, in its sentence."""
        if placed.index not in self._owners:
            sentence, of_token = self._document.sentence_of[placed.first], self._document.sentence_of
            near = [one for one in _nearest(self._triggers, placed.first) if of_token[one.first] == sentence]
            self._owners[placed.index] = self.nearest_trigger(placed.index, near)
        return self._owners[placed.index]

    def _may_take(self, trigger: Trigger, placed: Placed) -> bool:
        if placed.attributive and not (trigger.finite and self._within(placed)):
            return not trigger.finite and 0 <= trigger.first - placed.last <= _DESCRIBED_WITHIN
        if (
            not trigger.verb
            and self._linked(trigger)
            and "،" in self._document.words[trigger.last : placed.first][:_FAR]
        ):
            return False  # "won after beating them, on Sunday": a time behind the comma is the verb's
        inside, outside = self._aside(placed.first), self._aside(trigger.first)
        if inside != outside and (inside or placed.first > trigger.first):
            return False  # in "the firm, which moved in 1995, closed on Monday" each has its own time
        if self._compares(placed) or (placed.last <= trigger.first and self._is_planned_for(placed)):
            return False
        over = trigger.finite and trigger.mood is Mood.TOLD and trigger.entry.shape in _PAST
        if over and placed.day is not None and placed.day > self._published:
            return False  # what is over cannot be still to come
        return not trigger.speech or self._says_when(trigger, placed)

    def _aside(self, token: int) -> int:
        """Where the relative clause between a subject and its verb begins in which the token stands; 0 for none."""
        number = bisect_left(self._asides, (token, 0)) - 1
        return self._asides[number][0] if number >= 0 and token < self._asides[number][1] else 0

    def _compares(self, placed: Placed) -> bool:
        """ "The worst since 2010": does the time only compare?  Or is it that for which something is sold?"""
        words, first = self._document.words, placed.first
        if first and words[first - 1] in self._delivery:
            return True  # "December futures"
        if not first or words[first - 1] not in self._since:
            return False
        begin = max(self._document.sentences[self._document.sentence_of[first]].first, first - _COMPARED_WITHIN)
        return not self._superlative.isdisjoint(words[begin:first])

    def _is_planned_for(self, placed: Placed) -> bool:
        """ "A strike planned for Monday [was called off]": is it the time of the plan alone?"""
        before = self._document.words[max(placed.first - 2, 0) : placed.first]
        return len(before) > 1 and before[0] in self._planned

    def _within(self, placed: Placed) -> bool:
        """Is what the time describes the occasion of the clause ("during the 2016 election")?"""
        before = self._document.words[max(placed.first - 2, 0) : placed.first]
        indefinite = bool(before) and before[-1] in self._indefinite
        if before[-1:] and before[-1] in self._determiners:
            before = before[:-1]
        return bool(before) and before[-1] in (self._occasion | self._new_occasion if indefinite else self._occasion)

    def _says_when(self, trigger: Trigger, placed: Placed) -> bool:
        """Does it date the saying, not what was said?"""
        if self._cost(trigger, placed) > _OWN_CLAUSE:
            return False
        between = range(trigger.last, placed.first) or range(placed.last, trigger.first)
        words = self._document.words
        return not any(i in self._verbs or words[i] in _MARKS or words[i] in self._content for i in between)

    def _cost(self, trigger: Trigger, placed: Placed) -> float:
        barriers = self._barriers
        if placed.first >= trigger.last:
            return barriers[placed.first] - barriers[trigger.last - 1]
        if placed.last <= trigger.first:
            backwards = 0.0 if trigger.verb or placed.attributive else _BACKWARDS
            return barriers[trigger.first] - barriers[placed.last - 1] + backwards
        return 0.0

    def times_in(self, sentence: int) -> Iterator[tuple[Dating, int, int]]:
        """The times that a sentence tells, each with its tokens [first, last); not those that describe a noun."""
        for placed in self._by_sentence.get(sentence, ()):
            timex = placed.timex
            if timex.edtf and timex.basis and not placed.attributive:
                dating = Dating(timex.edtf, timex.basis, timex.anchor, Via.CLAUSE, placed.index)
                yield dating, placed.first, placed.last

    def fronts(self, dating: Dating, trigger: Trigger) -> bool:
        """Does the time open the sentence of which the trigger is the first verb?"""
        return dating.timex is not None and self._fronts(self._placed[self._number[dating.timex]], trigger)

    def _fronts(self, placed: Placed, trigger: Trigger) -> bool:
        if not trigger.finite or trigger.first < placed.first:
            return False
        first = placed.first
        begin = self._document.sentences[self._document.sentence_of[first]].first
        return first - begin <= _FRONT and not any(i in self._verbs for i in range(first, trigger.first))

    def tokens_of(self, timex: int) -> tuple[int, int]:
        """The tokens [first, last) of a time expression that dates something."""
        placed = self._placed[self._number[timex]]
        return placed.first, placed.last

    def joined(self, dating: Dating) -> Iterator[Dating]:
        """The times told in one breath with this one ("in 2015 and 2017"): it happened each time."""
        number = self._number.get(dating.timex, len(self._placed))
        if dating.via is not Via.CLAUSE:
            return
        for one, following in itertools.pairwise(self._placed[number : number + _MOST_JOINED]):
            between = self._document.words[one.last : following.first]
            value = following.timex.edtf or ""
            if not between or len(between) > 2 or not self._join.issuperset(between) or len(value) != len(dating.edtf):
                return
            yield replace(
                dating,
                edtf=value,
                basis=following.timex.basis or dating.basis,
                anchor=following.timex.anchor,
                timex=following.index,
            )

    def nearest_trigger(self, timex: int, triggers: Sequence[Trigger]) -> Trigger | None:
        """The trigger of the sentence that stands nearest to a time expression."""
        placed = self._placed[self._number[timex]]
        takers = [trigger for trigger in _nearest(triggers, placed.first) if self._may_take(trigger, placed)]
        return min(takers, key=lambda trigger: self._cost(trigger, placed), default=None)

    def scene(self, scene: Dating | None) -> Dating:
        """The time of what is told without one: the scene's, else the publication date."""
        if scene is not None:
            return Dating(scene.day, Basis.ANAPHORIC, scene.day, Via.SCENE, scene.timex)
        return Dating(self._published.isoformat(), Basis.PUBLICATION, self._published.isoformat(), Via.PUBLICATION)

    def news_day(self, datings: Iterable[Dating]) -> Dating | None:
        """The day that the article mostly tells of: the most frequent of the last few; None where it names none."""
        recent = [dating for dating in datings if self.fresh(dating) and self._age(dating) <= _NEWS_AGE]
        counted = Counter(dating.day for dating in (*recent, *recent[:1]))  # the lead counts twice
        return max(recent, key=lambda dating: counted[dating.day], default=None)

    def _age(self, dating: Dating) -> timedelta:
        first = dating.bounds.first
        return self._published - first if first else timedelta.max

    def fresh(self, dating: Dating) -> bool:
        """Is it a day of the news, not of its background?"""
        bounds = dating.bounds
        if bounds.first is None or bounds.last is None:
            return False
        return bounds.first == bounds.last and timedelta(0) <= self._published - bounds.first <= _FRESH

    def _sort_by_sentence(self) -> dict[int, list[Placed]]:
        by_sentence: dict[int, list[Placed]] = {}
        for placed in self._placed:
            by_sentence.setdefault(self._document.sentence_of[placed.first], []).append(placed)
        return by_sentence


_At = TypeVar("_At", Trigger, Placed)


def _nearest(sorted_by_place: Sequence[_At], token: int) -> Sequence[_At]:
    """The few that stand around a token: nothing farther can be nearer, and the work stays linear."""
    middle = bisect_left(sorted_by_place, token, key=lambda one: one.first)
    return sorted_by_place[max(middle - _AROUND, 0) : middle + _AROUND]
