"""Headlines with a capital on all but small words, where it marks no names: "Powerful Quake Strikes Izmir"."""

from __future__ import annotations

from collections.abc import Callable, Container

from events.extraction.text.document import Document, Sentence

#: So many capitalised words make a headline; fewer may all be names ("Ann Holt resigned").
_WORDS = 4


def title_cased(document: Document, is_verb: Callable[[str], bool], named: Container[int]) -> frozenset[int]:
    """The numbers of the sentences in which all but small words have a capital, also a verb behind the first word.

    ``is_verb`` says of a folded token that it can be the verb of a clause; ``named`` are the tokens of known names, for
    names alone make no headline.
    """
    return frozenset(
        number for number, sentence in enumerate(document.sentences) if _is_headline(document, sentence, is_verb, named)
    )


def _is_headline(document: Document, sentence: Sentence, is_verb: Callable[[str], bool], named: Container[int]) -> bool:
    small = document.language.function_words
    capitals = 0
    verb = False
    for i in range(sentence.first, sentence.last):
        word = document.words[i]
        if document.capitalised(i):
            capitals += 1
            verb = verb or (i > sentence.first and i not in named and is_verb(word))
        elif word[0].isalpha() and word not in small:
            return False
    return verb and capitals >= _WORDS
