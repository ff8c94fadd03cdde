"""The type of a language: what its grammar and its writing make the engine do, ``[TYPOLOGY]`` in language.toml.

The terms are those of the World Atlas of Language Structures (WALS; https://wals.info), whose chapters are named
below; what is asked is only what a step of the engine does one way or the other.
"""

from __future__ import annotations

import dataclasses
import typing
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from events.extraction.languages.loading import LanguageError, read_table

TABLE = "TYPOLOGY"
WordOrder = Literal["SVO", "SOV", "VSO", "VOS", "OVS", "OSV"]
Articles = Literal["word", "prefix", "none"]


@dataclass(frozen=True, slots=True)
class Typology:
    """A key without a default must be given."""

    #: The usual order of subject, verb and object in news (WALS 81).
    word_order: WordOrder
    #: Does a capital inside a sentence mark a name?  False too where all nouns have one, and in scripts without.
    capitals_mark_names: bool
    #: The definite article: a word of its own, written together with its noun, or none (WALS 37).
    articles: Articles
    #: Is the verb of a clause built with auxiliaries, behind which stands a participle or an infinitive ("has
    #: signed", "will sign")?  Else participles describe nouns or are nouns.
    auxiliaries: bool = False
    #: Are presents and plurals spelled alike ("attacks"), so that only what stands around tells verb from noun?
    verbs_like_nouns: bool = False
    #: Does a noun govern the noun right behind it with nothing between (إعادة فرض, "the return of the levy")?
    construct_state: bool = False
    #: May a clause leave out its subject, which its verb's form or the context tells (WALS 101)?
    drops_subjects: bool = False
    #: Has it a dual beside the plural (WALS 34)?
    dual: bool = False
    #: Endings by which a plural noun is known, and longer ones that are none; nothing where no ending tells.
    plural_endings: tuple[str, ...] = ()
    no_plural_endings: tuple[str, ...] = ()

    @property
    def subject_first(self) -> bool:
        """Does the subject stand before its verb (WALS 82)?"""
        return self.word_order.index("S") < self.word_order.index("V")

    @property
    def object_follows(self) -> bool:
        """Does the object stand right behind the verb, no subject between?"""
        return "VO" in self.word_order

    def is_plural(self, noun: str) -> bool:
        """Does the ending of a folded noun tell that there are many?"""
        return noun.endswith(self.plural_endings) and not noun.endswith(self.no_plural_endings)


def read_typology(path: Path) -> Typology:
    """The table of a language.toml; LanguageError (file and line) where it is missing or not as it must be."""
    where, given = read_table(path, TABLE)
    fields = {field.name: field for field in dataclasses.fields(Typology)}
    hints = typing.get_type_hints(Typology)
    for key, (line, value) in given.items():
        if key not in fields:
            raise LanguageError(f"{line}: unknown key “{key}” in [{TABLE}] (known: {', '.join(sorted(fields))})")
        if complaint := _complaint(value, hints[key]):
            raise LanguageError(f"{line}: “{key}” {complaint}")
    missing = [name for name, field in fields.items() if field.default is dataclasses.MISSING and name not in given]
    if missing:
        raise LanguageError(f"{where}: key “{missing[0]}” is missing in [{TABLE}]")
    return Typology(**{key: _frozen(value) for key, (_, value) in given.items()})


def _complaint(value: Any, wanted: Any) -> str:
    """What is wrong with a value of that type; "" for nothing."""
    if typing.get_origin(wanted) is Literal:
        choices = typing.get_args(wanted)
        return "" if value in choices else f"must be one of {', '.join(choices)}, not {value!r}"
    if wanted is bool:
        return "" if isinstance(value, bool) else f"must be true or false, not {value!r}"
    texts = isinstance(value, list) and all(isinstance(item, str) and item for item in value)
    return "" if texts else "must be a list of texts"


def _frozen(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value
