"""The subject behind a verb that stands first: whose deed it is, or who speaks."""

from __future__ import annotations

from events.extraction.clauses.analysed_document import AnalysedDocument
from events.extraction.clauses.boundaries import parts
from events.extraction.triggers.trigger import Trigger


def subject_behind(analysed: AnalysedDocument, verb: Trigger) -> tuple[int, int] | None:
    """Tokens [first, last) of whose deed it is; the object ends it, and a preposition of any writing.

    A second noun with an article is the object, unless it describes the first one as only adjectives do.
    """
    words, cues, find = analysed.words, analysed.cues, analysed.lookup.find
    last, limit = verb.last, analysed.document.sentences[analysed.document.sentence_of[verb.first]].last
    definite = False
    while last < limit and not _stops(analysed, last) and "noun" not in find(words[last]).before:
        has_article = words[last].startswith(cues.articles)
        if definite and not (has_article and words[last].endswith(cues.describing)):
            break
        definite = definite or has_article
        last += 1
    return (verb.last, last) if last > verb.last else None


def speaker_behind(analysed: AnalysedDocument, first: int, limit: int) -> tuple[int, int] | None:
    """Tokens [first, last) of who speaks, before ``limit``: a verb of saying has no other noun behind it."""
    last = first
    while last < limit and not _stops(analysed, last):
        last += 1
    return (first, last) if last > first else None


def _stops(analysed: AnalysedDocument, i: int) -> bool:
    """Does token ``i`` end a subject?"""
    return parts(analysed, i) or i in analysed.tokens.timed or analysed.words[i] in analysed.cues.subject_ends
