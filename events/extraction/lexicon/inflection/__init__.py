"""All the shapes a word of the lexicon takes in a text.  One module a language; the language's folder names its own."""

from __future__ import annotations

import importlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum


class Shape(StrEnum):
    """What the shape of a word says about its tense and part of speech."""

    PAST = "past"
    PASSIVE = "passive"  # a passive that is written otherwise than its active: قيل، أجري
    PRESENT = "present"
    BASE = "base"  # the English infinitive and plain present
    GERUND = "gerund"
    PARTICIPLE = "participle"  # "signed", المبرم
    ACTIVE = "active"  # the Arabic active participle: مؤكداً
    MASDAR = "masdar"
    NOUN = "noun"
    PLURAL = "plural"


#: A shape of a word: its spelling and what it says.
Spelling = tuple[str, Shape]


@dataclass(frozen=True, slots=True)
class Exceptions:
    """What no rule makes, as ``lexicon/irregular.toml`` lists it: table → key → forms."""

    tables: Mapping[str, Mapping[str, tuple[str, ...]]]

    def of(self, table: str, key: str) -> tuple[str, ...]:
        """The forms under a key; none where the table does not have it."""
        return self.tables.get(table, {}).get(key, ())


@dataclass(frozen=True, slots=True)
class Inflector:
    """A language's inflection: ``verb_forms(lemma, hint)`` and ``noun_forms(singular, plurals)``."""

    verb_forms: Callable[[str, str], Iterator[Spelling]]
    noun_forms: Callable[[str, tuple[str, ...]], Iterator[Spelling]]


def tables_of(name: str) -> frozenset[str]:
    """The tables of exceptions that an inflection knows."""
    tables: frozenset[str] = importlib.import_module(f"{__name__}.{name}").TABLES
    return tables


def inflector(name: str, exceptions: Exceptions) -> Inflector:
    """The inflector in the module of that name beside this file."""
    module = importlib.import_module(f"{__name__}.{name}")
    made: Inflector = module.make(exceptions)
    return made
