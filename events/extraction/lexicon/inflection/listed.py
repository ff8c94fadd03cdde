"""No inflection: a language whose lexicon lists every form itself, as "form" or "form:shape" ("met:past")."""

from __future__ import annotations

from collections.abc import Iterator

from events.extraction.lexicon.inflection import Exceptions, Inflector, Shape, Spelling

TABLES: frozenset[str] = frozenset()


def make(exceptions: Exceptions) -> Inflector:
    return Inflector(verb_forms, noun_forms)


def verb_forms(form: str, hint: str = "") -> Iterator[Spelling]:
    yield form, Shape(hint) if hint else Shape.PAST


def noun_forms(singular: str, plurals: tuple[str, ...] = ()) -> Iterator[Spelling]:
    yield singular, Shape.NOUN
    yield from ((plural, Shape.PLURAL) for plural in plurals)
