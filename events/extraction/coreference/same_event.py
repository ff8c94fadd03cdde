"""Do two clauses tell the same event?"""

from __future__ import annotations

from events.extraction.candidates.candidate import Candidate
from events.extraction.candidates.dating import Dating
from events.extraction.clauses.analysed_document import AnalysedDocument
from events.extraction.coreference.cluster import Cluster, EventMention
from events.extraction.languages import Language
from events.extraction.lexicon.clitics import read_clitics
from events.extraction.text.marks import PARTING_PHRASES
from events.extraction.text.memory import MOST_WORDS
from events.extraction.triggers.trigger import Trigger

_SIMILAR = 0.34  # share of content words that two mentions have in common
_ALIKE = 3  # so many content words in common make two clauses of one verb one mention
_ALIKE_ENOUGH = 2  # so many do where something else speaks for it too: what is said, what points back
CONTENT_LETTERS = 3  # of a word that tells what an event is about; shorter ones only join
_ROOT = 4  # letters that a clitic must leave
_OBJECT_WITHIN = 8  # words between a verb and the noun that it did
_LETTERS = 3  # a lemma's letters in order that a noun and its verb share (قتل، مقتل)


class Sameness:
    """Compares the mentions of one document."""

    def __init__(self, analysed: AnalysedDocument) -> None:
        document, lexicon = analysed.document, analysed.lexicon
        self._document = document
        self._names = analysed.names
        self._generic = lexicon.cue("GENERIC", "lemmas")
        self._definite = lexicon.cue("DEFINITE", "words")
        #: What stands between a verb and a noun that is not its object.
        self._parting = document.language.clause_words | lexicon.cue("LINK") | lexicon.cue("PASSIVE") | PARTING_PHRASES
        self._occasion = lexicon.cue("OCCASION", "words")  # "said at a conference"
        self._object_follows = document.language.typology.object_follows

    def mention(self, candidate: Candidate) -> EventMention:
        names = self._names.within(candidate.first, candidate.last)
        keys = frozenset(name.country or name.key or name.display for name in names)
        return EventMention(candidate, self._content(candidate), keys, self._is_known(candidate.content_trigger))

    def _content(self, candidate: Candidate) -> frozenset[str]:
        """The clause's content words without clitics; the trigger's own word counts apart."""
        language = self._document.language
        return frozenset(
            bare(word, language)
            for i in range(candidate.first, candidate.last)
            if len(word := self._document.words[i]) >= CONTENT_LETTERS
            and word not in language.function_words
            and i != candidate.content_trigger.first
        )

    def _is_known(self, noun: Trigger) -> bool:
        if noun.verb:
            return False
        before = self._document.words[noun.first - 1] if noun.first else ""
        return noun.definite or before in self._definite

    def of_one_day(self, cluster: Cluster, one: EventMention) -> bool:
        """Do a mention and those of an event on the same date tell the same?"""
        candidate, other = one.candidate, cluster.lead
        if any(self._is_object(candidate, earlier.candidate) for earlier in cluster.recent):
            return True
        if candidate.trigger.speech != other.trigger.speech:
            return False
        if candidate.trigger.speech:
            return self._same_saying(cluster, one)
        if any(_overlap(candidate, earlier.candidate) for earlier in cluster.recent):
            return True
        if candidate.type != other.type:
            return False
        return self.retells(cluster, one) or (one.known and not _apart(cluster, one) and not candidate.dated)

    def _is_object(self, noun: Candidate, verb: Candidate) -> bool:
        """Is the noun what the verb did, in one breath with one time: "it posted a loss last year"?

        "Condemned the attack on Sunday" tells of two: the article means an event of its own.
        """
        if (
            not self._object_follows
            or noun.content_trigger.verb
            or not verb.trigger.finite
            or noun.sentence != verb.sentence
        ):
            return False
        between = range(verb.trigger.last, noun.content_trigger.first)
        if noun.dating.timex != verb.dating.timex or not 0 < len(between) <= _OBJECT_WITHIN:
            return False
        parting = self._parting | self._occasion if verb.trigger.speech else self._parting
        return not self._is_known(noun.content_trigger) and not any(self._document.words[i] in parting for i in between)

    def of_one_time(self, cluster: Cluster, one: EventMention) -> bool:
        """Do two mentions tell the same, the date of one lying in the other's month or year?"""
        lead = cluster.lead
        if one.candidate.trigger.speech or lead.trigger.speech or not lead.dated:
            return False
        return _within(one.candidate.dating, lead.dating) and self.retells(cluster, one)

    @staticmethod
    def _same_saying(cluster: Cluster, one: EventMention) -> bool:
        """What one said without a new time is one statement; two with times of their own must share their words."""
        if one.candidate.dated and cluster.lead.dated:
            return len(one.words & cluster.words) >= _ALIKE_ENOUGH
        return one.keys == cluster.keys or not one.keys or bool(one.keys & cluster.keys)

    def retells(self, cluster: Cluster, one: EventMention) -> bool:
        """The same word about the same people and places, or otherwise many words alike."""
        apart, shared = _apart(cluster, one), len(one.words & cluster.words)
        if any(
            self._same_word(one.candidate.content_trigger, other.candidate.content_trigger) for other in cluster.recent
        ):
            if one.candidate.trigger.finite and cluster.all_finite:
                return shared >= _ALIKE or (not apart and shared >= 1)
            return not apart
        return not apart and shared >= _ALIKE and shared >= _SIMILAR * min(len(one.words), len(cluster.words))

    def points_back(self, cluster: Cluster, one: EventMention) -> bool:
        """Does an undated mention mean this event?  A whole clause must share more than its verb."""
        if one.candidate.trigger.speech or not self.retells(cluster, one):
            return False
        return not one.candidate.trigger.finite or len(one.words & cluster.words) >= _ALIKE_ENOUGH

    def _same_word(self, one: Trigger, other: Trigger) -> bool:
        if one.entry.lemma in self._generic and other.entry.lemma in self._generic and one.type == other.type:
            return True
        return same_word(one, other)


