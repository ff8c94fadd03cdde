"""The line of the timeline: the clause that tells an event best, with its subject, in at most 120 characters."""

from __future__ import annotations

from collections.abc import Sequence

from events.extraction.happenings.candidate import Candidate
from events.extraction.happenings.entries import Entries, balanced
from events.extraction.happenings.naming import Naming, Opening
from events.extraction.happenings.phrasing import Phrasing
from events.extraction.happenings.trigger import Trigger
from events.extraction.happenings.vocabulary import Vocabulary
from events.extraction.happenings.wording import COMMAS, Wording
from events.extraction.names import Name
from events.extraction.text import Document

LONGEST = 120
_ENDERS = frozenset(".؛;؟?!")
#: A title that would end within so many characters goes on behind the next comma.
_SHORT = 40
#: So far behind a verb of saying what was said begins.
_SPEAKER = 16
#: Of an event told often, so many tellings are tried, so that the work stays linear.
_TRIED = 5
_NO_TITLE = (1000, "")


class Titles:
    """Writes titles for one document's events."""

    def __init__(
        self,
        document: Document,
        vocabulary: Vocabulary,
        wording: Wording,
        triggers: Sequence[Trigger],
        names: Sequence[Name],
    ) -> None:
        self._document = document
        self._words = document.words
        self._wording = wording
        self._naming = Naming(document, vocabulary, wording, triggers, names)
        self._entries = Entries(document.language, vocabulary)
        self._phrasing = Phrasing(document, vocabulary, wording, names)
        self._phrases = vocabulary.cue("PHRASE", "words")
        self._unfinished = vocabulary.cue("UNFINISHED", "words")
        self._infinitive = vocabulary.cue("INFINITIVE")
        self.subject_first = wording.subject_first
        self._content = vocabulary.cue("CONTENT")
        self._pointing = vocabulary.cue("POINTING", "words")

    def best(self, lead: Candidate, told: Sequence[Candidate]) -> str:
        """The title of the telling that reads best as an entry; the leading one's, unless another has fewer faults.

        Where none is without fault, the whole sentence is tried as well.
        """
        faults, title = self._clause(lead)
        if not faults:
            return title
        tellings = [lead, *(other for other in told if other is not lead and other.stands_alone)][:_TRIED]
        drafts = [*map(self._clause, tellings), *map(self._sentence, tellings)]
        return min(drafts, key=lambda draft: draft[0])[1]

    def _clause(self, candidate: Candidate) -> tuple[int, str]:
        """The clause as a reader would accept it as an entry, and its faults."""
        trigger = candidate.trigger
        if trigger.speech and (quoted := self._saying(candidate)):
            return self._entries.faults(quoted, subject=True), quoted
        first, _ = self._wording.mention(trigger, candidate.companion)
        opening = self._naming.opening(candidate, first)
        title = self._written(candidate, opening)
        return self._entries.faults(title, subject=opening.complete), title

    def _sentence(self, candidate: Candidate) -> tuple[int, str]:
        """The sentence from its beginning, if it tells the happening before it grows too long."""
        sentence, trigger = self._document.sentences[candidate.sentence], candidate.trigger
        if self._document.ends[trigger.last - 1] - sentence.start > LONGEST:
            return _NO_TITLE
        title = self._written(candidate, Opening(sentence.first))
        return self._entries.faults(title, subject=True), title

    def _written(self, candidate: Candidate, opening: Opening) -> str:
        first, subject, _ = opening
        trigger = candidate.trigger
        head = max(trigger.last, candidate.companion.last) if candidate.companion else trigger.last
        room = LONGEST - len(subject) - 1 if subject else LONGEST
        limit = self._document.sentences[candidate.sentence]
        last = self._end(first, head, limit.last, room)
        phrase = self._phrasing.text(first, last, trigger)[:LONGEST]
        text = self._entries.mended(phrase, opens_sentence=first == limit.first)
        if subject and len(subject) + len(text) < LONGEST:
            text = f"{subject} {text[:1].lower() + text[1:] if self._words[first] in self._infinitive else text}"
        return text[:1].upper() + text[1:]

    def _saying(self, candidate: Candidate) -> str:
        """ "Speaker: what was said", where the clause names the speaker and a word opens the content."""
        trigger = candidate.trigger
        limit = self._document.sentences[candidate.sentence].last
        said = next((i for i in range(trigger.last, min(trigger.last + _SPEAKER, limit)) if self._opens(i)), None)
        if said is None or said + 1 >= limit or self._words[said + 1] in self._pointing:
            return ""
        speaker = self._naming.speaker(trigger.last, said)
        if not speaker:
            return ""
        last = self._end(said + 1, said + 2, limit, LONGEST - len(speaker) - 2)
        content = balanced(" ".join(self._document.text(said + 1, last).split()))
        title = f"{speaker}{'' if self._naming.goes_on_with_speaker(said + 1) else ':'} {content}"
        return title if content and len(title) <= LONGEST else ""

    def _opens(self, i: int) -> bool:
        return self._words[i] in self._content

    def _end(self, first: int, head: int, limit: int, room: int) -> int:
        """Where the title ends: with its clause, or at the last place before it grows too long where it may be cut."""
        starts, ends = self._document.starts, self._document.ends
        last = good = clean = phrase = head
        while last < limit:
            if ends[last] - starts[first] > room:
                whole = (cut for cut in (clean, phrase) if cut > head and ends[cut - 1] - starts[first] >= _SHORT)
                return next(whole, good)
            if self._mark_ends(last, self._wording.parts(last) and ends[last] - starts[first] > _SHORT):
                break
            if self._wording.may_be_cut(last):
                clean = good
            if self._words[last] in self._phrases:
                phrase = good
            elif self.subject_first and self._wording.is_verb(last) and self._words[last - 1] not in self._infinitive:
                phrase = head
            last += 1
            if not self._leaves_open(last - 1, limit):
                good = last
        return good

    def _mark_ends(self, i: int, may_end: bool) -> bool:
        """A full stop ends a title, and a comma one that is long enough or where the verb of another clause follows."""
        if self._words[i] in _ENDERS:
            return not self._wording.is_timed(i)  # "Jan. 24"
        return self._words[i] in COMMAS and (may_end or (self.subject_first and self._wording.is_verb(i + 1)))

    def _leaves_open(self, i: int, limit: int) -> bool:
        """Would a title that ends with the token lack what goes on behind it: a noun, or what a verb is about?"""
        ends_clause = i + 1 >= limit or self._words[i + 1] in COMMAS or self._words[i + 1] in _ENDERS
        open_verb = not self.subject_first and self._wording.is_verb(i) and not ends_clause
        return open_verb or self._wording.dangles(i) or self._words[i] in self._unfinished

    def points_back(self, trigger: Trigger) -> bool:
        """Does the clause begin with a pronoun that only the text before explains?"""
        return self._words[self._wording.start(trigger)] in self._pointing
