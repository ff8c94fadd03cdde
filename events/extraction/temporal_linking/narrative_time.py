"""The scene: which day is being told of, where a sentence does not say so itself."""

from __future__ import annotations

from collections.abc import Iterable

from events.extraction.candidates.candidate import Candidate
from events.extraction.candidates.dating import Dating
from events.extraction.clauses.analysed_document import AnalysedDocument
from events.extraction.temporal_linking.attachment import Timing
from events.extraction.triggers.trigger import Trigger


class NarrativeTime:
    """Follows a document sentence by sentence.

    What happens goes on where the sentence before it was; a paragraph begins anew on the day that the article is
    about.  What is said goes on from what was said before: to report an old attack is no old report.
    """

    def __init__(self, analysed: AnalysedDocument, timing: Timing) -> None:
        self._document = analysed.document
        self._timing = timing
        self._news: Dating | None = None
        self._happening: Dating | None = None
        self._saying: Dating | None = None
        self._paragraph = -1
        self._sentence = -1
        self._noted = False
        self._turned: Dating | None = None
        self._latest: Dating | None = None
        self._told: dict[str, Dating] = {}  # lemma of an event noun → when it took place

    def open(self, datings: Iterable[Dating]) -> None:
        """Begin an article, given the times of all its verbs."""
        self._news = self._happening = self._saying = self._timing.news_day(datings)

    def enter(self, sentence: int) -> None:
        paragraph = self._document.sentences[sentence].paragraph
        if paragraph != self._paragraph:
            self._paragraph = paragraph
            self._happening = self._news
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
            alike = (noun for noun in candidate.nouns if noun.type == candidate.meaning.type)
            for noun in (candidate.meaning, *alike):
                self._told.setdefault(noun.entry.lemma, candidate.dating)
        if candidate.dating.timex is None or not candidate.dated or not self._timing.fresh(candidate.dating):
            return
        if candidate.trigger.speech:
            self._saying = candidate.dating
        elif candidate.trigger.finite and not self._noted:
            self._happening = candidate.dating
            self._noted = True

    def dating(self, trigger: Trigger, *, then: bool = False) -> Dating:
        """The time of a clause without one; ``then``: it says that it is that of the clause before, however old."""
        if then and self._latest is not None:
            return self._timing.scene(self._latest)
        if self._turned is not None:
            return self._timing.scene(self._turned)
        return self._timing.scene(self._saying if trigger.speech else self._happening)
