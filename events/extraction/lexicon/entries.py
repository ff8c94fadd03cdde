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
from events.extraction.lexicon.cues import BEFORE, Cues, read_cues
from events.extraction.lexicon.inflection import Exceptions, Inflector, Shape, Spelling, inflector, tables_of
from events.extraction.types import EVENT_TYPES

NOT_A_VERB = "not-a-verb"
#: The inflection of a language that names none.
LISTED = "listed"
_FINITE = frozenset({Shape.PAST, Shape.PRESENT, Shape.PASSIVE})


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
    """Folded spelling → its readings; the words around them."""

    entries: dict[str, tuple[LexicalEntry, ...]]
    cues: Cues

    def cue(self, table: str, key: str = BEFORE) -> frozenset[str]:
        """The words of a table of cues, none where the language does not use it; KeyError for a table that is none."""
        return self.cues[table, key]


def event_lexicon_of(language: Language) -> EventLexicon:
    """The language's lexicon, made on first use."""
    lexicon: EventLexicon = language.cached("lexicon.entries", _make)
    return lexicon


def _make(language: Language) -> EventLexicon:
    entries: dict[str, dict[LexicalEntry, None]] = defaultdict(dict)
    never_verbs = not_verbs(language)
    for row in (*_verb_readings(language), *_noun_readings(language)):
        form, entry = row
        if entry.verb and form in never_verbs:
            continue
        entries[form][entry] = None
    return EventLexicon({form: tuple(found) for form, found in entries.items()}, read_cues(language))


def not_verbs(language: Language) -> frozenset[str]:
    """Folded spellings that are never a verb of the list."""
    rows = language.lexicon("lexicon/verbs")
    return frozenset(language.fold(form) for row in rows if row.table == NOT_A_VERB for form in row.forms)


def _verb_readings(language: Language) -> Iterator[tuple[str, LexicalEntry]]:
    forms, listed = _inflector(language), _inflection(language) == LISTED
    for row, entry in _entries(language, "lexicon/verbs"):
        words, _, hint = entry.partition(":")
        if listed and hint and hint not in Shape.__members__.values():
            raise language.fault(row.where, f"“{hint}” is no shape of “{words}”; shapes are {', '.join(Shape)}")
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
        return inflector(_inflection(language), exceptions_of(language))

    made: Inflector = language.cached("lexicon.inflector", make)
    return made


def _inflection(language: Language) -> str:
    named = [row.forms[0] for row in language.lexicon("lexicon/cues") if row.table == "INFLECTION"]
    return named[0] if named else LISTED


def exceptions_of(language: Language) -> Exceptions:
    """What no rule of the language's inflection makes; LanguageError for a table that its inflection does not know."""
    known = tables_of(_inflection(language))
    tables: dict[str, dict[str, tuple[str, ...]]] = {}
    for row in language.lexicon("lexicon/irregular"):
        if row.table not in known:
            raise language.fault(row.where, f"there is no table of exceptions “{row.table}”")
        tables.setdefault(row.table, {})[row.value] = row.forms
    return Exceptions(tables)
