"""The line of the timeline: the clause that tells an event best, with its subject, in at most 120 characters."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from events.extraction.candidates.candidate import Candidate
from events.extraction.clauses.analysed_document import AnalysedDocument
from events.extraction.clauses.boundaries import begins_inside
from events.extraction.clauses.extents import start_of, stretch_of, verb_before
from events.extraction.clauses.noun_phrases import follows_speaking, whole_phrase
from events.extraction.titles.endings import end_of_title
from events.extraction.titles.faults import faults_of
from events.extraction.titles.headline_style import INCOMPLETE, Entries, balanced
from events.extraction.titles.missing_subject import Naming, Opening
from events.extraction.titles.title_cues import title_cues_of
from events.extraction.titles.trimming import Phrasing

#: Characters of a title: a line of the timeline at any width.
LONGEST = 120
#: So many words behind a verb of saying what was said begins.
_SPEAKER = 16
#: Of an event told often, so many mentions are tried, so that the work stays linear.
_TRIED = 5
#: More faults than any title has.
_NO_TITLE = (1000, "")
#: Characters between a speaker and what was said.
_COLON = len(": ")


class Titles:
    """Writes titles for one document's events."""

    def __init__(self, analysed: AnalysedDocument) -> None:
        document, lexicon = analysed.document, analysed.lexicon
        self._document = document
        self._words = document.words
        self._analysed = analysed
        self._naming = Naming(analysed)
        self._entries = Entries(document.language, lexicon)
        self._phrasing = Phrasing(analysed)
        self._written_titles: set[str] = set()
        self._subject_first = analysed.cues.subject_first
        self._cues = title_cues_of(document.language)

    def best(self, lead: Candidate, told: Sequence[Candidate]) -> str:
        """The title of the telling that reads best as an entry; the leading one's, unless another has fewer faults.

        Where none is without fault, the whole sentence is tried as well.
        """
        faults, title = self._clause(lead)
        if not faults and title not in self._written_titles:
            self._written_titles.add(title)
            return title
        others = (other for other in told if other is not lead and other.stands_alone and self._tells_alone(other))
        mentions = [lead, *others][:_TRIED]
        ways = (self._clause, self._around, self._reported, self._sentence)
        drafts = [way(mention) for way in ways for mention in mentions]
        title = min(drafts, key=lambda draft: draft[0] + INCOMPLETE * (draft[1] in self._written_titles))[1]
        self._written_titles.add(title)
        return title

    def _tells_alone(self, candidate: Candidate) -> bool:
        """A verb that "and" joins to another in its sentence may share its subject."""
        opens_sentence = candidate.trigger.opens == self._document.sentences[candidate.sentence].first
        return self._subject_first or opens_sentence or not candidate.trigger.joined

    def _clause(self, candidate: Candidate) -> tuple[int, str]:
        """The clause as a reader would accept it as an entry, and its faults."""
        trigger = candidate.trigger
        if trigger.speech and (quoted := self._saying(candidate)):
            return self._entries.faults(quoted, subject=True), quoted
        first, _ = stretch_of(self._analysed, trigger, candidate.companion)
        if follows_speaking(self._analysed, first):
            first = trigger.opens
        elif first < trigger.opens or not trigger.verb:
            first = whole_phrase(self._analysed, first)
        opening = self._naming.opening(candidate, first)
        title = self._written(candidate, opening)
        return self._faults(title, candidate, opening.first, subject=opening.complete), title

    def _around(self, candidate: Candidate) -> tuple[int, str]:
        """The clause around an event that lacks a verb or a subject: "[the league planned] a hearing on Tuesday"."""
        trigger = candidate.trigger
        verb = verb_before(self._analysed, trigger.opens)
        if not self._subject_first or verb is None:
            return _NO_TITLE
        first = start_of(self._analysed, verb)
        opening = self._naming.opening(replace(candidate, trigger=verb), first)
        told = self._document.ends[trigger.last - 1] - self._document.starts[opening.first]
        if begins_inside(self._analysed, first) or len(opening.subject) + told > LONGEST:
            return _NO_TITLE
        title = self._written(candidate, opening)
        return self._faults(title, candidate, opening.first, subject=opening.complete), title

    def _reported(self, candidate: Candidate) -> tuple[int, str]:
        """All that was said, behind the word that opens it, if it tells the event before it grows too long."""
        trigger = candidate.trigger
        first = self._document.sentences[candidate.sentence].first
        said = next((i for i in range(trigger.opens - 1, first, -1) if self._opens(i)), None)
        if (
            said is None
            or self._subject_first
            or self._document.ends[trigger.last - 1] - self._document.starts[said] > LONGEST
        ):
            return _NO_TITLE
        title = self._written(candidate, Opening(said + 1))
        return self._faults(title, candidate, said + 1, subject=said + 1 < trigger.opens), title

    def _faults(self, title: str, candidate: Candidate, first: int, *, subject: bool) -> int:
        """What keeps an editor from printing it."""
        return faults_of(self._analysed, self._entries, self._cues, candidate, title, first, subject=subject)

    def _sentence(self, candidate: Candidate) -> tuple[int, str]:
        """The sentence from its beginning, if it tells the event before it grows too long."""
        sentence, trigger = self._document.sentences[candidate.sentence], candidate.trigger
        if self._document.ends[trigger.last - 1] - sentence.start > LONGEST:
            return _NO_TITLE
        title = self._written(candidate, Opening(sentence.first))
        return self._faults(title, candidate, sentence.first, subject=self._told_first(candidate)), title

    def _told_first(self, candidate: Candidate) -> bool:
        """Does the sentence name who acts, and not open with a pronoun or the very verb that leaves it out?"""
        first = self._document.sentences[candidate.sentence].first
        if self._subject_first:
            return self._words[first] not in self._cues.pointing
        return first != candidate.trigger.opens

    def _written(self, candidate: Candidate, opening: Opening) -> str:
        first, subject, _ = opening
        trigger = candidate.trigger
        head = max(trigger.last, candidate.companion.last) if candidate.companion else trigger.last
        room = LONGEST - len(subject) - 1 if subject else LONGEST
        limit = self._document.sentences[candidate.sentence]
        last = end_of_title(self._analysed, self._cues, first, head, limit.last, room)
        phrase = self._phrasing.text(first, last, trigger)[:LONGEST]
        text = self._entries.mended(phrase, opens_sentence=first == limit.first)
        if subject and len(subject) + len(text) < LONGEST:
            text = f"{subject} {text[:1].lower() + text[1:] if self._words[first] in self._cues.infinitive else text}"
        return text[:1].upper() + text[1:]

    def _saying(self, candidate: Candidate) -> str:
        """ "Speaker: what was said", where the clause names the speaker and a word opens the content."""
        trigger = candidate.trigger
        limit = self._document.sentences[candidate.sentence].last
        said = next((i for i in range(trigger.last, min(trigger.last + _SPEAKER, limit)) if self._opens(i)), None)
        if said is None or said + 1 >= limit or self._words[said + 1] in self._cues.pointing:
            return ""
        speaker = self._naming.speaker(trigger.last, said)
        if not speaker:
            return ""
        last = end_of_title(self._analysed, self._cues, said + 1, said + 2, limit, LONGEST - len(speaker) - _COLON)
        content = balanced(self._phrasing.content(said + 1, last))
        title = f"{speaker}{'' if self._naming.goes_on_with_speaker(said + 1) else ':'} {content}"
        return title if content and len(title) <= LONGEST else ""

    def _opens(self, i: int) -> bool:
        return self._words[i] in self._cues.content
