"""The readings of a word: the terms under which it is found."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import chain
from typing import NamedTuple

from events.models.search_terms.rules import Rules, all_rules
from events.models.search_terms.spelling import compounds, is_arabic, spellings

#: The fewest letters of a word behind a clitic; shorter remainders are hardly ever words.
_BEHIND_A_CLITIC = 3


class Readings(NamedTuple):
    """The terms of one word.  All are stored; a search asks for ``whole`` exactly and for ``begun`` as prefixes.

    ``stubs`` are only stored: they are what a prefix finds.  A word with a feminine ending has a stub that is one
    letter shorter than the word without the ending, because that may be another word and must not find this one.
    """

    whole: tuple[str, ...]
    begun: tuple[str, ...] = ()
    stubs: tuple[str, ...] = ()


@lru_cache(maxsize=200_000)
def readings(word: str) -> Readings:
    """The readings of a word as it stands in a text, without spaces or hyphens."""
    found = spellings(word)
    if any(letter.isdigit() for letter in word):
        return Readings(found)
    rules = all_rules().get("ARABIC" if is_arabic(word) else "LATIN", [])
    read = [_of_base(*base, each) for each in rules for spelling in found for base in _bases(spelling, each)]
    if not read:
        return Readings(found, found)
    return Readings(*(tuple(dict.fromkeys(term for one in read for term in one[kind])) for kind in range(3)))


@lru_cache(maxsize=1)
def _seconds() -> dict[str, set[str]]:
    """Term of a first word → the terms of the second words that some people write together with it."""
    found: dict[str, set[str]] = {}
    for first, second in (pair.split() for rules in chain(*all_rules().values()) for pair in rules.two_words):
        for term in readings(first).whole:
            found.setdefault(term, set()).update(readings(second).whole)
    return found


def words_of(text: str) -> list[tuple[str, ...]]:
    """The words of a text in order, each as a tuple of parts.

    A word has several parts if some people write it as one word and others as several: ("cease", "fire").
    """
    found: list[tuple[str, ...]] = []
    for parts in compounds(text):
        if found and len(parts) == len(found[-1]) == 1 and _are_one(*found[-1], *parts):
            found[-1] += parts
        else:
            found.append(parted(parts))
    return found


def _are_one(first: str, second: str) -> bool:
    terms = _behind(first)
    return bool(terms) and not terms.isdisjoint(readings(second).whole)


@lru_cache(maxsize=100_000)
def _behind(first: str) -> frozenset[str]:
    """The terms of the words that some people write together with ``first``, behind it."""
    return frozenset(term for one in readings(first).whole for term in _seconds().get(one, ()))


@lru_cache(maxsize=100_000)
def parted(parts: tuple[str, ...]) -> tuple[str, ...]:
    """Split a word that others write as two: ("عبدالله",) becomes ("عبد", "الله")."""
    [first, *others] = parts
    if others or not is_arabic(first):
        return parts
    for rules in all_rules().get("ARABIC", []):
        folded = rules.fold(first)
        for name in rules.first_parts:
            if folded.startswith(name) and len(first) >= len(name) + _BEHIND_A_CLITIC:
                return first[: len(name)], first[len(name) :]
    return parts


def _bases(spelling: str, rules: Rules) -> Iterator[tuple[str, bool]]:
    """Every way to take articles and proclitics off a word: (what is left, whether an article made it definite)."""
    folded = rules.fold(spelling)
    if _is_known(folded, rules):
        yield spelling, False
        return
    if folded.startswith(rules.article_like):
        yield spelling, False
    for article in rules.articles:
        rest = spelling[len(article) :]
        if spelling.startswith(article) and len(rest) >= 2:
            yield rest, True
            if article.endswith("لل") and _is_known(rules.fold(f"ل{rest}"), rules):
                yield f"ل{rest}", True  # "للبنان"
            if len(rest) >= _BEHIND_A_CLITIC or len(article) == 2:
                return
    yield spelling, False
    for proclitic in rules.proclitics:
        if spelling.startswith(proclitic) and len(spelling) >= len(proclitic) + _BEHIND_A_CLITIC:
            yield spelling[len(proclitic) :], False


def _is_known(word: str, rules: Rules) -> bool:
    """Whether it is a word of the language's data or a form of one; then its first letters are no clitic."""
    return word.startswith(rules.known_long) or not rules.known.isdisjoint(_forms(word, False, rules))


def _of_base(base: str, definite: bool, rules: Rules) -> Readings:
    forms: dict[str, None] = {}
    begun: list[str] = []
    stubs: list[str] = []
    feminine = rules.manner.feminine
    for variant in (_respelled(word, rules) for word in rules.variants(base)):
        forms |= dict.fromkeys(_forms(variant, definite, rules))
        if not feminine or not variant.endswith(feminine):
            begun.append(variant)
        elif len(variant) > rules.manner.shortest_beginning + 1:
            stubs.append(variant[:-2])
    of_pattern = (pattern.applied(base) for pattern in rules.patterns)
    forms |= dict.fromkeys(rules.fold(word) for word in of_pattern if word)
    whole = dict.fromkeys(rules.stem(_closed(_settled(form, rules), rules)) for form in forms)
    asked = [word for word in begun if len(word) >= rules.manner.shortest_beginning and word not in rules.whole]
    return Readings(tuple(whole), tuple(asked), (*stubs, *begun))


def _respelled(word: str, rules: Rules) -> str:
    for other, [one, *_] in rules.respelled.items():
        if word.startswith(other):
            already = one.startswith(other) and word.startswith(one)
            return word if already else one + word[len(other) :]
    return word


def _forms(word: str, definite: bool, rules: Rules) -> Iterable[str]:
    """The word itself, what is left of it without its endings, and the singulars that it may be the plural of."""
    starts = [word]
    if not definite:
        starts += [form for row in rules.pronouns for form in row.applied(word)]
    found: dict[str, None] = {}
    for start in starts:
        found |= dict.fromkeys([start, *rules.singulars.get(start, ())])
        if start not in rules.bound:
            found |= dict.fromkeys(form for row in rules.endings for form in row.applied(start))
    return found


def _settled(form: str, rules: Rules) -> str:
    for row in rules.settling:
        for settled in row.applied(form):
            return settled
    return form


def _closed(form: str, rules: Rules) -> str:
    """Move the feminine ending to the front, so that "مكتب" is not a prefix of "مكتبة", which is another word."""
    feminine = rules.manner.feminine
    if not feminine or not form.endswith(feminine):
        return form
    rest = form[: -len(feminine)]
    return rest if rest in rules.feminine else feminine + rest
