"""Whom a pronoun at the head of a clause means: the last named subject that agrees with it."""

from __future__ import annotations

from events.extraction.clauses.extents import start_of
from events.extraction.entities import NameKind
from events.extraction.titles.antecedents import (
    BODIES,
    PEOPLE,
    Antecedents,
    called,
    is_same,
    last_subject,
    person_named,
)
from events.extraction.triggers.trigger import Trigger

_LONGEST = 8  # words of a subject
_FULL_NAME = 2  # words of a person's name


def name_for_pronoun(known: Antecedents, trigger: Trigger) -> str:
    """The name for the pronoun that a trigger's clause begins with, if one and only one may be meant; else ""."""
    word = known.analysed.words[start_of(known.analysed, trigger)]
    if word in known.cues.person:
        return _stranger_before(known, trigger) or called(known, person_named(known, trigger))
    if word not in known.cues.thing:
        return ""
    return called(known, last_subject(known, trigger, BODIES)) or _thing_that_opens(known, trigger, word)


def name_for_possessive(known: Antecedents, trigger: Trigger, first: int) -> str:
    """The name for the possessive pronoun at token ``first``, if one and only one may be meant; else ""."""
    word = known.analysed.words[first]
    if word in known.cues.of_person:
        person, last = person_named(known, trigger), last_subject(known, trigger, PEOPLE)
        return called(known, person) if person and last and is_same(known, last, person) else ""
    return called(known, last_subject(known, trigger, BODIES)) if word in known.cues.of_thing else ""


def _stranger_before(known: Antecedents, trigger: Trigger) -> str:
    """A name that no list knows, with which the sentence before begins: "[Ann Holt], who won, wept. She"."""
    analysed, document, words = known.analysed, known.analysed.document, known.analysed.words
    number = document.sentence_of[trigger.first]
    before, here = document.sentences[number - 1], document.sentences[number]
    if not number or not analysed.cues.subject_first or before.paragraph != here.paragraph:
        return ""
    first = last = before.first
    while last < before.last and document.capitalised(last):
        last += 1
    if words[first] in document.language.function_words or last - 1 in analysed.tokens.timed:
        return ""
    is_known = any(name.kind is not NameKind.OTHER for name in analysed.names.within(first, last))
    if last - first < _FULL_NAME or is_known or words[first] in known.cues.determiners:
        return ""
    follows = words[last] in known.cues.behind_name or last in analysed.tokens.finite
    return document.text(first, last) if follows else ""


def _thing_that_opens(known: Antecedents, trigger: Trigger, pronoun: str) -> str:
    """What the sentence before begins with and tells of: "[The lander] touched down. It sent pictures"."""
    phrase = _opening_subject(known, trigger)
    if phrase is None:
        return ""
    analysed, (first, last) = known.analysed, phrase
    article, rest = analysed.words[first], analysed.words[first + 1 : last]
    if article not in known.cues.determiners or not 0 < len(rest) < _LONGEST:
        return ""
    if analysed.document.language.typology.is_plural(rest[-1]) != (pronoun in known.cues.many):
        return ""
    if analysed.names.within(first, last) or any(not word.isalpha() for word in rest):
        return ""
    return f"{known.cues.opening_article} {analysed.document.text(first + 1, last)}"


def _opening_subject(known: Antecedents, trigger: Trigger) -> tuple[int, int] | None:
    """The tokens [first, last) between the beginning of the sentence before and its first verb, where these are the
    verb's subject; None unless the trigger's clause opens its sentence, in the same paragraph."""
    analysed, sentences = known.analysed, known.analysed.document.sentences
    number = analysed.document.sentence_of[trigger.first]
    if start_of(analysed, trigger) != sentences[number].first or not number:
        return None
    before = sentences[number - 1]
    verb = next((one for one in analysed.verbs if before.first <= one.first < before.last), None)
    if verb is None or before.paragraph != sentences[number].paragraph:
        return None
    return (before.first, verb.opens) if start_of(analysed, verb) == before.first else None
