"""The line of the timeline: the clause that tells an event best, with its subject, in at most 120 characters."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from events.extraction.candidates.candidate import Candidate
from events.extraction.clauses.analysed_document import AnalysedDocument
from events.extraction.clauses.boundaries import begins_inside, dangles, may_be_cut, opens_aside, parts
from events.extraction.clauses.clause_cues import COMMAS
from events.extraction.clauses.extents import has_clause, start_of, stretch_of, verb_before
from events.extraction.clauses.noun_phrases import follows_speaking, is_described, is_owned, whole_phrase
from events.extraction.titles.headline_style import Entries, balanced
from events.extraction.titles.missing_subject import Naming, Opening
from events.extraction.titles.trimming import Phrasing
from events.extraction.triggers.trigger import Trigger

LONGEST = 120
_ENDERS = frozenset(".؛;؟?!")
#: A title that would end within so many characters goes on behind the next comma.
_SHORT = 40
#: So far behind a verb of saying what was said begins.
_SPEAKER = 16
#: Of an event told often, so many mentions are tried, so that the work stays linear.
_TRIED = 5
#: A title of a verb of saying that is no longer names the speaker alone.
_SAYS_LITTLE = 60
_NO_TITLE = (1000, "")


class Titles:
    """Writes titles for one document's events."""

    def __init__(self, analysed: AnalysedDocument) -> None:
        document, lexicon = analysed.document, analysed.lexicon
        self._document = document
        self._words = document.words
        self._analysed = analysed
        self._tokens = analysed.tokens
        self._naming = Naming(analysed)
        self._entries = Entries(document.language, lexicon)
        self._phrasing = Phrasing(analysed)
        self._about = lexicon.cue("DROPPED", "words")
        self._written_titles: set[str] = set()
        self._phrases = lexicon.cue("PHRASE", "words")
        self._unfinished = lexicon.cue("UNFINISHED", "words")
        self._infinitive = lexicon.cue("INFINITIVE")
        self._auxiliaries = lexicon.cue("PERFECT") | lexicon.cue("PASSIVE") | lexicon.cue("MODAL")
        self.subject_first = analysed.cues.subject_first
        self._content = lexicon.cue("CONTENT")
        self._pointing = lexicon.cue("POINTING", "words")
        self._trailing = lexicon.cue("TRAILING", "words")

    def best(self, lead: Candidate, told: Sequence[Candidate]) -> str:
        """The title of the telling that reads best as an entry; the leading one's, unless another has fewer faults.

        Where none is without fault, the whole sentence is tried as well.
        """
        faults, title = self._clause(lead)
        if not faults and title not in self._written_titles:
            self._written_titles.add(title)
            return title
        others = (other for other in told if other is not lead and other.stands_alone and self._tells_alone(other))
        tellings = [lead, *others][:_TRIED]
        ways = (self._clause, self._around, self._reported, self._sentence)
        drafts = [way(telling) for way in ways for telling in tellings]
        title = min(drafts, key=lambda draft: draft[0] + 2 * (draft[1] in self._written_titles))[1]
        self._written_titles.add(title)
        return title

    def _tells_alone(self, candidate: Candidate) -> bool:
        """A verb that "and" joins to another in its sentence may share its subject."""
        opens_sentence = candidate.trigger.opens == self._document.sentences[candidate.sentence].first
        return self.subject_first or opens_sentence or not candidate.trigger.joined

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
        if not self.subject_first or verb is None:
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
            or self.subject_first
            or self._document.ends[trigger.last - 1] - self._document.starts[said] > LONGEST
        ):
            return _NO_TITLE
        title = self._written(candidate, Opening(said + 1))
        return self._faults(title, candidate, said + 1, subject=said + 1 < trigger.opens), title

    def _faults(self, title: str, candidate: Candidate, first: int, *, subject: bool) -> int:
        """What keeps an editor from printing it: as an entry, and where it begins in its sentence."""
        inside = whole_phrase(self._analysed, first) < first
        owned = not self.subject_first and is_owned(self._analysed, first) and first not in self._tokens.finite
        faults = self._entries.faults(title, subject=subject) + 3 * inside + 2 * owned
        faults += 2 * (self.subject_first and not subject) + 2 * self._has_no_verb(candidate.trigger, first)
        if not self.subject_first and is_described(self._analysed, first, candidate.trigger):
            faults += not self._analysed.cues.relative.isdisjoint(self._entries.folded(title))
        return faults + 3 * self._only_speaks(candidate, title)

    def _has_no_verb(self, trigger: Trigger, first: int) -> bool:
        """Does the title name the event without a clause, where a sentence around it may tell all of it?"""
        if not self.subject_first or trigger.finite:
            return False
        return not has_clause(self._analysed, first, trigger.last)

    def _only_speaks(self, candidate: Candidate, title: str) -> bool:
        """Does the title say that somebody spoke, and not what was said?"""
        if self.subject_first or not candidate.trigger.speech or candidate.companion is not None:
            return False
        return ":" not in title and len(title) < _SAYS_LITTLE and self._about.isdisjoint(title.split())

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
        return self._words[first] not in self._pointing if self.subject_first else first != candidate.trigger.opens

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
        content = balanced(self._phrasing.content(said + 1, last))
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
            if self._mark_ends(last, parts(self._analysed, last) and ends[last] - starts[first] > _SHORT):
                break
            if may_be_cut(self._analysed, last) and not self._in_aside(last):
                clean = good
            if self._words[last] in self._phrases or self._opens_description(last):
                phrase = good
            elif self.subject_first and last in self._tokens.finite and self._words[last - 1] not in self._infinitive:
                phrase = head
            last += 1
            if not self._leaves_open(last - 1, limit):
                good = last
        return good

    def _mark_ends(self, i: int, may_end: bool) -> bool:
        """A full stop ends a title, and a comma one that is long enough or where the verb of another clause follows."""
        if self._words[i] in _ENDERS:
            return i not in self._tokens.timed  # "Jan. 24"
        if self._words[i] not in COMMAS or i + 1 >= len(self._words):
            return False
        goes_on = self._goes_on_behind(i) if self.subject_first else self._opens(i + 1)
        goes_on = goes_on or self._words[i + 1] in self._trailing
        return goes_on or (may_end and not self._in_aside(i))

    def _goes_on_behind(self, comma: int) -> bool:
        """Does the verb of another clause, or what stands before it, follow the comma?"""
        return comma + 1 in self._tokens.finite or self._words[comma + 1] in self._auxiliaries

    def _in_aside(self, comma: int) -> bool:
        """Does what the verb is about follow behind an aside that the comma opens?"""
        if self.subject_first or self._words[comma] not in COMMAS or comma + 1 >= len(self._words):
            return False
        return self._words[comma + 1] in self._phrases and opens_aside(self._analysed, comma)

    def _opens_description(self, i: int) -> bool:
        """A verb behind a noun describes it, where verbs stand first: a title may end before it."""
        return not self.subject_first and i in self._tokens.finite and i - 1 not in self._tokens.finite

    def _leaves_open(self, i: int, limit: int) -> bool:
        """Would a title that ends with the token lack what goes on behind it: a noun, or what a verb is about?"""
        ends_clause = i + 1 >= limit or self._words[i + 1] in COMMAS or self._words[i + 1] in _ENDERS
        open_verb = not self.subject_first and i in self._tokens.finite and not ends_clause
        counts = not self.subject_first and self._words[i].isdigit() and not ends_clause and self._counts(i)
        return open_verb or counts or dangles(self._analysed, i) or self._words[i] in self._unfinished

    def _counts(self, i: int) -> bool:
        """Is it the number of what stands behind it?"""
        return i not in self._tokens.timed and self._words[i + 1].isalpha() and self._words[i + 1] not in self._phrases

    def _length(self, first: int, last: int) -> int:
        return self._document.ends[last - 1] - self._document.starts[first]

    def points_back(self, trigger: Trigger) -> bool:
        """Does the clause begin with a pronoun that only the text before explains?"""
        return self._words[start_of(self._analysed, trigger)] in self._pointing
