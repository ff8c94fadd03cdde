"""The words by which a language shows which event a time belongs to."""

from __future__ import annotations

from dataclasses import dataclass

from events.extraction.languages import Language
from events.extraction.lexicon.entries import event_lexicon_of
from events.extraction.text.marks import COMMAS


@dataclass(frozen=True, slots=True)
class TimeCues:
    """Sets of folded words of one language."""

    link: frozenset[str]  # "during", "after": a noun behind them says when something else happened
    content: frozenset[str]  # open what was said, or a relative clause
    clause_words: frozenset[str]  # those, and all others that begin a clause
    relative: frozenset[str]  # "who", "which", where a subject comes first; else empty
    since: frozenset[str]
    superlative: frozenset[str]  # "worst"
    planned: frozenset[str]  # "planned", "due": what stands behind is the time of a plan
    delivery: frozenset[str]  # what is sold for a month to come stands behind its name
    joining: frozenset[str]  # between times told in one breath
    conjunctions: frozenset[str]
    occasion: frozenset[str]  # before a noun that says when its clause happened
    new_occasion: frozenset[str]  # before such a noun with an indefinite article
    indefinite: frozenset[str]  # articles
    determiners: frozenset[str]


def time_cues_of(language: Language) -> TimeCues:
    """The language's cues, made on first use."""
    made: TimeCues = language.cached("temporal_linking.cues", _make)
    return made


def _make(language: Language) -> TimeCues:
    cue = event_lexicon_of(language).cue
    link, content = cue("LINK"), cue("SAID") | cue("RELATIVE")
    return TimeCues(
        link=link,
        content=content,
        clause_words=language.clause_words | link | content,
        relative=cue("RELATIVE") if language.typology.subject_first else frozenset(),
        since=cue("SINCE"),
        superlative=cue("SUPERLATIVE", "words"),
        planned=cue("PLANNED") | cue("DUE"),
        delivery=cue("DELIVERY"),
        joining=cue("JOINING", "words") | COMMAS,
        conjunctions=cue("GAPPING", "words"),
        occasion=cue("OCCASION", "words"),
        new_occasion=cue("OCCASION", "words") | cue("OCCASION", "indefinite"),
        indefinite=cue("ARTICLE", "indefinite"),
        determiners=cue("DETERMINER"),
    )
