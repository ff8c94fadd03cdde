"""One happening, however often it is told: join the candidates that tell the same."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from events.extraction.happenings.candidate import Candidate
from events.extraction.happenings.inflection import Shape
from events.extraction.happenings.trigger import Trigger
from events.extraction.languages import Language
from events.extraction.names import Name
from events.extraction.text import Document

_SIMILAR = 0.34  # share of content words that two tellings have in common
_ALIKE = 3  # so many content words in common make two clauses of one verb one telling
_REMEMBERED = 40  # so many clusters are compared, so that the work stays linear
_ROOT = 4  # letters that a clitic must leave
_ARTICLE = "ال"
_LETTERS = 3  # a lemma's letters in order that a noun and its verb share (قتل، مقتل)


@dataclass(slots=True)
class Cluster:
    """The tellings of one happening, in the order of the text."""

    candidates: list[Candidate] = field(default_factory=list)
    words: set[str] = field(default_factory=set)
    keys: set[str] = field(default_factory=set)

    def take(self, candidate: Candidate, words: set[str], keys: set[str]) -> None:
        self.candidates.append(candidate)
        self.words |= words
        self.keys |= keys

    @property
    def lead(self) -> Candidate:
        """The telling that shows it best: with the surest time, then the earliest."""
        return min(self.candidates, key=_worth)


def _worth(candidate: Candidate) -> tuple[int, int, int]:
    ways = ("clause", "sentence", "scene", "publication")
    return ways.index(candidate.dating.via), not candidate.trigger.finite, candidate.first


def cluster(document: Document, candidates: Sequence[Candidate], names: Sequence[Name]) -> list[Cluster]:
    """Clusters in the order of their first telling.

    Tellings with a time of their own come first, each compared with those of its date; one without joins what it
    tells again ("the blast"), and only else stands for itself in its scene.
    """
    gathering = _Gathering(document, names)
    undated, results = [], []
    for candidate in candidates:
        if candidate.result_of:
            results.append(candidate)
        elif candidate.dated:
            gathering.add_dated(candidate)
        else:
            undated.append(candidate)
    for candidate in undated:
        gathering.add_undated(candidate)
    for candidate in results:
        gathering.add_result(candidate)
    for told in gathering.clusters:
        told.candidates.sort(key=lambda candidate: candidate.first)
    return sorted(gathering.clusters, key=lambda told: told.candidates[0].first)


class _Gathering:
    def __init__(self, document: Document, names: Sequence[Name]) -> None:
        self._document = document
        self._names = names
        self.clusters: list[Cluster] = []
        self._by_day: dict[str, list[Cluster]] = {}
        self._by_type: dict[str, list[Cluster]] = {}

    def add_dated(self, candidate: Candidate) -> None:
        self._add(candidate, self._by_day.get(candidate.dating.day, ()))

    def add_result(self, candidate: Candidate) -> None:
        """What came of a happening is told with it."""
        words, keys = _content(self._document, candidate), _keys(candidate, self._names)
        for told in self.clusters:
            if candidate.result_of in told.candidates:
                told.take(candidate, words, keys)
                return
        self._add(candidate, ())

    def add_undated(self, candidate: Candidate) -> None:
        words, keys = _content(self._document, candidate), _keys(candidate, self._names)
        for told in reversed(self._by_type.get(candidate.type, [])[-_REMEMBERED:]):
            if self._points_to(told, candidate, words, keys):
                told.take(candidate, words, keys)
                return
        if candidate.stands_alone:
            self._add(candidate, self._by_day.get(candidate.dating.day, ()))

    @staticmethod
    def _points_to(told: Cluster, candidate: Candidate, words: set[str], keys: set[str]) -> bool:
        """Does an undated telling mean this one?  A whole clause must share more than its verb."""
        if candidate.trigger.speech or not _retells(told, candidate, words, keys):
            return False
        return not candidate.trigger.finite or len(words & told.words) >= _ALIKE - 1

    def _add(self, candidate: Candidate, same_day: Sequence[Cluster]) -> None:
        words, keys = _content(self._document, candidate), _keys(candidate, self._names)
        home = next((c for c in reversed(same_day[-_REMEMBERED:]) if _same(c, candidate, words, keys)), None)
        if home is None:
            home = Cluster()
            self.clusters.append(home)
            self._by_day.setdefault(candidate.dating.day, []).append(home)
            self._by_type.setdefault(candidate.type, []).append(home)
        home.take(candidate, words, keys)


def _same(told: Cluster, candidate: Candidate, words: set[str], keys: set[str]) -> bool:
    """Do a candidate and a cluster of the same date tell the same?"""
    other = told.lead
    if candidate.trigger.speech and other.trigger.speech:
        if candidate.dated and told.lead.dated:
            return len(words & told.words) >= _ALIKE - 1
        return keys == told.keys or not keys or bool(keys & told.keys)
    if candidate.trigger.speech != other.trigger.speech:
        return False
    if any(_overlap(candidate, one) for one in told.candidates[-2:]):
        return True
    return candidate.type == other.type and _retells(told, candidate, words, keys)


def _overlap(one: Candidate, other: Candidate) -> bool:
    """Is one's trigger among the other's words, in one clause?"""
    return other.first <= one.meaning.first < other.last or one.first <= other.meaning.first < one.last


def _retells(told: Cluster, candidate: Candidate, words: set[str], keys: set[str]) -> bool:
    """The same word about the same people and places, or otherwise many words alike."""
    apart = bool(keys) and bool(told.keys) and not keys & told.keys
    shared = len(words & told.words)
    if any(same_word(candidate.meaning, other.meaning) for other in told.candidates):
        if candidate.trigger.finite and told.lead.trigger.finite:
            return shared >= _ALIKE or (not apart and shared >= 1)
        return not apart
    return not apart and shared >= _ALIKE and shared >= _SIMILAR * min(len(words), len(told.words))


def same_word(one: Trigger, other: Trigger) -> bool:
    """The same lemma, or a verb and its noun: the letters of the shorter stand in order in the longer."""
    short, long = sorted((one.reading.lemma, other.reading.lemma), key=len)
    if short == long:
        return True
    if one.verb == other.verb or len(short) < _LETTERS:
        return False
    letters = iter(long)
    return all(letter in letters for letter in short)


def _content(document: Document, candidate: Candidate) -> set[str]:
    """The clause's content words without clitics; the trigger's own word counts apart."""
    function_words = document.language.function_words
    words = set()
    for i in range(candidate.first, candidate.last):
        word = document.words[i]
        if len(word) > 2 and word not in function_words and i != candidate.meaning.first:
            words.add(bare(word, document.language))
    return words


def bare(word: str, language: Language) -> str:
    """The word without a proclitic and the article."""
    for clitic in language.proclitics:
        if word.startswith(clitic) and len(word) - len(clitic) >= _ROOT:
            word = word[len(clitic) :]
            break
    return word.removeprefix(_ARTICLE) if len(word) > _ROOT + 1 else word


def _keys(candidate: Candidate, names: Sequence[Name]) -> set[str]:
    return {
        name.country or name.key or name.display for name in names if candidate.first <= name.first < candidate.last
    }


def is_noun(trigger: Trigger) -> bool:
    return trigger.reading.shape in (Shape.NOUN, Shape.PLURAL, Shape.MASDAR)
