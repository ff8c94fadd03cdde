"""The words and endings by which a language shows whom a pronoun means, and that a verb leaves out its subject."""

from __future__ import annotations

from dataclasses import dataclass

from events.extraction.languages import Language
from events.extraction.lexicon.entries import event_lexicon_of
from events.extraction.text.marks import COMMAS


@dataclass(frozen=True, slots=True)
class PronounCues:
    """Of one language: sets of folded words, and in tuples the letters with which words begin or end."""

    person: frozenset[str]  # "he", "she"
    thing: frozenset[str]  # "it", "they"
    of_person: frozenset[str]  # "his", "her"
    of_thing: frozenset[str]  # "its", "their"
    many: frozenset[str]  # "they"
    articles: frozenset[str]
    opening_article: str  # as it is written where a title begins with it: "The"
    behind_name: frozenset[str]  # behind the name that opens a sentence they tell that it is the subject
    determiners: frozenset[str]  # definite and indefinite articles
    prepositions: frozenset[str]
    dropping: frozenset[str]  # behind a verb they show that its subject is left out
    resumptive: frozenset[str]  # words that end like an owned noun and are none
    definite: tuple[str, ...]  # beginnings of a definite noun
    owned: tuple[str, ...]  # endings of an owned noun
    plural: tuple[str, ...]  # endings of a verb that shows many
    feminine_beginnings: tuple[str, ...]  # of a verb
    feminine_endings: tuple[str, ...]


def pronoun_cues_of(language: Language) -> PronounCues:
    """The language's cues, made on first use."""
    made: PronounCues = language.cached("titles.pronoun cues", _make)
    return made


def _make(language: Language) -> PronounCues:
    cue = event_lexicon_of(language).cue
    return PronounCues(
        person=cue("PRONOUN", "person"),
        thing=cue("PRONOUN", "thing"),
        of_person=cue("POSSESSIVE", "person"),
        of_thing=cue("POSSESSIVE", "thing"),
        many=cue("MANY", "words"),
        articles=cue("ARTICLE", "words"),
        opening_article=next(iter(cue("ARTICLE", "written")), ""),
        behind_name=cue("BEHIND_NAME", "words") | COMMAS,
        determiners=cue("ARTICLE", "words") | cue("ARTICLE", "indefinite"),
        prepositions=cue("BEFORE_NOUN"),
        dropping=cue("DROPPED", "words"),
        resumptive=cue("RESUMPTIVE", "words"),
        definite=tuple(cue("ARTICLE_WRITTEN", "written")),
        owned=tuple(cue("OWNED_ENDING", "written")),
        plural=tuple(cue("PLURAL_VERB", "written")),
        feminine_beginnings=tuple(cue("AGREEING_BEGINNING", "letters")),
        feminine_endings=tuple(cue("AGREEING_ENDING", "letters")),
    )
