"""The article as every room of the engine reads it: parsed once, shared."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from events.extraction.text import segmentation
from events.extraction.text.marks import APOSTROPHE, BEFORE_CAPITALS
from events.extraction.text.tokens import tokenise

if TYPE_CHECKING:
    from events.extraction.languages import Language


class Sentence(NamedTuple):
    """Tokens [first, last), span [start, end) in the body, and the number of its paragraph."""

    first: int
    last: int
    start: int
    end: int
    paragraph: int


class Clause(NamedTuple):
    """Tokens [first, last) of sentence number ``sentence``."""

    first: int
    last: int
    sentence: int


class Quotation(NamedTuple):
    """Tokens [first, last) between two quotation marks."""

    first: int
    last: int


@dataclass(eq=False)
class Document:
    """See the package's docstring; made by :func:`parse`."""

    body: str
    language: Language
    words: list[str]
    starts: list[int]
    ends: list[int]

    def span(self, first: int, last: int) -> tuple[int, int]:
        """The span in the body of tokens [first, last)."""
        return self.starts[first], self.ends[last - 1]

    def text(self, first: int, last: int) -> str:
        """Tokens [first, last) as the body writes them."""
        return self.body[self.starts[first] : self.ends[last - 1]]

    def offset(self, token: int, letters: int) -> int:
        """Where in the body the token goes on after its first ``letters`` folded letters."""
        start = self.starts[token]
        return start + self.language.folding.skip(self.body[start : self.ends[token]], letters)

    def capitalised(self, token: int) -> bool:
        return self.body[self.starts[token]].isupper()

    def opens(self, token: int) -> bool:
        """Does a sentence begin here, a quotation or what is enclosed, so that its capital says nothing?"""
        if token == self.sentences[self.sentence_of[token]].first:
            return True
        before = self.words[token - 1]
        # An apostrophe that touches the word before it ends a genitive: "the workers' Summer Festival".
        return before in BEFORE_CAPITALS and (before != APOSTROPHE or self.spaced(token - 1))

    def spaced(self, token: int) -> bool:
        """Is there white space (or nothing at all) before the token?"""
        return token == 0 or self.starts[token] > self.ends[token - 1]

    @cached_property
    def sentences(self) -> list[Sentence]:
        cuts = segmentation.sentences(self.body, self.words, self.starts, self.ends, self.language)
        return [Sentence(first, last, *self.span(first, last), paragraph) for first, last, paragraph in cuts]

    @cached_property
    def sentence_of(self) -> list[int]:
        """For every token the index of its sentence."""
        numbers: list[int] = []
        for number, sentence in enumerate(self.sentences):
            numbers += [number] * (sentence.last - sentence.first)
        return numbers

    @cached_property
    def clauses(self) -> list[Clause]:
        return [
            Clause(first, last, number)
            for number, sentence in enumerate(self.sentences)
            for first, last in segmentation.clauses(self.words, sentence.first, sentence.last, self.language)
        ]

    @cached_property
    def _clause_starts(self) -> list[int]:
        return [clause.first for clause in self.clauses]

    def clause_of(self, token: int) -> Clause:
        return self.clauses[bisect_right(self._clause_starts, token) - 1]

    @cached_property
    def quotations(self) -> list[Quotation]:
        paragraphs = [sentence.paragraph for sentence in self.sentences]
        numbers = [paragraphs[number] for number in self.sentence_of]
        return [Quotation(first, last) for first, last in segmentation.quotations(self.words, numbers)]

    @cached_property
    def _quotation_starts(self) -> list[int]:
        return [quotation.first for quotation in self.quotations]

    def quotation_of(self, token: int) -> Quotation | None:
        """The quotation in which the token stands."""
        number = bisect_right(self._quotation_starts, token) - 1
        return self.quotations[number] if number >= 0 and token < self.quotations[number].last else None

    def quoted(self, token: int) -> bool:
        return self.quotation_of(token) is not None


def parse(body: str, language: Language) -> Document:
    """Fold and tokenise; sentences, clauses and quotations follow when they are asked for."""
    words, starts, ends = tokenise(body, language)
    return Document(body, language, words, starts, ends)
