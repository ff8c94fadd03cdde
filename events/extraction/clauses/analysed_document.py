"""The analysed document: one article with its names, triggers and times, handed on once to every later room.

    analysed = analyse(document, timexes, published, title=...)
    analysed.words[i]                   token number i as it is compared
    i in analysed.tokens.finite         does the token belong to the verb of a clause?

Whatever two functions ask of a token is found out here, once, and stands in :class:`TokenFacts`; the functions over it
live in the rooms of their topic and change nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from events.extraction.candidates.placed_timex import Placed, placed_times
from events.extraction.clauses.clause_cues import ClauseCues, clause_cues_of
from events.extraction.clauses.coordination import joining_things
from events.extraction.clauses.parentheticals import short_asides
from events.extraction.entities import NamesByPlace, find_names
from events.extraction.lexicon.analysis import Lookup, lookup_of
from events.extraction.lexicon.entries import EventLexicon
from events.extraction.text import Document
from events.extraction.triggers.detection import find_triggers
from events.extraction.triggers.trigger import Trigger
from events.extraction.types import Timex


@dataclass(frozen=True, slots=True)
class TokenFacts:
    """What is known of a document's tokens: sets of their numbers."""

    timed: frozenset[int]  # inside a time expression that can date something
    finite: frozenset[int]  # of the verb of a clause
    spoken: frozenset[int]  # of those the ones that say who speaks
    openings: frozenset[int]  # where the verb of a clause begins, with what belongs before it
    joined: frozenset[int]  # of those the ones that a conjunction joins to the clause before
    behind_speaking: frozenset[int]  # right behind a verb of saying
    asides: frozenset[int]  # marks around a few quoted or bracketed words, which part no clause
    joining_things: frozenset[int]  # an "and" between things, not between clauses


@dataclass(frozen=True, slots=True, eq=False)
class AnalysedDocument:
    """One article, read as far as its triggers; made by :func:`analyse`.

    ``times`` are the time expressions that can date something, where they stand; ``timexes`` are all of them, and
    ``times[n].index`` is a place in them.  ``triggers`` and ``verbs`` (the finite ones of them) are in text order.
    """

    document: Document
    words: list[str]  # the document's tokens, folded
    published: date
    title: str
    lookup: Lookup
    cues: ClauseCues
    timexes: Sequence[Timex]
    times: Sequence[Placed]
    names: NamesByPlace
    triggers: Sequence[Trigger]
    verbs: Sequence[Trigger]
    tokens: TokenFacts

    @property
    def lexicon(self) -> EventLexicon:
        """The lexicon of the document's language."""
        return self.lookup.lexicon


def analyse(document: Document, timexes: Sequence[Timex], published: date, *, title: str = "") -> AnalysedDocument:
    """Find the names and triggers of a document with its time expressions, and what its tokens are.

    ``published`` is the day of publication, ``title`` the article's headline as written ("" where there is none).
    """
    lookup, cues = lookup_of(document.language), clause_cues_of(document.language)
    names = find_names(document, document.language, lookup.has_clitic, lookup.is_finite)
    triggers = find_triggers(document, names)
    verbs = [trigger for trigger in triggers if trigger.finite]
    times = placed_times(document, lookup.lexicon, timexes)
    return AnalysedDocument(
        document=document,
        words=document.words,
        published=published,
        title=title,
        lookup=lookup,
        cues=cues,
        timexes=timexes,
        times=times,
        names=NamesByPlace(names),
        triggers=triggers,
        verbs=verbs,
        tokens=_token_facts(document, verbs, times, cues),
    )


def _token_facts(document: Document, verbs: Sequence[Trigger], times: Sequence[Placed], cues: ClauseCues) -> TokenFacts:
    finite = frozenset(i for verb in verbs for i in range(verb.first, verb.last))
    return TokenFacts(
        timed=frozenset(i for placed in times for i in range(placed.first, placed.last)),
        finite=finite,
        spoken=frozenset(i for verb in verbs if verb.speech for i in range(verb.first, verb.last)),
        openings=frozenset(verb.opens for verb in verbs),
        joined=frozenset(verb.opens for verb in verbs if verb.joined),
        behind_speaking=frozenset(verb.last for verb in verbs if verb.speech),
        asides=short_asides(document),
        joining_things=frozenset(joining_things(document.words, finite, cues.joining, cues.boundaries)),
    )
