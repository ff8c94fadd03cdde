"""The line of the timeline: the clause that tells an event best, with its subject, in at most 120 characters."""

from __future__ import annotations

from events.extraction.happenings.trigger import Trigger
from events.extraction.happenings.vocabulary import Vocabulary
from events.extraction.happenings.wording import COMMAS, Wording
from events.extraction.text import Document

LONGEST = 120
_ENDERS = frozenset(".؛;؟?!")
#: A title that would end within so many characters goes on behind the next comma.
_SHORT = 40


class Titles:
    """Writes titles for one document's events."""

    def __init__(self, document: Document, vocabulary: Vocabulary, wording: Wording) -> None:
        self._document = document
        self._words = document.words
        self._wording = wording
        self.subject_first = wording.subject_first
        self._pointing = vocabulary.cue("POINTING", "words")

    def title(self, trigger: Trigger, companion: Trigger | None) -> str:
        """The clause as a reader would accept it as an entry."""
        first, _ = self._wording.mention(trigger, companion)
        head = max(trigger.last, companion.last) if companion else trigger.last
        last = self._end(first, head, self._document.sentences[self._document.sentence_of[trigger.first]].last)
        text = self._text(first, last, trigger)
        return text[:1].upper() + text[1:]

    def _text(self, first: int, last: int, trigger: Trigger) -> str:
        body, document = self._document.body, self._document
        start = document.starts[first]
        if first == trigger.first and trigger.letters and not trigger.definite:
            start = document.offset(first, trigger.letters)
        return " ".join(body[start : document.ends[last - 1]].split())[:LONGEST]

    def _end(self, first: int, head: int, limit: int) -> int:
        """The last token that still fits and does not dangle."""
        starts, ends = self._document.starts, self._document.ends
        last = good = head
        while last < limit and ends[last] - starts[first] <= LONGEST:
            word = self._words[last]
            long_enough = ends[last] - starts[first] > _SHORT
            if word in _ENDERS or (word in COMMAS and long_enough and self._wording.parts(last)):
                break
            last += 1
            if not self._wording.dangles(last - 1):
                good = last
        return good

    def points_back(self, trigger: Trigger) -> bool:
        """Does the clause begin with a pronoun that only the text before explains?"""
        return self._words[self._wording.start(trigger)] in self._pointing
