"""The clitics of a language, ``lexicon/clitics.toml``: what is written together with a word, and what it does.

Which tables there are stands here, so that a misspelt one is refused with file and line.
"""

from __future__ import annotations

from events.extraction.languages import Language, LexiconRow

#: Table → the keys that its rows may have; [BEFORE] has what clitics do, [MENDED] the endings of words.
_KEYS = {"BEHIND": ("owner",), "WHOLE": ("words",)}
_TABLES = ("BEFORE", "BEHIND", "MENDED", "WHOLE")
#: What clitics before a word do: "and", "will", "the", a preposition.
_DOING = ("join", "future", "article", "noun")


def read_clitics(language: Language) -> tuple[LexiconRow, ...]:
    """The rows of the tables, none where the language has no clitics; LanguageError for one that is wrong."""
    rows: tuple[LexiconRow, ...] = language.cached("lexicon.clitics", _read)
    return rows


def doing_of(row: LexiconRow) -> tuple[str, ...]:
    """What the clitics of a row of [BEFORE] do: "join-future" is ("join", "future")."""
    return tuple(row.value.split("-"))


def _read(language: Language) -> tuple[LexiconRow, ...]:
    rows = language.lexicon("lexicon/clitics")
    for row in rows:
        if row.table not in _TABLES:
            complaint = f"there is no table of clitics “{row.table}”; known are {', '.join(_TABLES)}"
            raise language.fault(row.where, complaint)
        if row.value not in _KEYS.get(row.table, (row.value,)):
            raise language.fault(row.where, f"[{row.table}] has {', '.join(_KEYS[row.table])}, not “{row.value}”")
        if row.table == "BEFORE":
            _check_doing(language, row)
    return rows


def _check_doing(language: Language, row: LexiconRow) -> None:
    for doing in doing_of(row):
        if doing not in _DOING:
            raise language.fault(row.where, f"clitics do {', '.join(_DOING)}, with hyphens between, not “{doing}”")
