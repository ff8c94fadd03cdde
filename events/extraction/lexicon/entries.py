"""The words that tell news, in every shape they take: one table a language, made once from the language's folder.

``lexicon/verbs.toml`` and ``lexicon/nouns.toml`` give lemmas by event type and standing ("full", "weak", ...);
``lexicon/cues.toml`` the words around a trigger; ``lexicon/irregular.toml`` (optional) irregular verbs.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from events.extraction.languages import Language
from events.extraction.languages.language import LexiconRow
from events.extraction.lexicon.inflection import Inflector, Shape, Spelling, inflector
from events.extraction.types import EVENT_TYPES

NOT_A_VERB = "not-a-verb"
_FINITE = frozenset({Shape.PAST, Shape.PRESENT, Shape.PASSIVE})
#: Rows of the cues that list lemmas or letters as they are written, and not words of a text.
_AS_WRITTEN = ("lemmas", "verbs", "written")


class Standing(StrEnum):
    """How surely the word alone tells an event."""

    FULL = "full"
    WEAK = "weak"  # only with a time of its own
    SPEECH = "speech"  # reports what was said
    LIGHT = "light"  # the noun after it carries the meaning
    RESULT = "result"  # what came of another event; told with it
    STATE = "state"  # a condition more often than an event


@dataclass(frozen=True, slots=True)
class LexicalEntry:
    """One way to read a spelling: the lemma, what it tells, and the shape it has here."""

    lemma: str
    type: str
    standing: Standing
    verb: bool
    shape: Shape
    particle: tuple[str, ...] = ()  # words that must follow ("down" of "shut down")

    @property
    def finite(self) -> bool:
        """Is it a shape that can be the verb of a clause by itself?"""
        return self.verb and self.shape in _FINITE


@dataclass(frozen=True, slots=True)
class EventLexicon:
    """Folded spelling → its readings; cue table and value → folded words."""

    entries: dict[str, tuple[LexicalEntry, ...]]
    cues: dict[tuple[str, str], frozenset[str]]

    def cue(self, table: str, value: str = "before") -> frozenset[str]:
        return self.cues.get((table, value), frozenset())


def event_lexicon_of(language: Language) -> EventLexicon:
    """The language's vocabulary, made on first use."""
    lexicon: EventLexicon = language.cached("lexicon.vocabulary", _make)
    return lexicon


def _make(language: Language) -> EventLexicon:
    entries: dict[str, dict[LexicalEntry, None]] = defaultdict(dict)
    never_verbs = not_verbs(language)
    for row in (*_verb_readings(language), *_noun_readings(language)):
        form, entry = row
        if entry.verb and form in never_verbs:
            continue
        entries[form][entry] = None
    cues = {
        (row.table, row.value): frozenset(row.forms) if row.value in _AS_WRITTEN else _joined(language, row.forms)
        for row in language.lexicon("lexicon/cues")
    }
    return EventLexicon({form: tuple(found) for form, found in entries.items()}, cues)


def _joined(language: Language, forms: Iterable[str]) -> frozenset[str]:
    """The words, also with a conjunction that is written together with them."""
    rows = language.lexicon("lexicon/clitics")
    joins = [clitic for row in rows if row.table == "BEFORE" and row.value == "join" for clitic in row.forms]
    return frozenset(language.fold(join + form) for form in forms for join in ("", *joins))


def not_verbs(language: Language) -> frozenset[str]:
    """Folded spellings that are never a verb of the list."""
    rows = language.lexicon("lexicon/verbs")
    return frozenset(language.fold(form) for row in rows if row.table == NOT_A_VERB for form in row.forms)


def _verb_readings(language: Language) -> Iterator[tuple[str, LexicalEntry]]:
    forms = _inflector(language)
    for row, entry in _entries(language, "lexicon/verbs"):
        words, _, hint = entry.partition(":")
        lemma, *particle = words.split()
        following = tuple(map(language.fold, particle))
        of_shape = {
            shape: LexicalEntry(lemma, row.table, Standing(row.value), True, shape, following) for shape in Shape
        }
        yield from _folded(language, forms.verb_forms(lemma, hint), of_shape)


def _noun_readings(language: Language) -> Iterator[tuple[str, LexicalEntry]]:
    forms = _inflector(language)
    for row, entry in _entries(language, "lexicon/nouns"):
        singular, *plurals = entry.split("/")
        of_shape = {shape: LexicalEntry(singular, row.table, Standing(row.value), False, shape) for shape in Shape}
        yield from _folded(language, forms.noun_forms(singular, tuple(plurals)), of_shape)


def _folded(
    language: Language, spellings: Iterable[Spelling], of_shape: Mapping[Shape, LexicalEntry]
) -> Iterator[tuple[str, LexicalEntry]]:
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
        named = [row.forms[0] for row in language.lexicon("lexicon/cues") if row.table == "INFLECTION"]
        rows = language.lexicon("lexicon/irregular")
        past = {row.value: row.forms for row in rows if row.table == "PAST"}
        irregular = {row.value: (past[row.value], row.forms) for row in rows if row.table == "PARTICIPLE"}
        return inflector(named[0] if named else "listed", irregular)

    made: Inflector = language.cached("lexicon.inflector", make)
    return made
