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
#: So far behind a verb of saying what was said begins.
_SPEAKER = 16


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
        self._content = vocabulary.cue("CONTENT")
        self._before_noun = vocabulary.cue("BEFORE_NOUN")
        self._pointing = vocabulary.cue("POINTING", "words")

    def title(self, candidate: Candidate) -> str:
        """The clause as a reader would accept it as an entry."""
        trigger = candidate.trigger
        if trigger.speech and (quoted := self._saying(candidate)):
            return quoted
        first, _ = self._wording.mention(trigger, candidate.companion)
        subject = self._subject(candidate)
        head = max(trigger.last, candidate.companion.last) if candidate.companion else trigger.last
        room = LONGEST - len(subject) - 1 if subject else LONGEST
        last = self._end(first, head, self._document.sentences[candidate.sentence].last, room)
        text = _trimmed(self._text(first, last, trigger))
        if subject and len(subject) + len(text) < LONGEST:
            text = f"{subject} {text}"
        return text[:1].upper() + text[1:]

    def _saying(self, candidate: Candidate) -> str:
        """ "Speaker: what was said", where the clause names the speaker and a word opens the content."""
        trigger = candidate.trigger
        limit = self._document.sentences[candidate.sentence].last
        said = next((i for i in range(trigger.last, min(trigger.last + _SPEAKER, limit)) if self._opens(i)), None)
        if said is None or said + 1 >= limit or self._words[said + 1] in self._pointing:
            return ""
        speaker = self._speaker(trigger.last, said)
        if not speaker:
            return ""
        last = self._end(said + 1, said + 2, limit, LONGEST - len(speaker) - 2)
        content = _trimmed(" ".join(self._document.text(said + 1, last).split()))
        title = f"{speaker}: {content}"
        return title if content and len(title) <= LONGEST else ""

    def _opens(self, i: int) -> bool:
        return self._words[i] in self._content

    def _speaker(self, first: int, last: int) -> str:
        """The words before the first comma, time expression or preposition."""
        end = first
        while end < last and not self._wording.parts(end) and not self._wording.is_timed(end):
            if self._words[end] in COMMAS or self._words[end] in self._before_noun:
                break
            end += 1
        return _trimmed(" ".join(self._document.text(first, end).split())) if end > first else ""

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
            if self._wording.may_be_cut(last):
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
