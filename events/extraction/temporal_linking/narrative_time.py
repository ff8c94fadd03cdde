"""The scene: which day is being told of, where a sentence does not say so itself."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date, timedelta

from events.extraction.candidates.candidate import Candidate
from events.extraction.candidates.dating import Dating, Via
from events.extraction.clauses.analysed_document import AnalysedDocument
from events.extraction.temporal_linking.attachment import FRESH
from events.extraction.triggers.trigger import Trigger
from events.extraction.types import Basis

#: What an article is about happened at most so long before it was published.
_NEWS_AGE = timedelta(days=1)


class NarrativeTime:
    """Follows a document sentence by sentence.

    What happens goes on where the sentence before it was; a paragraph begins anew on the day that the article is
    about.  What is said goes on from what was said before: to report an old attack is no old report.
    """

    def __init__(self, analysed: AnalysedDocument) -> None:
        self._document = analysed.document
        self._published = analysed.published
        self._news: Dating | None = None
        self._scene_time: Dating | None = None
        self._saying: Dating | None = None
        self._paragraph = -1
        self._sentence = -1
        self._noted = False
        self._turned: Dating | None = None
        self._latest: Dating | None = None
        self._told: dict[str, Dating] = {}  # lemma of an event noun → when it took place

    def open(self, datings: Iterable[Dating]) -> None:
        """Begin an article, given the times of all its verbs."""
        self._news = self._scene_time = self._saying = _news_day(datings, self._published)

    def enter(self, sentence: int) -> None:
        paragraph = self._document.sentences[sentence].paragraph
        if paragraph != self._paragraph:
            self._paragraph = paragraph
            self._scene_time = self._news
        self._sentence = sentence
        self._noted = False
        self._turned = None

    def turn_to(self, noun: Trigger) -> None:
        """ "During the summit" takes a sentence back to when the summit was told to be."""
        self._turned = self._told.get(noun.entry.lemma, self._turned)

    def knows(self, noun: Trigger) -> bool:
        """Was the noun told before, with its time?"""
        return noun.entry.lemma in self._told

    def note(self, candidate: Candidate) -> None:
        """The first dated clause of a sentence sets the scene of the next; its nouns keep their time."""
        if candidate.dated:
            self._latest = candidate.dating
            alike = (noun for noun in candidate.nouns if noun.type == candidate.content_trigger.type)
            for noun in (candidate.content_trigger, *alike):
                self._told.setdefault(noun.entry.lemma, candidate.dating)
        if candidate.dating.timex is None or not candidate.dated or not _is_fresh(candidate.dating, self._published):
            return
        if candidate.trigger.speech:
            self._saying = candidate.dating
        elif candidate.trigger.finite and not self._noted:
            self._scene_time = candidate.dating
            self._noted = True

    def dating(self, trigger: Trigger, *, then: bool = False) -> Dating:
        """The time of a clause without one; ``then``: it says that it is that of the clause before, however old."""
        if then and self._latest is not None:
            return self._in_scene(self._latest)
        if self._turned is not None:
            return self._in_scene(self._turned)
        return self._in_scene(self._saying if trigger.speech else self._scene_time)

    def _in_scene(self, scene: Dating | None) -> Dating:
        """The time of what is told without one: the scene's, else the publication date."""
        if scene is not None:
            return Dating(scene.day, Basis.ANAPHORIC, scene.day, Via.SCENE, scene.timex)
        published = self._published.isoformat()
        return Dating(published, Basis.PUBLICATION, published, Via.PUBLICATION)


def _news_day(datings: Iterable[Dating], published: date) -> Dating | None:
    """The day that the article mostly tells of: the most frequent of the last few; None where it names none."""
    recent = [dating for dating in datings if _is_fresh(dating, published) and _age(dating, published) <= _NEWS_AGE]
    counted = Counter(dating.day for dating in (*recent, *recent[:1]))  # the lead counts twice
    return max(recent, key=lambda dating: counted[dating.day], default=None)


def _age(dating: Dating, published: date) -> timedelta:
    first = dating.bounds.first
    return published - first if first else timedelta.max


def _is_fresh(dating: Dating, published: date) -> bool:
    """Is it a day of the news, not of its background?"""
    bounds = dating.bounds
    if bounds.first is None or bounds.last is None:
        return False
    return bounds.first == bounds.last and timedelta(0) <= published - bounds.first <= FRESH
