"""The endings of nouns that show a case: a subject that opens a title loses the one it had behind another word."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import takewhile

from events.extraction.languages import Language
from events.extraction.lexicon.analysis import Lookup, lookup_of

#: Letters that a word has at least when an ending that shows a case is taken off.
_SHORTEST = 4
#: A subject and its adjectives are so many words at most.
_PHRASE = 3


@dataclass(frozen=True, slots=True)
class CaseEndings:
    """Of one language, as written; all empty where its nouns show no case."""

    language: Language
    lookup: Lookup
    accusative: Sequence[str]  # of one noun, the longest first
    bare_accusative: tuple[str, ...]  # letters that may be such an ending, or belong to the word
    oblique: tuple[str, ...]  # of two or many, not as a subject
    numbers: Sequence[tuple[tuple[str, ...], str]]  # endings of a verb → that of a subject of this number


def case_endings_of(language: Language) -> CaseEndings:
    """The language's endings, made on first use."""
    made: CaseEndings = language.cached("titles.case endings", _make)
    return made


def _make(language: Language) -> CaseEndings:
    lookup = lookup_of(language)
    cue = lookup.lexicon.cue
    return CaseEndings(
        language,
        lookup,
        accusative=sorted(cue("ACCUSATIVE", "written"), key=len, reverse=True),
        bare_accusative=tuple(cue("ACCUSATIVE_BARE", "written")),
        oblique=tuple(cue("OBLIQUE", "written")),
        numbers=[
            (tuple(cue(f"{number}_VERB", "written")), ending)
            for number in ("PLURAL", *["DUAL"] * language.typology.dual)
            for ending in cue(number, "written")
        ],
    )


def subject_of_many(cases: CaseEndings, words: Sequence[str], verb: str) -> list[str] | None:
    """The words with the duals or plurals at their head as subjects of a verb; None where none opens them."""
    if of_many(cases, words[0], verb) == words[0]:
        return None
    many = list(takewhile(lambda word: word.endswith(cases.oblique), words))
    return [*(of_many(cases, word, verb) for word in many), *words[len(many) :]]


def of_many(cases: CaseEndings, word: str, verb: str) -> str:
    """A dual or plural as the ending of its verb shows it."""
    ending = next((ending for ending in cases.oblique if word.endswith(ending)), "")
    nominative = next((ending for verbs, ending in cases.numbers if verb.endswith(verbs)), "")
    is_many = ending and nominative and len(word) > _SHORTEST
    return word.removesuffix(ending) + nominative if is_many else word


def bare_of_case(cases: CaseEndings, words: Sequence[str]) -> list[str]:
    """The words, the noun and the adjectives at their head without a case."""
    bared = list(words)
    for i, word in enumerate(words[:_PHRASE]):
        bare = _without_case(cases, word, is_noun=i == 0)
        if bare == word:
            break
        bared[i] = bare
    return bared


def _without_case(cases: CaseEndings, word: str, *, is_noun: bool) -> str:
    for ending in cases.accusative:
        if word.endswith(ending):
            return word.removesuffix(ending)
    if len(word) <= _SHORTEST or not word.endswith(cases.bare_accusative):
        return word
    bare = word[:-1]
    if not is_noun:
        return bare
    lemmas = (entry.lemma for entry in cases.lookup.find(cases.language.fold(word)).entries)
    return bare if bare in lemmas else word
