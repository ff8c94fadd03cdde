"""The words by which a language shows where a clause, a phrase or a subject begins and ends."""

from __future__ import annotations

from dataclasses import dataclass

from events.extraction.languages import Language
from events.extraction.lexicon.entries import event_lexicon_of
from events.extraction.text.marks import COMMAS, PARTING_PHRASES


@dataclass(frozen=True, slots=True)
class ClauseCues:
    """Sets of folded words of one language; ``articles`` and ``describing`` are how a word begins and ends."""

    subject_first: bool  # does the subject stand before its verb, as a rule?
    said: frozenset[str]  # open what was said, or show that it is past
    before_noun: frozenset[str]  # prepositions; they part phrases only where the verb stands first, else empty
    prepositions: frozenset[str]  # the same, in every language
    pronouns: frozenset[str]
    articles: tuple[str, ...]  # of a definite noun
    describing: tuple[str, ...]  # of an adjective
    relative: frozenset[str]  # "who", "which"
    breaks: frozenset[str]  # begin a clause, or say when something else happened
    boundaries: frozenset[str]  # those, marks and commas
    joining: frozenset[str]  # "and": joins things or clauses
    dangling: frozenset[str]  # end no stretch
    infinitive: frozenset[str]  # "to"
    subject_ends: frozenset[str]  # behind which no subject goes on that stands behind its verb
    between: frozenset[str]  # adverbs between a subject and its verb
    announcing: frozenset[str]  # a plan, or the passive: an infinitive behind them needs them
    opening: frozenset[str]  # may not open a stretch
    amounts: frozenset[str]  # "least" of "at least 20 people"


def clause_cues_of(language: Language) -> ClauseCues:
    """The language's cues, made on first use."""
    made: ClauseCues = language.cached("clauses.cues", _make)
    return made


def _make(language: Language) -> ClauseCues:
    cue = event_lexicon_of(language).cue
    subject_first = language.typology.subject_first
    breaks = language.clause_words | cue("LINK")
    return ClauseCues(
        subject_first=subject_first,
        said=cue("SAID") | cue("PAST"),
        before_noun=frozenset() if subject_first else cue("BEFORE_NOUN"),
        prepositions=cue("BEFORE_NOUN"),
        pronouns=cue("PRONOUN", "person") | cue("PRONOUN", "thing"),
        articles=tuple(cue("ARTICLE_WRITTEN", "written")),
        describing=tuple(cue("DESCRIBING", "written")),
        relative=cue("RELATIVE"),
        breaks=breaks,
        boundaries=breaks | PARTING_PHRASES,
        joining=cue("GAPPING", "words"),
        dangling=cue("DANGLING", "words"),
        infinitive=cue("INFINITIVE"),
        subject_ends=COMMAS | cue("BEFORE_NOUN") | cue("THAT_HE") | cue("RESUMPTIVE", "words"),
        between=cue("BETWEEN"),
        announcing=cue("PLANNED") | cue("PASSIVE"),
        opening=cue("OPENING", "words"),
        amounts=cue("AMOUNT", "words"),
    )
