"""The search rules of each language, loaded from ``search/`` in its folder and checked once."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

import snowballstemmer

from events.extraction.languages import Language, LanguageError, LexiconRow, available, load
from events.models.search_terms.spelling import spellings

#: What the data write for an ending that is removed without a replacement.
_NOTHING = "-"
#: Tables of ``search/words.toml``; docs/adding-a-language.md says what each is for.
TABLES = (
    "PLURAL",
    "SPELLING",
    "FEMININE",
    "WHOLE",
    "UNCUT",
    "BOUND",
    "ARTICLE-LIKE",
    "FIRST-PART",
    "ARTICLE",
    "STEM",
    "TWO-WORDS",
)


@dataclass(frozen=True, slots=True)
class Manner:
    """The only row of ``search/manner.toml``."""

    shortest_beginning: int  # the fewest letters that are searched for as a prefix; fewer only match whole words
    stemmer: str = ""  # the name of a Snowball stemmer
    feminine: str = ""  # the feminine ending ("ة"): the word with it and the word without it may be different words

    def faults(self) -> Iterator[str]:
        if self.shortest_beginning < 1:
            yield "“shortest_beginning” must be 1 or more"
        if self.stemmer and self.stemmer not in snowballstemmer.algorithms():
            yield f"Snowball has no stemmer “{self.stemmer}”"


@dataclass(frozen=True, slots=True)
class Letter:
    """A row of ``search/letters.toml``: letters, and what each of them may stand for."""

    letters: str
    read: tuple[str, ...]
    together: bool = False  # the letters count only as a sequence, not one by one

    def faults(self) -> Iterator[str]:
        if not self.read:
            yield "“read” must not be empty"
        if self.together and len(self.read) > 1:
            yield "letters together are read in one way"


@dataclass(frozen=True, slots=True)
class Ending:
    """A row of ``search/endings.toml``: what a word with this ending may be a form of."""

    ending: str
    becomes: tuple[str, ...]  # what may stand in place of the ending
    least: int  # the fewest letters before the ending
    instead: bool = False  # the result replaces the word; otherwise the word itself is kept as well
    behind: bool = False  # a pronoun: never on a definite word, and another ending may stand before it
    never_behind: str = ""  # letters after which it is not an ending

    def faults(self) -> Iterator[str]:
        if not self.becomes:
            yield "“becomes” must not be empty"
        if self.least < 1:
            yield "“least” must be 1 or more"

    def applied(self, word: str) -> list[str]:
        """The words that ``word`` may be a form of; empty if the ending does not apply."""
        rest = word[: len(word) - len(self.ending)]
        if len(rest) < self.least or not word.endswith(self.ending) or rest[-1] in self.never_behind:
            return []
        return [rest + ("" if new == _NOTHING else new) for new in self.becomes]


@dataclass(frozen=True, slots=True)
class Pattern:
    """A row of ``search/patterns.toml``: how words of one shape become words of another.

    Digits stand for letters, the same digit for the same letter in both shapes.  The shapes are compared with words as
    texts write them, including hamzas.
    """

    shape: str
    becomes: str
    letters: str  # the letters that a digit may stand for

    def faults(self) -> Iterator[str]:
        for digit in sorted(set(re.findall(r"\d", self.becomes)) - set(re.findall(r"\d", self.shape))):
            yield f"“{digit}” stands in becomes alone"

    def applied(self, word: str) -> str | None:
        """The word in the other shape, or None if it has not this shape."""
        found = re.fullmatch(re.sub(r"\d", rf"(?P<_\g<0>>[{self.letters}])", self.shape), word)
        return found and re.sub(r"\d", lambda digit: found[f"_{digit[0]}"], self.becomes)


#: From this many letters on, every word that begins with a known word is taken for a form of it.
_LONG = 5


class Rules:
    """The search rules of one language.  All words in them are folded like the words they are compared with."""

    @classmethod
    def of(cls, language: Language) -> Rules | None:
        """The language's rules, or None if it has none: then its words are found exactly as they are written."""
        return cls(language) if language.files("search/manner") else None

    def __init__(self, language: Language) -> None:
        self._language = language
        manners = language.rows("search/manner", Manner)
        if len(manners) != 1:
            raise LanguageError(f"{language.code}/search/manner.toml:1: one [[manner]] is wanted, not {len(manners)}")
        [self.manner] = manners
        self.script = language.facts.script
        letters = language.rows("search/letters", Letter)
        self._letters = {letter: row.read for row in letters if not row.together for letter in row.letters}
        self._together = [(row.letters, row.read[0]) for row in letters if row.together]
        endings = sorted(language.rows("search/endings", Ending), key=lambda row: -len(row.ending))
        self.pronouns = [row for row in endings if row.behind]
        self.settling = [row for row in endings if row.instead]
        self.endings = [row for row in endings if not (row.behind or row.instead)]
        self.patterns = language.rows("search/patterns", Pattern)
        self.proclitics = language.proclitics
        self._snowball = _stemmer(self.manner.stemmer)
        self._read_words()

    def _read_words(self) -> None:
        words = Words(self._language.lexicon("search/words"), self.fold)
        self.singulars = words.by_form("PLURAL")
        self.respelled = words.by_form("SPELLING")
        self.feminine = words.listed("FEMININE")
        self.whole = words.listed("WHOLE")
        self.bound = words.listed("BOUND")
        self.article_like = tuple(words.listed("ARTICLE-LIKE"))
        self.first_parts = tuple(words.listed("FIRST-PART"))
        self.free_articles = words.listed("ARTICLE")
        self._stems = words.by_form("STEM")
        self.two_words = words.listed("TWO-WORDS")
        singulars = {one for found in self.singulars.values() for one in found}
        #: Words whose first letters must not be taken for a clitic.
        self.known = self.feminine | words.listed("UNCUT") | self.bound | self.singulars.keys() | singulars
        self.known_long = tuple(word for word in self.known if len(word) >= _LONG)
        rows = self._language.lexicon("lexicon/clitics")
        articles = {form for row in rows if row.table == "BEFORE" and "article" in row.value for form in row.forms}
        #: Articles and clitics that contain one, the longest first.
        self.articles = sorted(articles, key=lambda form: (-len(form), form))

    def variants(self, word: str) -> list[str]:
        """The word with its letters folded: as many variants as its most ambiguous letter has readings."""
        for letters, read in self._together:
            word = word.replace(letters, read)
        most = max((len(self._letters.get(letter, "-")) for letter in word), default=1)
        ways = ("".join(_nth(self._letters.get(letter, (letter,)), n) for letter in word) for n in range(most))
        return list(dict.fromkeys(ways))

    def stem(self, word: str) -> str:
        return self._stems[word][0] if word in self._stems else self._snowball(word)

    def fold(self, word: str) -> str:
        return self.variants(spellings(word)[0])[0]


