"""Who acts: the subject that a title needs where its clause leaves it out, and where the title then begins."""

from __future__ import annotations

from bisect import bisect_left
from typing import NamedTuple

from events.extraction.candidates.candidate import Candidate
from events.extraction.clauses.analysed_document import AnalysedDocument
from events.extraction.clauses.boundaries import parts
from events.extraction.clauses.noun_phrases import topic
from events.extraction.clauses.postverbal_subject import speaker_behind
from events.extraction.text.marks import COMMAS
from events.extraction.titles.antecedents import gather_antecedents
from events.extraction.titles.dropped_subjects import drops, drops_behind, name_for_dropped
from events.extraction.titles.headline_style import balanced
from events.extraction.titles.pronoun_resolution import name_for_possessive, name_for_pronoun
from events.extraction.titles.subjects import Subjects
from events.extraction.triggers.trigger import Trigger


class Opening(NamedTuple):
    """``subject`` stands before the clause, which begins at token ``first``; ``complete``: nothing is left out."""

    first: int
    subject: str = ""
    complete: bool = True


class Naming:
    """Names who acts in one document's clauses."""

    def __init__(self, analysed: AnalysedDocument) -> None:
        document, lexicon = analysed.document, analysed.lexicon
        self._document = document
        self._words = document.words
        self._analysed = analysed
        self._tokens = analysed.tokens
        self._lookup = analysed.lookup
        self._subjects = Subjects(analysed)
        self._antecedents = gather_antecedents(analysed)
        self._speaking = [trigger for trigger in analysed.triggers if trigger.speech]
        self._that_he = lexicon.cue("THAT_HE")
        self._impersonal = lexicon.cue("IMPERSONAL")
        self._resumptive = lexicon.cue("RESUMPTIVE", "words")
        self._pronouns = lexicon.cue("PRONOUN", "person") | lexicon.cue("PRONOUN", "thing")
        self._possessives = lexicon.cue("POSSESSIVE", "person") | lexicon.cue("POSSESSIVE", "thing")
        self._genitive = next(iter(lexicon.cue("GENITIVE", "written")), "")
        self._existing = lexicon.cue("EXISTING")
        self._passive = lexicon.cue("PASSIVE")

    def opening(self, candidate: Candidate, first: int) -> Opening:
        """How the title of a mention whose words begin at ``first`` opens."""
        trigger, word = candidate.trigger, self._words[first]
        if subject := self._left_out(trigger):
            return Opening(max(first, trigger.opens), subject)
        if self._says_there_is(first) and first + 1 < candidate.content_trigger.last:
            return Opening(first + 1)
        if word in self._possessives and (owner := name_for_possessive(self._antecedents, trigger, first)):
            return Opening(first + 1, owner + self._genitive)
        if word in self._pronouns and first < trigger.first:
            name = name_for_pronoun(self._antecedents, trigger)
            return Opening(first + 1, name) if name else Opening(first, complete=False)
        if not trigger.finite:
            return Opening(first)
        if self._analysed.cues.subject_first:
            return Opening(self._whole_name(first)) if first < trigger.opens else Opening(first, complete=False)
        return self._before_verb(trigger, first)

    def speaker(self, first: int, last: int) -> str:
        """Who speaks, named behind a verb of saying that ends before token ``first``."""
        found = speaker_behind(self._analysed, first, last)
        return self._text(*found) if found else ""

    def goes_on_with_speaker(self, i: int) -> bool:
        """Does what was said begin with a verb that leaves out its subject, the speaker?"""
        verb_first = not self._analysed.cues.subject_first and i in self._tokens.finite
        return verb_first and drops_behind(self._antecedents, i + 1)

    def _before_verb(self, trigger: Trigger, first: int) -> Opening:
        """The opening where subjects stand behind their verbs as a rule."""
        if self._that_he_before(trigger):
            if self._words[trigger.opens] in self._impersonal:
                return Opening(trigger.opens)
            speaker = self._speaker_before(trigger.opens - 1)
            if speaker or first == trigger.opens:
                return Opening(trigger.opens, speaker, complete=bool(speaker))
        if first < trigger.opens:
            return Opening(first)
        dropped = drops(self._antecedents, trigger)
        behind_time = trigger.opens > 0 and trigger.opens - 1 in self._tokens.timed
        if not trigger.joined and (dropped or behind_time or self._looks_back(trigger)):
            begins = topic(self._analysed, trigger)
            if begins < first:
                return Opening(begins)
        name = name_for_dropped(self._antecedents, trigger)
        return Opening(first, name, complete=bool(name) or not (dropped or self._looks_back(trigger)))

    def _looks_back(self, trigger: Trigger) -> bool:
        """Does a pronoun at the verb or right behind it mean a noun before it ("a crisis the country suffers from")?"""
        behind = self._words[trigger.last : trigger.last + 1]
        return self._lookup.find(self._words[trigger.first]).owner or bool(behind and behind[0] in self._resumptive)

    def _left_out(self, trigger: Trigger) -> str:
        """What the clause leaves out, where subjects stand first and it begins with its verb."""
        found = self._subjects.of(trigger)
        if found is None:
            return ""
        *within, last = [self._words[i] in COMMAS for i in range(*found)]
        comma = self._words[found[1] - 1] if last and any(within) else ""  # "Harlow, the mayor, resigned"
        return self._text(*found) + comma

    def _that_he_before(self, trigger: Trigger) -> bool:
        return trigger.opens > 0 and self._words[trigger.opens - 1] in self._that_he

    def _speaker_before(self, that_he: int) -> str:
        """Whom "he" in "the minister said in Paris that he" means: who spoke last in the sentence."""
        position = bisect_left(self._speaking, that_he, key=lambda other: other.first)
        said = self._speaking[position - 1] if position else None
        sentence_of = self._document.sentence_of
        if said is None or sentence_of[said.first] != sentence_of[that_he]:
            return ""
        return self.speaker(said.last, that_he) or name_for_dropped(self._antecedents, said)

    def _says_there_is(self, first: int) -> bool:
        """Is it "was" of "there was an attack"? The noun alone makes the title."""
        return first > 0 and self._words[first - 1] in self._existing and self._words[first] in self._passive

    def _whole_name(self, first: int) -> int:
        """Further back where the stretch begins in the middle of a long name ("[Committee of] Public Safety")."""
        sentence = self._document.sentences[self._document.sentence_of[first]]
        while self._document.capitalised(first) and first > sentence.first and not parts(self._analysed, first - 1):
            if not self._document.capitalised(first - 1):
                break
            first -= 1
        return first

    def _text(self, first: int, last: int) -> str:
        return balanced(" ".join(self._document.text(first, last).split()))
