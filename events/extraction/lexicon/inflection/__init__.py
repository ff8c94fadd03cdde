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

#: Irregular verbs: base → (past spellings, participle spellings).
Irregular = Mapping[str, tuple[tuple[str, ...], tuple[str, ...]]]


@dataclass(frozen=True, slots=True)
class Inflector:
    """A language's inflection: ``verb_forms(lemma, hint)`` and ``noun_forms(singular, plurals)``."""

    verb_forms: Callable[[str, str], Iterator[Spelling]]
    noun_forms: Callable[[str, tuple[str, ...]], Iterator[Spelling]]


def inflector(name: str, irregular: Irregular) -> Inflector:
    """The inflector in the module of that name beside this file."""
    module = importlib.import_module(f"{__name__}.{name}")
    made: Inflector = module.make(irregular)
    return made