class Words:
    """The tables of ``search/words.toml``, folded."""

    def __init__(self, rows: Iterable[LexiconRow], fold: Callable[[str], str]) -> None:
        self._rows, self._fold = list(rows), fold
        for row in self._rows:
            if row.table not in TABLES:
                raise LanguageError(f"{row.where}: “{row.table}” is none of {', '.join(TABLES)}")

    def listed(self, table: str) -> frozenset[str]:
        return frozenset(" ".join(map(self._fold, form.split())) for row in self._of(table) for form in row.forms)

    def by_form(self, table: str) -> dict[str, list[str]]:
        """Form → the values of the rows that list it, the longest form first."""
        found: dict[str, list[str]] = {}
        for row in self._of(table):
            for form in row.forms:
                found.setdefault(self._fold(form), []).extend(map(self._fold, row.value.split(", ")))
        return dict(sorted(found.items(), key=lambda pair: -len(pair[0])))

    def _of(self, table: str) -> Iterable[LexiconRow]:
        return (row for row in self._rows if row.table == table)


def _nth(read: tuple[str, ...] | str, n: int) -> str:
    return read[min(n, len(read) - 1)]


def _stemmer(name: str) -> Callable[[str], str]:
    if not name:
        return str
    # A Snowball stemmer holds the word it works on and cannot be shared between threads, so each word gets a new one.
    # Results are cached by the callers, so this happens rarely.
    return lambda word: snowballstemmer.stemmer(name).stemWord(word)


@lru_cache(maxsize=1)
def all_rules() -> dict[str, list[Rules]]:
    """Script ("ARABIC", "LATIN") → the rules of the languages that are written in it."""
    found: dict[str, list[Rules]] = {}
    for rules in map(Rules.of, map(load, available())):
        if rules is not None:
            found.setdefault(rules.script, []).append(rules)
    return found
