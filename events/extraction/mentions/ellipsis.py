"""A verb told once for two times: "it opened a plant in 2001 and another in 2010".

A time that no verb or noun of its sentence takes, behind a comma or "and" and a few words, takes the verb before it.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace

from events.extraction.candidates.candidate import Candidate
from events.extraction.candidates.dating import Via
from events.extraction.temporal_linking.attachment import times_in
from events.extraction.temporal_linking.document_times import DocumentTimes
from events.extraction.text.marks import COMMAS, PARTING
from events.extraction.triggers.trigger import Trigger

_LONGEST = 9  # words between the conjunction and the time
_PREPOSITION = 1  # so many words may stand before the time itself


class Ellipsis:
    """Finds the clauses of one document that leave out their verb."""

    def __init__(self, times: DocumentTimes) -> None:
        document, lexicon = times.analysed.document, times.analysed.lexicon
        self._document = document
        self._times = times
        self._join = lexicon.cue("GAPPING", "words") | COMMAS
        self._ends = self._join | PARTING | document.language.clause_words

    def fill(self, sentence: int, told: Sequence[Candidate], triggers: Sequence[Trigger]) -> Iterator[Candidate]:
        """Candidates for the times of the sentence that ``told`` leaves, with the verb of the clause before."""
        verbs = {id(one.trigger): one for one in told if one.owner and one.dating.via is Via.CLAUSE}
        finite = [trigger for trigger in triggers if trigger.finite]
        if not verbs or not finite:
            return
        taken = {one.dating.timex for one in told}
        words = {i for trigger in triggers for i in range(trigger.first, trigger.last)}
        for dating, time, behind in times_in(self._times, sentence):
            begin = 0 if dating.timex in taken or self._document.quoted(time) else self._begin(time, words)
            before = bisect_left(finite, begin, key=lambda trigger: trigger.first)
            verb = verbs.get(id(finite[before - 1])) if before else None
            if begin and verb and not verb.trigger.speech:
                last = behind if time - begin > _PREPOSITION else self._end(behind, words)
                if last - begin > behind - time + _PREPOSITION:
                    yield replace(verb, dating=dating, first=begin, last=last, companion=None, result_of=None)

    def _begin(self, time: int, words: set[int]) -> int:
        """The token behind the conjunction; 0 where there is none near, or a word that tells an event of its own."""
        for i in range(time - 1, max(time - _LONGEST, 0), -1):
            if i in words:
                return 0
            if self._document.words[i] in self._join:
                return i + 1
        return 0

    def _end(self, behind: int, words: set[int]) -> int:
        """Where the stretch that begins with its time ends ("in 2001 the music player"); nowhere, if a verb follows."""
        limit = self._document.sentences[self._document.sentence_of[behind - 1]].last
        for i in range(behind, min(behind + _LONGEST, limit)):
            if i in words:
                return behind
            if self._document.words[i] in self._ends:
                return i
        return behind
