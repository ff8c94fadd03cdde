"""The words that tell news, in every shape they take: one table a language, made once from the language's folder.

``happenings/verbs.toml`` and ``happenings/nouns.toml`` give lemmas by event type and standing ("full", "weak", ...);
``happenings/cues.toml`` the words around a trigger; ``happenings/irregular.toml`` (optional) irregular verbs.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from events.extraction.happenings.words.inflection import Inflector, Shape, Spelling, inflector
from events.extraction.languages import Language
from events.extraction.languages.language import LexiconRow
from events.extraction.types import EVENT_TYPES

NOT_A_VERB = "not-a-verb"
#: Rows of the cues that list lemmas or letters as they are written, and not words of a text.
_AS_WRITTEN = ("lemmas", "verbs", "written")


class Standing(StrEnum):
    """How surely the word alone tells an event."""

    FULL = "full"
    WEAK = "weak"  # only with a time of its own
    SPEECH = "speech"  # reports what was said
    LIGHT = "light"  # the noun after it carries the meaning
    RESULT = "result"  # what came of another happening; told with it
    STATE = "state"  # a condition more often than a happening


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to read a spelling: the lemma, what it tells, and the shape it has here."""

    lemma: str
    type: str
    standing: Standing
    verb: bool
    shape: Shape
    particle: tuple[str, ...] = ()  # words that must follow ("down" of "shut down")


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Folded spelling → its readings; cue table and value → folded words."""

    readings: dict[str, tuple[Reading, ...]]
    cues: dict[tuple[str, str], frozenset[str]]

    def cue(self, table: str, value: str = "before") -> frozenset[str]:
        return self.cues.get((table, value), frozenset())


def vocabulary_of(language: Language) -> Vocabulary:
    """The language's vocabulary, made on first use."""
    vocabulary: Vocabulary = language.cached("happenings.vocabulary", _make)
    return vocabulary


def _make(language: Language) -> Vocabulary:
    readings: dict[str, dict[Reading, None]] = defaultdict(dict)
    never_verbs = not_verbs(language)
    for row in (*_verb_readings(language), *_noun_readings(language)):
        form, reading = row
        if reading.verb and form in never_verbs:
            continue
        readings[form][reading] = None
    cues = {
        (row.table, row.value): frozenset(row.forms) if row.value in _AS_WRITTEN else _joined(language, row.forms)
        for row in language.lexicon("happenings/cues")
    }
    return Vocabulary({form: tuple(found) for form, found in readings.items()}, cues)


def _joined(language: Language, forms: Iterable[str]) -> frozenset[str]:
    """The words, also with a conjunction that is written together with them."""
    rows = language.lexicon("happenings/clitics")
    joins = [clitic for row in rows if row.table == "BEFORE" and row.value == "join" for clitic in row.forms]
    return frozenset(language.fold(join + form) for form in forms for join in ("", *joins))


def not_verbs(language: Language) -> frozenset[str]:
    """Folded spellings that are never a verb of the list."""
    rows = language.lexicon("happenings/verbs")
    return frozenset(language.fold(form) for row in rows if row.table == NOT_A_VERB for form in row.forms)


def _verb_readings(language: Language) -> Iterator[tuple[str, Reading]]:
    forms = _inflector(language)
    for row, entry in _entries(language, "happenings/verbs"):
        words, _, hint = entry.partition(":")
        lemma, *particle = words.split()
        following = tuple(map(language.fold, particle))
        of_shape = {shape: Reading(lemma, row.table, Standing(row.value), True, shape, following) for shape in Shape}
        yield from _folded(language, forms.verb_forms(lemma, hint), of_shape)


def _noun_readings(language: Language) -> Iterator[tuple[str, Reading]]:
    forms = _inflector(language)
    for row, entry in _entries(language, "happenings/nouns"):
        singular, *plurals = entry.split("/")
        of_shape = {shape: Reading(singular, row.table, Standing(row.value), False, shape) for shape in Shape}
        yield from _folded(language, forms.noun_forms(singular, tuple(plurals)), of_shape)


def _folded(
    language: Language, spellings: Iterable[Spelling], of_shape: Mapping[Shape, Reading]
) -> Iterator[tuple[str, Reading]]:
    """Each spelling as it is compared, with its reading; folded all at once, for there are tens of thousands."""
    given = list(spellings)
    folded = language.folding.fold_all([form for form, _shape in given])
    for form, (_spelling, shape) in zip(folded, given, strict=True):
        yield form, of_shape[shape]


def _entries(language: Language, stem: str) -> Iterator[tuple[LexiconRow, str]]:
    """Every entry with its row; a lemma stands once in all the tables of a kind."""
    seen: dict[str, str] = {}
    for row in language.lexicon(stem):
        if row.table == NOT_A_VERB:
            continue
        if row.table not in EVENT_TYPES:
            raise language.fault(row.where, f"“{row.table}” is no event type")
        if row.value not in Standing.__members__.values():
            raise language.fault(row.where, f"“{row.value}” is none of {', '.join(Standing)}")
        for entry in row.forms:
            if entry in seen:
                raise language.fault(row.where, f"“{entry}” stands already at {seen[entry]}")
            seen[entry] = row.where
            yield row, entry


def _inflector(language: Language) -> Inflector:
    """The inflection that ``[INFLECTION] module`` of the cues names; without one the lexicon lists its forms itself."""

    def make(language: Language) -> Inflector:
        named = [row.forms[0] for row in language.lexicon("happenings/cues") if row.table == "INFLECTION"]
        rows = language.lexicon("happenings/irregular")
        past = {row.value: row.forms for row in rows if row.table == "PAST"}
        irregular = {row.value: (past[row.value], row.forms) for row in rows if row.table == "PARTICIPLE"}
        return inflector(named[0] if named else "listed", irregular)

    made: Inflector = language.cached("happenings.inflector", make)
    return made
