"""Find a token's readings: the spelling itself, or what is left when clitics are taken off.

``lexicon/clitics.toml`` of a language lists what may stand before (``[BEFORE]``) and behind (``[BEHIND]``) a word in
one spelling: ``value = "forms"``, the value saying what the clitics do: "join" (و), "future" (س), "noun" (ب, before
a noun), "article" (ال), "owner" (ه: whose it is, or the verb's object).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from events.extraction.languages import Language
from events.extraction.lexicon.clitics import doing_of, read_clitics
from events.extraction.lexicon.entries import EventLexicon, LexicalEntry, Standing, event_lexicon_of, not_verbs
from events.extraction.lexicon.inflection import Shape
from events.extraction.text.memory import MOST_WORDS

_SHORTEST = 2  # letters that a clitic must leave of a word
_SHORTEST_PAST = 6  # letters of a past known by its ending


class WordAnalysis(NamedTuple):
    """A token's readings with the clitics that were taken off."""

    entries: tuple[LexicalEntry, ...]
    before: tuple[str, ...] = ()  # what the clitics before it do: ("join", "future")
    letters: int = 0  # how many folded letters they take
    owner: bool = False  # does a pronoun hang on it?


_NOTHING = WordAnalysis(())


@dataclass(frozen=True, slots=True)
class Lookup:
    """Readings of folded tokens in one language; remembers every word it has met in the lexicon's spelling."""

    lexicon: EventLexicon
    prefixes: tuple[tuple[str, tuple[str, ...]], ...]  # spelling → what its clitics do; longest first
    suffixes: tuple[str, ...]
    whole: frozenset[str]  # words that only look as if they had clitics
    remembered: dict[str, WordAnalysis] = field(default_factory=dict, init=False, repr=False, kw_only=True)
    mended: tuple[tuple[str, str], ...]  # an ending before a suffix, and what it is without
    past_endings: tuple[str, ...]  # by which the past of a verb that no list holds is known

    def find(self, word: str) -> WordAnalysis:
        """The readings of a folded token."""
        found = self.remembered.get(word)
        if found is None:
            found = self._find(word)
            if len(self.remembered) < MOST_WORDS:
                self.remembered[word] = found
        return found

    def has_clitic(self, word: str) -> bool:
        """Is it a word of the lexicon behind a clitic, and so no name?"""
        found = self.find(word)
        return bool(found.entries and found.before)

    def is_finite(self, word: str) -> bool:
        """Is it a word of the lexicon that can be the verb of a clause?"""
        return any(entry.finite for entry in self.find(word).entries)

    def _find(self, word: str) -> WordAnalysis:
        entries = self.lexicon.entries
        if word in entries:
            return WordAnalysis(entries[word])
        if word in self.whole:
            return _NOTHING
        if self.past_endings and word.endswith(self.past_endings) and len(word) >= _SHORTEST_PAST and word.isalpha():
            return WordAnalysis((LexicalEntry(word, "OTHER", Standing.WEAK, True, Shape.PAST),))
        if not (self.prefixes or self.suffixes):
            return _NOTHING
        if with_article := self._with_article(word):
            return with_article
        for found, owner in self._bare(word):
            return WordAnalysis(found, owner=owner)
        for prefix, doing in self.prefixes:
            if word.startswith(prefix) and len(word) - len(prefix) >= _SHORTEST:
                if word[len(prefix) :] in self.whole:
                    break
                for found, owner in self._bare(word[len(prefix) :]):
                    fitting = tuple(entry for entry in found if _fits(entry, doing))
                    if fitting:
                        return WordAnalysis(fitting, doing, len(prefix), owner)
        return _NOTHING

    def _with_article(self, word: str) -> WordAnalysis | None:
        """The noun behind its article, rather than a verb with a pronoun (الحكم is "the rule", not "urged you")."""
        for prefix, doing in self.prefixes:
            if "article" in doing and word.startswith(prefix):
                found = self.lexicon.entries.get(word[len(prefix) :], ())
                if fitting := tuple(entry for entry in found if _fits(entry, doing)):
                    return WordAnalysis(fitting, doing, len(prefix))
        return None

    def _bare(self, word: str) -> list[tuple[tuple[LexicalEntry, ...], bool]]:
        """The word as it stands, then without a pronoun."""
        entries = self.lexicon.entries
        if word in entries:
            return [(entries[word], False)]
        for suffix in self.suffixes:
            if word.endswith(suffix) and len(word) - len(suffix) >= _SHORTEST:
                stem = word[: -len(suffix)]
                if stem in entries:
                    return [(entries[stem], True)]
                for old, new in self.mended:
                    if stem.endswith(old) and (mended := stem[: len(stem) - len(old)] + new) in entries:
                        return [(entries[mended], True)]
        return []


def _fits(entry: LexicalEntry, doing: tuple[str, ...]) -> bool:
    """May these clitics stand before the reading?"""
    if "future" in doing and not (entry.verb and entry.shape == "present"):
        return False
    return not (entry.finite and ("noun" in doing or "article" in doing))


def lookup_of(language: Language) -> Lookup:
    """The language's lookup, made on first use."""
    made: Lookup = language.cached("lexicon.analysis", _make)
    return made


def _make(language: Language) -> Lookup:
    rows = read_clitics(language)
    prefixes = [(language.fold(form), doing_of(row)) for row in rows if row.table == "BEFORE" for form in row.forms]
    suffixes = [language.fold(form) for row in rows if row.table == "BEHIND" for form in row.forms]
    mended = [
        (language.fold(form), language.fold(row.value)) for row in rows if row.table == "MENDED" for form in row.forms
    ]
    whole = frozenset(language.fold(form) for row in rows if row.table == "WHOLE" for form in row.forms)
    whole |= not_verbs(language)
    lexicon = event_lexicon_of(language)
    whole |= lexicon.cue("UNKNOWN_PAST", "words")
    return Lookup(
        lexicon,
        tuple(sorted(prefixes, key=lambda prefix: -len(prefix[0]))),
        tuple(sorted(suffixes, key=len, reverse=True)),
        whole,
        tuple(mended),
        tuple(lexicon.cue("UNKNOWN_PAST", "endings")),
    )
