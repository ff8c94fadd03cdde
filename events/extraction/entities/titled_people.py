"""People in languages without capitals: a title, what goes with it, then the name up to a word that is none."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from events.extraction.entities.name_words import NameWords
from events.extraction.text import Document

_LONGEST = 3  # words of a name, its particles aside
_SHORTEST_WORD = 3  # letters; shorter ones are particles and prepositions


class Titled(NamedTuple):
    """A person's name at tokens [first, last); its title begins at ``title``.  first == last: a role without a name."""

    title: int
    first: int
    last: int


def titled(
    document: Document, words: NameWords, known: dict[int, int], is_word: Callable[[str], bool]
) -> Iterator[Titled]:
    """People behind their titles.  ``known`` gives first → last of known names: demonyms after a title are its own."""
    i = 0
    while i < len(document.words):
        length = words.title_at(document.words, i)
        if not length:
            i += 1
            continue
        first = _behind_attributes(document, words, known, i + length)
        last = _name_end(document, words, known, is_word, first)
        yield Titled(i, first, last)
        i = max(last, i + length)


def _behind_attributes(document: Document, words: NameWords, known: dict[int, int], i: int) -> int:
    """Behind demonyms, countries, attributes and further titles ("الرئيس الروسي السابق")."""
    while i < len(document.words):
        if i in known:
            i = known[i]
        elif document.words[i] in words.attributes:
            i += 1
        elif length := words.title_at(document.words, i):
            i += length
        else:
            break
    return i


def _name_end(
    document: Document, words: NameWords, known: dict[int, int], is_word: Callable[[str], bool], first: int
) -> int:
    i, counted = first, 0
    while i < len(document.words) and counted < _LONGEST and i not in known:
        word = document.words[i]
        if word in words.particles:
            i += 1
            continue
        if (not counted and is_word(word)) or not _may_be_name(document, words, i, counted):
            break
        i += 1
        counted += 1
    while i > first and document.words[i - 1] in words.particles:
        i -= 1
    return i if counted else first


def _may_be_name(document: Document, words: NameWords, i: int, counted: int) -> bool:
    """Letters only, no stop word with or without its proclitic; a first name has no article."""
    word = document.words[i]
    if len(word) < _SHORTEST_WORD or not word.isalpha() or words.bounds(word):
        return False
    if document.sentence_of[i] != document.sentence_of[i - 1] if i else False:
        return False
    language = document.language
    if any(word.startswith(prefix) and words.bounds(word[len(prefix) :]) for prefix in language.proclitics):
        return False
    if counted and word.startswith(
        tuple(prefix + article for prefix in language.proclitics for article in words.articles)
    ):
        return False
    if word in language.function_words or word in language.clause_words:
        return False
    behind_particle = i > 0 and document.words[i - 1] in words.particles
    return counted > 0 or behind_particle or not word.startswith((*words.articles, *words.contractions))
