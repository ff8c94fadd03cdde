"""Languages are folders of data beside this file: discovered, never listed; checked when loaded.

    available() -> ("ar", "en")         the folders that hold a language.toml
    load("ar") -> Language              cached; LanguageError (file and line) if its data is wrong
    detect(text) -> "ar"                UnsupportedLanguage where no folder fits
    load("ar").typology -> Typology     word order, capitals, articles ...: what steps of the engine go by

A room declares what its files may hold as a frozen dataclass and asks the language for the rows; the loader checks
keys, types, duplicates and letters and reports file and line:

    @dataclass(frozen=True, slots=True)
    class Trigger:
        UNIQUE: ClassVar[tuple[str, ...]] = ("lemma",)   # no two rows with the same value here (tuples: with the same
                                                         # item); optional
        lemma: str
        type: str
        nouns: tuple[str, ...] = ()     # a default makes a key optional; str, int, float, bool, tuple[str, ...]
        where: str = ""                 # a field named `where` is filled by the loader: "ar/triggers.toml:12"
        def faults(self) -> Iterator[str]: ...           # optional: sentences about what is wrong in this row

    language.rows("triggers", Trigger)  -> tuple[Trigger, ...]   from triggers*.toml and triggers*.tsv, in file order

A .toml file holds array tables of any name (``[[trigger]]``); a .tsv file has its column names in the first row,
``#`` comments, and " | " between the items of a tuple.  ``language.lexicon("time-words")`` reads the shortest form:
tables ``[CLASS]`` with rows ``value = "form, form"``.  Rows may be checked further: ``language.fault(where, text)``
makes the error to raise.  Results are cached on the language; callers must not change them.
"""

from events.extraction.languages.detection import detect
from events.extraction.languages.language import Language, LexiconRow, available, load
from events.extraction.languages.loading import LanguageError

__all__ = ["Language", "LanguageError", "LexiconRow", "available", "detect", "load"]
