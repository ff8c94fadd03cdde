"""The line of the timeline: the clause that tells an event best, with its subject, in at most 120 characters."""

from __future__ import annotations

from collections.abc import Sequence

from events.extraction.happenings.candidate import Candidate
from events.extraction.happenings.subjects import Subjects
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

    def __init__(
        self, document: Document, vocabulary: Vocabulary, wording: Wording, triggers: Sequence[Trigger]
    ) -> None:
        self._document = document
        self._words = document.words
        self._wording = wording
        self._subjects = Subjects(document, vocabulary, wording, triggers)
        self.subject_first = wording.subject_first
        self._pointing = vocabulary.cue("POINTING", "words")

    def title(self, candidate: Candidate) -> str:
        """The clause as a reader would accept it as an entry."""
        trigger = candidate.trigger
        first, _ = self._wording.mention(trigger, candidate.companion)
        subject = self._subject(candidate)
        head = max(trigger.last, candidate.companion.last) if candidate.companion else trigger.last
        room = LONGEST - len(subject) - 1 if subject else LONGEST
        last = self._end(first, head, self._document.sentences[candidate.sentence].last, room)
        text = _trimmed(self._text(first, last, trigger))
        if subject and len(subject) + len(text) < LONGEST:
            text = f"{subject} {text}"
        return text[:1].upper() + text[1:]

    def _subject(self, candidate: Candidate) -> str:
        """What the clause leaves out, where it begins with its verb."""
        found = self._subjects.of(candidate.trigger)
        if found is None:
            return ""
        return _trimmed(" ".join(self._document.text(*found).split()))

    def _text(self, first: int, last: int, trigger: Trigger) -> str:
        """Tokens [first, last) without a conjunction or preposition that is written together with the first."""
        body, document = self._document.body, self._document
        start = document.starts[first]
        if first == trigger.first:
            keeps_clitics = trigger.definite or trigger.finite
            start = document.offset(first, trigger.joined if keeps_clitics else trigger.letters)
        return " ".join(body[start : document.ends[last - 1]].split())[:LONGEST]

    def _end(self, first: int, head: int, limit: int, room: int) -> int:
        """Where the title ends: with its clause, or at the last place before it grows too long where it may be cut."""
        starts, ends = self._document.starts, self._document.ends
        last = good = clean = head
        while last < limit:
            if ends[last] - starts[first] > room:
                return clean if clean > head and ends[clean - 1] - starts[first] >= _SHORT else good
            word = self._words[last]
            parts = self._wording.parts(last)
            if word in _ENDERS or (word in COMMAS and parts and ends[last] - starts[first] > _SHORT):
                break
            if parts or self._wording.opens_clause(last):
                clean = good
            last += 1
            if not self._wording.dangles(last - 1):
                good = last
        return good

    def points_back(self, trigger: Trigger) -> bool:
        """Does the clause begin with a pronoun that only the text before explains?"""
        return self._words[self._wording.start(trigger)] in self._pointing


def _trimmed(text: str) -> str:
    """Without marks at the ends, and without brackets and quotation marks that have lost their partner."""
    text = text.strip(" ،,؛;:-–—.")
    for opening, closing in ("«»", "()", "[]"):
        if text.count(opening) != text.count(closing):
            text = text.replace(opening, "").replace(closing, "")
    return (text if text.count('"') % 2 == 0 else text.replace('"', "")).strip()
