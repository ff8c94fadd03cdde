"""Whom a verb means that leaves out its subject, in languages whose verbs may: the last subject that agrees with it."""

from __future__ import annotations

from events.extraction.clauses.boundaries import ends_clause
from events.extraction.clauses.extents import start_of
from events.extraction.clauses.postverbal_subject import subject_behind
from events.extraction.lexicon.inflection import Shape
from events.extraction.titles.antecedents import (
    BEHIND_VERB,
    BODIES,
    PEOPLE,
    Antecedents,
    agree,
    called,
    last_subject,
    person_named,
    verbs_before,
)
from events.extraction.triggers.trigger import Trigger

_VERBS_OF_THINGS = 4  # so many verbs back a subject is looked for, if what is left out is no name
_LONG_ENOUGH = 5  # letters of a word before its ending is taken for a pronoun
_LONGEST = 8  # words of a subject


def name_for_dropped(known: Antecedents, trigger: Trigger) -> str:
    """The name for the subject that a verb leaves out, as what stands behind it shows; "" where none is sure."""
    drops_subjects = known.analysed.document.language.typology.drops_subjects
    if not drops_subjects or trigger.passive or not drops(known, trigger):
        return ""
    if trigger.joined and (subject := _of_verb_before(known, trigger)):
        return subject
    if _shows_many(known, trigger):
        return _thing_before(known, trigger, many=True)
    last = last_subject(known, trigger, PEOPLE | BODIES)
    if last is None:
        return _thing_before(known, trigger)
    if last.kind in BODIES:
        return called(known, last)
    named = person_named(known, trigger)
    return called(known, last) if named and named.key == last.key else ""


def drops(known: Antecedents, trigger: Trigger) -> bool:
    """Has the verb left out its subject, as its own ending or what stands behind it shows?"""
    return _shows_many(known, trigger) or drops_behind(known, trigger.last)


def drops_behind(known: Antecedents, i: int) -> bool:
    """Does the phrase that begins at a token, behind a verb, show that its subject is left out?"""
    words, behind, cues = known.analysed.words, i, known.cues
    while i + 1 < len(words) and (i in known.analysed.tokens.timed or _opens_time(known, i)):
        i += 1
    if i >= len(words) or words[i] in cues.dropping:
        return i < len(words)
    if i > behind and ends_clause(known.analysed, i):
        return True
    found = known.analysed.lookup.find(words[i])
    own_deed = found.owner and any(entry.shape is Shape.MASDAR for entry in found.entries)
    owned = len(words[i]) >= _LONG_ENOUGH and words[i].endswith(cues.owned) and words[i] not in cues.resumptive
    return "noun" in found.before or (i == behind and (own_deed or owned))


def _opens_time(known: Antecedents, i: int) -> bool:
    return i + 1 in known.analysed.tokens.timed and known.analysed.words[i] in known.cues.prepositions


def _shows_many(known: Antecedents, trigger: Trigger) -> bool:
    """A verb that stands before its subject is singular, whatever the subject."""
    return known.analysed.words[trigger.first].endswith(known.cues.plural)


def _of_verb_before(known: Antecedents, trigger: Trigger) -> str:
    """The subject that a joined verb shares with the one before it in the sentence."""
    analysed, document = known.analysed, known.analysed.document
    other = next(verbs_before(analysed, trigger, 1), None)
    if other is None or document.sentence_of[other.first] != document.sentence_of[trigger.first]:
        return ""
    if other.passive or not agree(known, trigger, other):
        return ""
    if document.quoted(other.first) != document.quoted(trigger.first):
        return ""
    first = start_of(analysed, other)
    found = (first, other.opens) if first < other.opens else subject_behind(analysed, other)
    return " ".join(document.text(*found).split()) if found and found[1] - found[0] <= _LONGEST else ""


def _thing_before(known: Antecedents, trigger: Trigger, *, many: bool = False) -> str:
    """The common noun that a verb before has for its subject: "the earthquake hit ...; [the earthquake] killed"."""
    document = known.analysed.document
    of, quoted = document.sentence_of, document.quoted
    for other in verbs_before(known.analysed, trigger, _VERBS_OF_THINGS):
        if of[trigger.first] - of[other.first] > 1 or quoted(other.first) != quoted(trigger.first):
            return ""
        found = None if other.passive or drops(known, other) else subject_behind(known.analysed, other)
        if found and _is_definite(known, found, many=many) and (many or agree(known, trigger, other)):
            return " ".join(document.text(*found).split())
        if not many:
            return ""
    return ""


def _is_definite(known: Antecedents, phrase: tuple[int, int], *, many: bool) -> bool:
    """Is the phrase short, and does it begin with a definite noun, in the plural if wanted?"""
    word = known.analysed.words[phrase[0]]
    is_short = phrase[1] - phrase[0] <= BEHIND_VERB
    return is_short and word.startswith(known.cues.definite) and (not many or word.endswith(known.cues.plural))
