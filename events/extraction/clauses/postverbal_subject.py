"""The subject behind a verb that stands first: whose deed it is, or who speaks."""

from __future__ import annotations

from events.extraction.clauses.extents import COMMAS, Extents
from events.extraction.lexicon.analysis import lookup_of
from events.extraction.lexicon.entries import EventLexicon
from events.extraction.text import Document
from events.extraction.triggers.trigger import Trigger


class SubjectBehind:
    """Finds subjects behind the verbs of one document."""

    def __init__(self, document: Document, lexicon: EventLexicon, wording: Extents) -> None:
        self._document = document
        self._words = document.words
        self._wording = wording
        self._lookup = lookup_of(document.language)
        self._articles = tuple(lexicon.cue("ARTICLE_WRITTEN", "written"))
        self._describing = tuple(lexicon.cue("DESCRIBING", "written"))
        self._ends = COMMAS | lexicon.cue("BEFORE_NOUN") | lexicon.cue("THAT_HE")
        self._ends |= lexicon.cue("RESUMPTIVE", "words")

    def of(self, verb: Trigger) -> tuple[int, int] | None:
        """Tokens [first, last) of whose deed it is; the object ends it, and a preposition of any writing.

        A second noun with an article is the object, unless it describes the first one as only adjectives do.
        """
        last, limit = verb.last, self._document.sentences[self._document.sentence_of[verb.first]].last
        definite = False
        while last < limit and not self._stops(last) and "noun" not in self._lookup.find(self._words[last]).before:
            has_article = self._words[last].startswith(self._articles)
            if definite and not (has_article and self._words[last].endswith(self._describing)):
                break
            definite = definite or has_article
            last += 1
        return (verb.last, last) if last > verb.last else None

    def speaking(self, first: int, limit: int) -> tuple[int, int] | None:
        """Tokens [first, last) of who speaks, before ``limit``: a verb of saying has no other noun behind it."""
        last = first
        while last < limit and not self._stops(last):
            last += 1
        return (first, last) if last > first else None

    def _stops(self, i: int) -> bool:
        return self._wording.parts(i) or self._wording.is_timed(i) or self._words[i] in self._ends
