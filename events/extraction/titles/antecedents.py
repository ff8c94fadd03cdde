"""The subjects that a text has named before, of which a pronoun may mean the last that agrees with it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from events.extraction.clauses.analysed_document import AnalysedDocument
from events.extraction.clauses.extents import start_of
from events.extraction.entities import Name, NameKind
from events.extraction.titles.pronoun_cues import PronounCues, pronoun_cues_of
from events.extraction.triggers.trigger import Trigger

PEOPLE = frozenset({NameKind.PERSON, NameKind.ROLE})
BODIES = frozenset({NameKind.ORGANISATION, NameKind.GROUP, NameKind.COUNTRY})
#: A subject begins so few words behind a verb that stands first.
BEHIND_VERB = 3
_MOST_VERBS = 12  # so many verbs back a subject is looked for
_SENTENCES_BACK = 8  # so many a name is looked for, within two paragraphs
_FEMININE_FROM = 3  # letters of a word before its gender is read from its ends


@dataclass(frozen=True, slots=True, eq=False)
class Antecedents:
    """The analysed document with its names as they are called in full; made by :func:`gather_antecedents`."""

    analysed: AnalysedDocument
    cues: PronounCues
    full: Mapping[str, str]  # a name's key → the longest form in which the text writes it
    surnames: Mapping[str, str]  # the last word of a person's full name → the key


def gather_antecedents(analysed: AnalysedDocument) -> Antecedents:
    """The full names of a document."""
    cues = pronoun_cues_of(analysed.document.language)
    full: dict[str, str] = {}
    for name in analysed.names:
        text = _written(analysed, cues, name)
        if name.key and len(text) > len(full.get(name.key, "")):
            full[name.key] = text
    people = {name.key for name in analysed.names if name.kind is NameKind.PERSON}
    return Antecedents(analysed, cues, full, {text.split()[-1]: key for key, text in full.items() if key in people})


def _written(analysed: AnalysedDocument, cues: PronounCues, name: Name) -> str:
    """A name on one line as the text writes it there, with its article."""
    has_article = name.first > 0 and analysed.words[name.first - 1] in cues.articles
    return " ".join(analysed.document.text(name.first - has_article, name.last).split())


def called(known: Antecedents, name: Name | None) -> str:
    """The longest form of a person's name; another's as it was written; "" for None."""
    if name is None:
        return ""
    text = _written(known.analysed, known.cues, name)
    key = known.surnames.get(text) or (name.key if name.kind is NameKind.PERSON else None)
    text = known.full.get(key, text) if key else text
    return text[:1].upper() + text[1:]


def is_same(known: Antecedents, one: Name, other: Name) -> bool:
    """Do two names have one key, that of the full name for a surname?"""
    return _key(known, one) == _key(known, other)


def _key(known: Antecedents, name: Name) -> str | None:
    return known.surnames.get(_written(known.analysed, known.cues, name)) or name.key


def person_named(known: Antecedents, trigger: Trigger) -> Name | None:
    """The one person whom this paragraph and the one before name up to a trigger; nobody if there are two."""
    names = _names_before(known.analysed, trigger)
    people = {key: name for name in names if (key := _person_key(known, name))}
    if len(people) != 1:
        return None
    person = next(iter(people.values()))
    if any(name.kind is NameKind.ROLE for name in names):  # it may be another's
        last = last_subject(known, trigger, PEOPLE)
        return person if last and is_same(known, last, person) else None
    return person


def _person_key(known: Antecedents, name: Name) -> str | None:
    """The key of the person whom a name or a surname means; None if it means none."""
    surname = known.surnames.get(_written(known.analysed, known.cues, name))
    return surname or (name.key if name.kind in PEOPLE else None)


def _names_before(analysed: AnalysedDocument, trigger: Trigger) -> Sequence[Name]:
    sentences = analysed.document.sentences
    here = back = analysed.document.sentence_of[trigger.first]
    while back > max(here - _SENTENCES_BACK, 0) and _near(analysed, back - 1, here):
        back -= 1
    return analysed.names.within(sentences[back].first, trigger.opens)


def _near(analysed: AnalysedDocument, there: int, here: int) -> bool:
    """Does one sentence stand in the paragraph of another, or in the one before?"""
    sentences = analysed.document.sentences
    return sentences[here].paragraph - sentences[there].paragraph <= 1


def last_subject(known: Antecedents, trigger: Trigger, kinds: frozenset[NameKind]) -> Name | None:
    """The last named subject before a trigger, if it is of one of these kinds and agrees."""
    verb, name = next(_subjects(known, trigger), (trigger, None))
    return name if name and name.kind in kinds and agree(known, trigger, verb) else None


def verbs_before(analysed: AnalysedDocument, trigger: Trigger, most: int) -> Iterator[Trigger]:
    """At most so many verbs before a trigger, the last first."""
    position = bisect_left(analysed.verbs, trigger.first, key=lambda verb: verb.first)
    return reversed(analysed.verbs[max(position - most, 0) : position])


def _subjects(known: Antecedents, trigger: Trigger) -> Iterator[tuple[Trigger, Name]]:
    """The named subjects before a trigger, with their verbs, the last first, of its paragraph and the one before."""
    analysed, document = known.analysed, known.analysed.document
    here = document.sentence_of[trigger.first]
    for verb in verbs_before(analysed, trigger, _MOST_VERBS):
        there = document.sentence_of[verb.first]
        if here - there > 1 or not _near(analysed, there, here):
            return
        if document.quoted(verb.first) == document.quoted(trigger.first):
            yield from ((verb, name) for name in _subject(known, verb) if not name.demonym)


def _subject(known: Antecedents, verb: Trigger) -> Sequence[Name]:
    """The name that a verb's subject is: it opens the stretch before the verb, or stands right behind it."""
    analysed = known.analysed
    before = [name for name in analysed.names.within(start_of(analysed, verb), verb.opens) if name.last == verb.opens]
    if before or analysed.cues.subject_first:
        return before[:1]
    behind = analysed.names.within(verb.last, verb.last + BEHIND_VERB)
    return [name for name in behind[:1] if known.cues.dropping.isdisjoint(analysed.words[verb.last : name.first])]


def agree(known: Antecedents, one: Trigger, other: Trigger) -> bool:
    """Do two verbs show a subject of one gender, where the language's verbs show one at all?"""
    return _is_feminine(known, one) is _is_feminine(known, other)


def _is_feminine(known: Antecedents, verb: Trigger) -> bool:
    word = known.analysed.words[verb.first][verb.joined :]
    marked = word.startswith(known.cues.feminine_beginnings) or word.endswith(known.cues.feminine_endings)
    return len(word) > _FEMININE_FROM and marked
