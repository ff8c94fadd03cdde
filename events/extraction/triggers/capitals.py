"""What a capital says of a word: that it names something, and perhaps an event; in a headline it says nothing."""

from __future__ import annotations

from collections.abc import Container

from events.extraction.lexicon.analysis import Lookup, WordAnalysis
from events.extraction.lexicon.entries import LexicalEntry, Standing
from events.extraction.lexicon.inflection import Shape
from events.extraction.text import Document
from events.extraction.text.title_case import title_cased

_NOTHING = WordAnalysis(())


class Capitals:
    """Reads the capitals of one document; ``named`` are the tokens of its known names."""

    def __init__(self, document: Document, lookup: Lookup, named: Container[int]) -> None:
        self._document = document
        self._words = document.words
        self._mark_names = document.language.typology.capitals_mark_names
        self._headlines = title_cased(document, lookup.is_finite, named) if self._mark_names else frozenset()
        self._determiners = lookup.lexicon.cue("DETERMINER")
        self._named_behind = lookup.lexicon.cue("NAMED_BEHIND", "words")

    def at(self, i: int) -> bool:
        """A capital that is not only that of a headline."""
        return self._document.capitalised(i) and self._document.sentence_of[i] not in self._headlines

    def is_name(self, i: int) -> bool:
        """A capital inside a sentence, where capitals mark names."""
        return self._mark_names and self.at(i) and not self._document.opens(i)

    def event_nouns(self, i: int, found: WordAnalysis) -> WordAnalysis:
        """Only the nouns of a name's word, and those only where the word says what the capitals around it name.

        "The Earthquake", "a Powerful Earthquake" and "Storm Boris" are an earthquake and a storm; "Strike Force" is no
        strike, and whether "Hunt" is one nobody knows.
        """
        nouns = tuple(entry for entry in found.entries if not entry.verb)
        return WordAnalysis(nouns) if nouns and self._heads_event_name(i, nouns) else _NOTHING

    def _heads_event_name(self, i: int, nouns: tuple[LexicalEntry, ...]) -> bool:
        if i + 1 < len(self._words) and self.at(i + 1):
            return self._words[i] in self._named_behind
        before = self._before_capitals(i)
        determined = before >= 0 and self._words[before] in self._determiners
        return determined or any(noun.shape is Shape.PLURAL and noun.standing is Standing.FULL for noun in nouns)

    def _before_capitals(self, i: int) -> int:
        """The token before the capitals that end with token ``i``, or the article among them; -1 for none."""
        begin = self._document.sentences[self._document.sentence_of[i]].first
        before = i - 1
        while before >= begin and self.at(before) and self._words[before] not in self._determiners:
            before -= 1
        return before
