"""The cue words of a language, ``lexicon/cues.toml``: what the words around a trigger say of it.

Which tables there are stands here, so that a misspelt one is refused with file and line, and so is one that the
language's typology rules out.  What each is for stands above it in the files.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from events.extraction.languages import Language, LexiconRow
from events.extraction.lexicon.clitics import read_clitics

Cues = Mapping[tuple[str, str], frozenset[str]]

#: Where no other key is named, the words of a table stand under this one.
BEFORE = "before"
#: Keys whose forms are lemmas, or letters as they are written, and not words of a text: they are not folded.
_AS_WRITTEN = frozenset({"lemmas", "verbs", "written"})
_WITH_KEYS = {
    # Tables that are told apart by "before": words that stand before a trigger or open what holds it.
    ("before",): """AIM ALREADY BEFORE_NOUN BETWEEN CONDITION CONTENT DELIVERY DETERMINER DUE EXISTING FAILING HABITUAL
        HYPOTHETICAL IMPERSONAL INFINITIVE LINK MODAL NEGATION NOBODY ONGOING OVER PASSIVE PAST PERFECT PLANNED RELATIVE
        SAID SINCE SUPPOSING THAT_HE""",
    # Words wherever they stand.
    ("words",): """AFTER AGENCY AMOUNT APART ATTRIBUTION BEFORE BEHIND_NAME CONNECTIVE DANGLING DAY_AFTER DAY_BEFORE
        DEFINITE DROPPED FEMININE_RELATIVE GAPPING JOINING LEADING MANY NAMED_BEHIND OPENING PARTICLE PHRASE POINTING
        RESUMPTIVE SUPERLATIVE THEN TRAILING TURN UNFINISHED""",
    # Letters at the ends of words, folded.
    ("letters",): "AGREEING_BEGINNING AGREEING_ENDING FEMININE_NOUN",
    # Letters and words as they are written.
    ("written",): """ACCUSATIVE ACCUSATIVE_BARE ARTICLE_WRITTEN DESCRIBING DUAL DUAL_VERB GENITIVE JOINED OBLIQUE
        OWNED_ENDING PLURAL PLURAL_VERB""",
    ("lemmas",): "GENERIC GOING_ON",
    ("person", "thing"): "POSSESSIVE PRONOUN",
    ("words", "indefinite"): "OCCASION",
    ("words", "indefinite", "written"): "ARTICLE",
    ("verbs", "words"): "FORMULA",
    ("words", "endings"): "UNKNOWN_PAST",
    ("after", "before"): "COUNTED_TO",
    ("between", "from"): "RANGE_JOIN RANGE_OPEN",
    ("module",): "INFLECTION",
}
#: Table → the keys that its rows may have.
KEYS = {table: keys for keys, tables in _WITH_KEYS.items() for table in tables.split()}
#: Tables that go with one kind of article, and those of a dual.
_OF_ARTICLES = {"word": "ARTICLE", "prefix": "ARTICLE_WRITTEN"}
_OF_DUALS = frozenset({"DUAL", "DUAL_VERB"})


def read_cues(language: Language) -> Cues:
    """All tables and keys, those that the language does not use with no words; LanguageError for one that is wrong."""
    rows = language.lexicon("lexicon/cues")
    _check(language, rows)
    cues: dict[tuple[str, str], frozenset[str]] = {(table, key): frozenset() for table in KEYS for key in KEYS[table]}
    for row in rows:
        as_written = row.value in _AS_WRITTEN
        cues[row.table, row.value] = frozenset(row.forms) if as_written else _joined(language, row.forms)
    return cues


def _check(language: Language, rows: Iterable[LexiconRow]) -> None:
    typology = language.typology
    ruled_out = dict.fromkeys(_OF_ARTICLES.values(), f"articles are “{typology.articles}”")
    ruled_out.pop(_OF_ARTICLES.get(typology.articles, ""), None)
    if not typology.dual:
        ruled_out |= dict.fromkeys(_OF_DUALS, "there is no dual")
    for row in rows:
        if row.table not in KEYS:
            raise language.fault(row.where, f"there is no table of cues “{row.table}”")
        if row.value not in KEYS[row.table]:
            raise language.fault(row.where, f"[{row.table}] has {', '.join(KEYS[row.table])}, not “{row.value}”")
        if row.table in ruled_out:
            raise language.fault(row.where, f"[{row.table}] does not go with language.toml: {ruled_out[row.table]}")


def _joined(language: Language, forms: Iterable[str]) -> frozenset[str]:
    """The words, also with a conjunction that is written together with them."""
    rows = read_clitics(language)
    joins = [clitic for row in rows if row.table == "BEFORE" and row.value == "join" for clitic in row.forms]
    return frozenset(language.fold(join + form) for form in forms for join in ("", *joins))
