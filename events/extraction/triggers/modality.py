"""Is it told as a fact, going on, planned, wanted, denied or merely supposed?"""

from __future__ import annotations

from itertools import pairwise

from events.extraction.lexicon.entries import EventLexicon
from events.extraction.lexicon.inflection import Shape
from events.extraction.text import Document
from events.extraction.text.marks import PARTING_PHRASES
from events.extraction.triggers.trigger import Mood, Trigger

_FAR = 7  # words between a supposition or plan and what it is about
_UNFINISHED = (Shape.PRESENT, Shape.BASE, Shape.PASSIVE)


class Moods:
    """Settles the mood of triggers in one document."""

    def __init__(self, document: Document, lexicon: EventLexicon) -> None:
        self._document = document
        self._words = document.words
        cue = lexicon.cue
        condition = cue("CONDITION")
        self._conditional = {document.sentence_of[i] for i, word in enumerate(self._words) if word in condition}
        self._negation, self._hypothetical, self._planned = cue("NEGATION"), cue("HYPOTHETICAL"), cue("PLANNED")
        self._aim, self._past, self._ongoing = cue("AIM"), cue("PAST"), cue("ONGOING")
        self._link = cue("LINK")  # "before it signed" tells that it signed
        self._fact = self._link | cue("ALREADY")
        self._infinitive, self._supposing = cue("INFINITIVE"), cue("SUPPOSING")
        self._chain = cue("PERFECT") | cue("PASSIVE") | cue("MODAL") | cue("BETWEEN") | self._infinitive
        self._passive = cue("PASSIVE")
        self._over = cue("OVER")
        self._habitual = cue("HABITUAL")
        self._failing, self._due, self._nobody = cue("FAILING"), cue("DUE"), cue("NOBODY")

    def settle(self, trigger: Trigger, clitics: tuple[str, ...]) -> None:
        """Set ``mood``, ``opens`` and ``passive`` of a trigger that has its reading."""
        start = self._chain_start(trigger.first) if trigger.verb else trigger.first
        chain = self._words[start : trigger.first]
        trigger.opens = start
        trigger.passive = trigger.entry.shape is Shape.PASSIVE or any(word in self._passive for word in chain)
        trigger.mood = self._mood(trigger, chain, self._before(start), clitics)
        if trigger.mood in (Mood.PLANNED, Mood.AIM) and self._document.sentence_of[trigger.first] in self._conditional:
            trigger.mood = Mood.HYPOTHETICAL

    def _chain_start(self, first: int) -> int:
        """Where the auxiliaries and adverbs before a verb begin."""
        start = first
        while start > 0 and self._words[start - 1] in self._chain:
            start -= 1
        return start

    def _before(self, start: int) -> list[str]:
        """The few words before, the nearest first, up to the next mark."""
        words: list[str] = []
        for i in range(start - 1, max(start - _FAR, 0) - 1, -1):
            if self._words[i] in PARTING_PHRASES:
                break
            words.append(self._words[i])
        return words

    def _mood(self, trigger: Trigger, chain: list[str], before: list[str], clitics: tuple[str, ...]) -> Mood:
        last = before[0] if before else ""
        if last in self._negation or not self._negation.isdisjoint(chain):
            return Mood.NEGATED
        if last in self._failing and not self._infinitive.isdisjoint(chain):
            return Mood.NEGATED
        if trigger.verb and self._words[self._document.clause_of(trigger.first).first] in self._nobody:
            return Mood.NEGATED
        if "future" in clitics or (last in self._due and not self._infinitive.isdisjoint(chain)):
            return Mood.PLANNED
        if not self._supposing.isdisjoint(chain) or not self._hypothetical.isdisjoint(before):
            return Mood.HYPOTHETICAL
        if last in self._habitual or not self._habitual.isdisjoint(chain):
            return Mood.HYPOTHETICAL  # what is usual happened on no day
        if not self._planned.isdisjoint(chain) or (
            self._over.isdisjoint(chain) and not self._planned.isdisjoint(before)
        ):
            return Mood.PLANNED
        if any(one in self._passive and other in self._infinitive for one, other in pairwise(chain)):
            return Mood.PLANNED  # "is to be held", "were to meet"
        return self._aim_or_fact(trigger, chain, before)

    def _aim_or_fact(self, trigger: Trigger, chain: list[str], before: list[str]) -> Mood:
        wanted = before[:1] and before[0] in self._aim
        if wanted and trigger.verb and before[1:2] and before[1] in self._fact:
            return Mood.TOLD  # "before it signed" tells that it signed
        if trigger.verb and (wanted or not self._infinitive.isdisjoint(chain)):
            passive = not self._passive.isdisjoint(chain)  # "to be held"
            return Mood.AIM if passive or trigger.entry.shape in _UNFINISHED else Mood.TOLD
        if trigger.entry.shape is Shape.GERUND and not self._ongoing.isdisjoint(chain):
            return Mood.ONGOING
        if trigger.entry.shape is Shape.BASE:
            return Mood.ONGOING
        if trigger.entry.shape is Shape.PRESENT and self._past.isdisjoint(before):
            return Mood.ONGOING
        return Mood.TOLD
