"""Which words show an event: the stretch that is quoted and marked, and the title of the timeline's entry."""

from __future__ import annotations

from collections.abc import Sequence

from events.extraction.happenings.trigger import Trigger
from events.extraction.happenings.vocabulary import Vocabulary
from events.extraction.text import Document

_LONGEST_TITLE = 120
_BEFORE_VERB, _BEFORE_NOUN, _BEHIND = 9, 3, 8
_MARKS = frozenset('.;:؛؟?!«»"()[]–—…')
_COMMAS = frozenset(",،")


class Wording:
    """Cuts stretches of one document."""

    def __init__(
        self, document: Document, vocabulary: Vocabulary, triggers: Sequence[Trigger], timed: frozenset[int]
    ) -> None:
        self._document = document
        self._words = document.words
        self._vocabulary = vocabulary
        self._finite = {
            i: trigger for trigger in triggers if trigger.finite for i in range(trigger.first, trigger.last)
        }
        self._openings = {trigger.opens for trigger in triggers if trigger.finite}
        self._timed = timed  # tokens inside time expressions
        self._breaks = document.language.clause_words | vocabulary.cue("LINK")
        self._dangling = vocabulary.cue("DANGLING", "words")
        self._opening = vocabulary.cue("OPENING", "words")
        self.subject_first = bool(vocabulary.cue("MODAL"))

    def mention(self, trigger: Trigger, companion: Trigger | None) -> tuple[int, int]:
        """Tokens [first, last) of a trigger with its nearest words."""
        first = self._start(trigger)
        head = companion or trigger
        last = self._end(head.last, head.last + _BEHIND)
        return first, max(last, head.last)

    def _start(self, trigger: Trigger) -> int:
        first = trigger.opens
        if trigger.letters and not trigger.definite:
            return first
        reach = _BEFORE_VERB if trigger.verb and not trigger.attributive else _BEFORE_NOUN
        if not trigger.verb and not self.subject_first:
            return first
        begin = self._document.sentences[self._document.sentence_of[first]].first
        start = first
        while start > max(begin, first - reach) and not self._parts(start - 1):
            start -= 1
        while start < first and (self._words[start] in self._opening or self._words[start] in _COMMAS):
            start += 1
        return start

    def _parts(self, i: int) -> bool:
        """Does token ``i`` end the stretch?"""
        word = self._words[i]
        if word in _MARKS or i in self._finite:
            return True
        if word in _COMMAS:
            return not (i + 1 in self._timed or i - 1 in self._timed)
        return word in self._breaks and i not in self._timed and i + 1 not in self._timed

    def _end(self, first: int, limit: int) -> int:
        """Where the stretch that goes on at ``first`` ends, before ``limit``."""
        sentence = self._document.sentences[self._document.sentence_of[first - 1]]
        last = first
        while last < min(limit, sentence.last) and not self._parts(last) and last not in self._openings:
            last += 1
        while last > first and (self._words[last - 1] in self._dangling or self._words[last - 1] in _COMMAS):
            last -= 1
        return last

    def title(self, trigger: Trigger, companion: Trigger | None) -> str:
        """The clause as a line of the timeline."""
        first, _ = self.mention(trigger, companion)
        head = companion or trigger
        sentence = self._document.sentences[self._document.sentence_of[head.first]]
        last = self._title_end(first, head.last, sentence.last, speech=trigger.speech)
        start = self._document.starts[first]
        if first == trigger.first and trigger.letters and not trigger.definite:
            start = self._document.offset(first, trigger.letters)
        text = " ".join(self._document.body[start : self._document.ends[last - 1]].split())
        return text[:1].upper() + text[1:]

    def _title_end(self, first: int, head: int, limit: int, *, speech: bool) -> int:
        last = good = head
        while last < limit and self._document.ends[last] - self._document.starts[first] <= _LONGEST_TITLE:
            word = self._words[last]
            if word in ".؛;؟?!" or (word in _COMMAS and not speech and self._parts(last)):
                break
            last += 1
            if self._words[last - 1] not in self._dangling and self._words[last - 1] not in _COMMAS:
                good = last
        return good
