"""The line of the timeline: the clause that tells an event best, with its subject, in at most 120 characters."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from events.extraction.happenings.antecedents import Antecedents
from events.extraction.happenings.candidate import Candidate
from events.extraction.happenings.entries import Entries
from events.extraction.happenings.entries import balanced as _trimmed
from events.extraction.happenings.lookup import lookup_of
from events.extraction.happenings.phrasing import Phrasing
from events.extraction.happenings.subjects import Subjects
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
        self._subjects = Subjects(document, vocabulary, wording, triggers)
        self._antecedents = Antecedents(document, vocabulary, wording, triggers, names)
        self._entries = Entries(document.language, vocabulary)
        self._phrasing = Phrasing(document, vocabulary, wording, names)
        self._pronouns = vocabulary.cue("PRONOUN", "person") | vocabulary.cue("PRONOUN", "thing")
        self._phrases = vocabulary.cue("PHRASE", "words")
        self._unfinished = vocabulary.cue("UNFINISHED", "words")
        self._that_he = vocabulary.cue("THAT_HE")
        self._impersonal = vocabulary.cue("IMPERSONAL")
        self._lookup = lookup_of(document.language)
        self._speaking = [trigger for trigger in triggers if trigger.speech]
        self._possessives = vocabulary.cue("POSSESSIVE", "person") | vocabulary.cue("POSSESSIVE", "thing")
        self._genitive = next(iter(vocabulary.cue("GENITIVE", "written")), "")
        self._existing = vocabulary.cue("EXISTING")
        self._passive = vocabulary.cue("PASSIVE")
        self._infinitive = vocabulary.cue("INFINITIVE")
        self.subject_first = wording.subject_first
        self._content = vocabulary.cue("CONTENT")
        self._before_noun = vocabulary.cue("BEFORE_NOUN")
        self._pointing = vocabulary.cue("POINTING", "words")

    def best(self, lead: Candidate, told: Sequence[Candidate]) -> str:
        """The title of the telling that reads best as an entry; the leading one's, unless another has fewer faults."""
        faults, title = self._judged(lead)
        if not faults:
            return title
        tellings = [lead, *(other for other in told if other is not lead and other.stands_alone)]
        return min((self._judged(telling) for telling in tellings[:_TRIED]), key=lambda judged: judged[0])[1]

    def _judged(self, candidate: Candidate) -> tuple[int, str]:
        title = self.title(candidate)
        starts = self._wording.start(candidate.trigger) < candidate.trigger.opens
        has_subject = starts or not self.subject_first or self._subject(candidate) != ""
        return self._entries.faults(title, subject=has_subject), title

    def title(self, candidate: Candidate) -> str:
        """The clause as a reader would accept it as an entry."""
        trigger = candidate.trigger
        if trigger.speech and (quoted := self._saying(candidate)):
            return quoted
        first, _ = self._wording.mention(trigger, candidate.companion)
        subject, first = self._named(candidate, first)
        head = max(trigger.last, candidate.companion.last) if candidate.companion else trigger.last
        room = LONGEST - len(subject) - 1 if subject else LONGEST
        limit = self._document.sentences[candidate.sentence]
        last = self._end(first, head, limit.last, room)
        text = self._entries.mended(
            self._phrasing.text(first, last, trigger)[:LONGEST], opens_sentence=first == limit.first
        )
        if subject and len(subject) + len(text) < LONGEST:
            text = f"{subject} {text[:1].lower() + text[1:] if self._words[first] in self._infinitive else text}"
        return text[:1].upper() + text[1:]

    def _named(self, candidate: Candidate, first: int) -> tuple[str, int]:
        """The subject to write before the clause, and where the clause then begins."""
        trigger = candidate.trigger
        if subject := self._subject(candidate):
            return subject, first
        that_he = self._that_he_before(trigger)
        if that_he and self._words[trigger.opens] in self._impersonal:
            return "", trigger.opens
        if that_he and first == trigger.opens:
            return self._speaker_before(first - 1), first
        if self._says_there_is(first) and first + 1 < candidate.meaning.last:
            return "", first + 1
        if self._words[first] in self._possessives and (owner := self._antecedents.of_possessive(trigger, first)):
            return owner + self._genitive, first + 1
        if not trigger.finite and self._words[first] not in self._pronouns:
            return "", first
        if first < trigger.opens and self.subject_first and self._words[first] not in self._pronouns:
            return "", self._whole_name(first)
        if self._words[first] in self._pronouns and first < trigger.first:
            name = self._antecedents.of_pronoun(trigger)
            return (name, first + 1) if name else ("", first)
        if first != trigger.first:
            return "", first
        if not (self.subject_first or trigger.joined) and self._lookup.find(self._words[first]).owner:
            return "", self._wording.topic(trigger)
        return self._antecedents.of_dropped(trigger), first

    def _says_there_is(self, first: int) -> bool:
        """Is it "was" of "there was an attack"? The noun alone makes the title."""
        return first > 0 and self._words[first - 1] in self._existing and self._words[first] in self._passive

    def _whole_name(self, first: int) -> int:
        """Further back where the stretch begins in the middle of a long name ("[Committee of] Public Safety")."""
        sentence = self._document.sentences[self._document.sentence_of[first]]
        while self._document.capitalised(first) and first > sentence.first and not self._wording.parts(first - 1):
            if not self._document.capitalised(first - 1):
                break
            first -= 1
        return first

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
        title = f"{speaker} {content}" if self._acts(said + 1) else f"{speaker}: {content}"
        return title if content and len(title) <= LONGEST else ""

    def _acts(self, i: int) -> bool:
        """Does what was said begin with a verb that leaves out its subject, the speaker?"""
        return not self.subject_first and self._wording.is_verb(i) and self._antecedents.drops_behind(i + 1)

    def _that_he_before(self, trigger: Trigger) -> bool:
        return trigger.opens > 0 and self._words[trigger.opens - 1] in self._that_he

    def _speaker_before(self, that_he: int) -> str:
        """Whom "he" in "the minister said in Paris that he" means: who spoke last in the sentence."""
        position = bisect_left(self._speaking, that_he, key=lambda other: other.first)
        said = self._speaking[position - 1] if position else None
        sentence_of = self._document.sentence_of
        if said is None or sentence_of[said.first] != sentence_of[that_he]:
            return ""
        return self._speaker(said.last, that_he) or self._antecedents.of_dropped(said)

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

    def _end(self, first: int, head: int, limit: int, room: int) -> int:
        """Where the title ends: with its clause, or at the last place before it grows too long where it may be cut."""
        starts, ends = self._document.starts, self._document.ends
        last = good = clean = phrase = head
        while last < limit:
            if ends[last] - starts[first] > room:
                whole = (cut for cut in (clean, phrase) if cut > head and ends[cut - 1] - starts[first] >= _SHORT)
                return next(whole, good)
            word = self._words[last]
            parts = self._wording.parts(last)
            if word in _ENDERS or self._comma_ends(last, parts and ends[last] - starts[first] > _SHORT):
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

    def _comma_ends(self, i: int, may_end: bool) -> bool:
        """A comma ends a title that is long enough, and always where the verb of another clause follows it."""
        return self._words[i] in COMMAS and (may_end or (self.subject_first and self._wording.is_verb(i + 1)))

    def _leaves_open(self, i: int, limit: int) -> bool:
        """Would a title that ends with the token lack what goes on behind it: a noun, or what a verb is about?"""
        ends_clause = i + 1 >= limit or self._words[i + 1] in COMMAS or self._words[i + 1] in _ENDERS
        open_verb = not self.subject_first and self._wording.is_verb(i) and not ends_clause
        return open_verb or self._wording.dangles(i) or self._words[i] in self._unfinished

    def points_back(self, trigger: Trigger) -> bool:
        """Does the clause begin with a pronoun that only the text before explains?"""
        return self._words[self._wording.start(trigger)] in self._pointing