def _overlap(one: Candidate, other: Candidate) -> bool:
    """Is one's trigger among the other's words, in one clause?"""
    return other.first <= one.content_trigger.first < other.last or one.first <= other.content_trigger.first < one.last


def _within(one: Dating, other: Dating) -> bool:
    """Is one date a day or month of the other, written shorter?"""
    short, long = sorted((one.day, other.day), key=len)
    return short != long and "/" not in long and long.startswith(short)


def _apart(cluster: Cluster, one: EventMention) -> bool:
    """Are other people or places named, or with the one who is named in both another partner?"""
    shared = len(one.keys & cluster.keys)
    fewer = min(len(one.keys), len(cluster.keys))
    return fewer > 0 and (not shared or (shared == 1 and fewer > 1))


def same_word(one: Trigger, other: Trigger) -> bool:
    """The same lemma, or a verb and its noun: the letters of the shorter stand in order in the longer."""
    short, long = sorted((one.entry.lemma, other.entry.lemma), key=len)
    if short == long:
        return True
    if one.verb == other.verb or len(short) < _LETTERS:
        return False
    letters = iter(long)
    return all(letter in letters for letter in short)


def bare(word: str, language: Language) -> str:
    """The word without its proclitics and article."""
    known: dict[str, str] = language.cached("lexicon.bare", lambda _: {})
    if word not in known:
        if len(known) >= MOST_WORDS:
            known.clear()
        known[word] = _bare(word, language)
    return known[word]


def _bare(word: str, language: Language) -> str:
    for clitic in language.cached("lexicon.proclitics", _proclitics):
        if word.startswith(clitic) and len(word) - len(clitic) >= _ROOT:
            return word[len(clitic) :]
    return word


def _proclitics(language: Language) -> tuple[str, ...]:
    rows = read_clitics(language)
    forms = [form for row in rows if row.table == "BEFORE" and "future" not in row.value for form in row.forms]
    return tuple(sorted(map(language.fold, forms), key=len, reverse=True))
