"""The words by which a language shows that a noun tells something new, or points back."""

from __future__ import annotations

from dataclasses import dataclass

from events.extraction.languages import Language
from events.extraction.lexicon.entries import event_lexicon_of


@dataclass(frozen=True, slots=True)
class MentionCues:
    """Sets of folded words of one language; ``going_on`` are lemmas."""

    pointing: frozenset[str]  # "the", "this": before something told of before
    existing: frozenset[str]  # "there" of "there was another attack"
    then: frozenset[str]  # "at the time": the time told before
    going_on: frozenset[str]  # verbs of an opinion, or of a speaker going on


def mention_cues_of(language: Language) -> MentionCues:
    """The language's cues, made on first use."""
    made: MentionCues = language.cached("mentions.cues", _make)
    return made


def _make(language: Language) -> MentionCues:
    cue = event_lexicon_of(language).cue
    return MentionCues(
        pointing=cue("POINTING", "words") | cue("DEFINITE", "words"),
        existing=cue("EXISTING"),
        then=cue("THEN", "words"),
        going_on=cue("GOING_ON", "lemmas"),
    )
