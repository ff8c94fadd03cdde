"""One happening, however often it is told: join the candidates that tell the same."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from events.extraction.happenings.candidate import Candidate
from events.extraction.happenings.inflection import Shape
from events.extraction.happenings.trigger import Trigger
from events.extraction.names import Name
from events.extraction.text import Document

_SIMILAR = 0.34  # share of content words that two tellings have in common
_LETTERS = 3  # a lemma's letters in order that a noun and its verb share (قتل، مقتل)


@dataclass(slots=True)
class Cluster:
    """The tellings of one happening, in the order of the text."""

    candidates: list[Candidate] = field(default_factory=list)
    words: set[str] = field(default_factory=set)
    keys: set[str] = field(default_factory=set)

    @property
    def lead(self) -> Candidate:
        """The telling that shows it best: with the surest time, then the earliest."""
        return min(self.candidates, key=_worth)


def _worth(candidate: Candidate) -> tuple[int, int, int]:
    ways = ("clause", "sentence", "scene", "publication")
    return ways.index(candidate.dating.via), not candidate.trigger.finite, candidate.first


def cluster(document: Document, candidates: Sequence[Candidate], names: Sequence[Name]) -> list[Cluster]:
    """Clusters in the order of their first telling.  Each candidate is compared with those of its date alone."""
    clusters: list[Cluster] = []
    by_day: dict[str, list[Cluster]] = {}
    for candidate in candidates:
        words, keys = _content(document, candidate), _keys(candidate, names)
        same_day = by_day.setdefault(candidate.dating.day, [])
        home = next((c for c in reversed(same_day[-40:]) if _same(c, candidate, words, keys)), None)
        if home is None:
            home = Cluster()
            clusters.append(home)
            same_day.append(home)
        home.candidates.append(candidate)
        home.words |= words
        home.keys |= keys
    return clusters


def _same(cluster: Cluster, candidate: Candidate, words: set[str], keys: set[str]) -> bool:
    other = cluster.lead
    if candidate.trigger.speech and other.trigger.speech:
        return keys == cluster.keys or not keys or bool(keys & cluster.keys)
    if candidate.trigger.speech != other.trigger.speech or candidate.type != other.type:
        return False
    if same_word(candidate.meaning, other.meaning):
        return not keys or not cluster.keys or bool(keys & cluster.keys)
    shared = len(words & cluster.words) / max(1, min(len(words), len(cluster.words)))
    return shared >= _SIMILAR and len(words & cluster.words) >= 2


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
    function_words = document.language.function_words
    words = document.words[candidate.first : candidate.last]
    return {word.removeprefix("ال") for word in words if len(word) > 2 and word not in function_words}


def _keys(candidate: Candidate, names: Sequence[Name]) -> set[str]:
    return {
        name.country or name.key or name.display for name in names if candidate.first <= name.first < candidate.last
    }


def is_noun(trigger: Trigger) -> bool:
    return trigger.reading.shape in (Shape.NOUN, Shape.PLURAL, Shape.MASDAR)
