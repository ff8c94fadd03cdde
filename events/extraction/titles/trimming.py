"""A stretch of the text written as a title: without what only joined it to the words before it."""

from __future__ import annotations

from events.extraction.clauses.analysed_document import AnalysedDocument
from events.extraction.titles.case_endings import bare_of_case, case_endings_of, of_many, subject_of_many
from events.extraction.triggers.trigger import Trigger

#: Letters that a word has at least when a conjunction is taken off.
_SHORTEST = 4
_SHORTEST_WITH_ARTICLE = 5  # ... and with its article


class Phrasing:
    """Writes stretches of one document."""

    def __init__(self, analysed: AnalysedDocument) -> None:
        document, lexicon = analysed.document, analysed.lexicon
        self._document = document
        self._tokens = analysed.tokens
        self._subject_first = analysed.cues.subject_first
        self._named = {name.first for name in analysed.names}
        self._names = {(name.first, name.last) for name in analysed.names}
        self._that_he = lexicon.cue("THAT_HE")
        self._past = lexicon.cue("PAST")
        self._words = document.words
        self._lookup = analysed.lookup
        self._known = frozenset(document.words)
        self._relative = lexicon.cue("RELATIVE")
        self._conjunctions = tuple(lexicon.cue("JOINED", "written"))
        self._articles = tuple(lexicon.cue("ARTICLE_WRITTEN", "written"))
        self._feminine_relative = lexicon.cue("FEMININE_RELATIVE", "words")
        self._feminine_ending = tuple(lexicon.cue("FEMININE_NOUN", "letters"))
        self._cases = case_endings_of(document.language)

    def text(self, first: int, last: int, trigger: Trigger) -> str:
        """Tokens [first, last) on one line.

        Left out are the conjunction or preposition that is written together with the first word, and what joins a
        clause to its subject ("the man *who* shot", "the minister said *yesterday that he* would resign").  A subject
        that opens the title loses the case it had behind another word.
        """
        first = self._agreeing(first, trigger)
        gap, on = self._gap(first, last, trigger)
        text = self._line(self._start(first, trigger), self._document.ends[gap - 1])
        opens_with_noun = first < trigger.opens or not (trigger.verb or trigger.definite)
        if opens_with_noun and first not in self._tokens.timed:
            text = " ".join(self._nominative(text.split(" "), first, trigger))
        return text if gap == last else f"{text} {self._line(self._document.starts[on], self._document.ends[last - 1])}"

    def content(self, first: int, last: int) -> str:
        """Tokens [first, last) of what was said, where a noun that opens it loses the case it has behind "that"."""
        words = self._line(self._document.starts[first], self._document.ends[last - 1]).split(" ")
        if first in self._tokens.finite or first in self._tokens.timed:
            return " ".join(words)
        verb = next((i for i in range(first, last) if i in self._tokens.finite), None)
        many = [] if verb is None else [word for word in words[: verb - first] if word.endswith(self._cases.oblique)]
        if verb is not None and many and words[0] == many[0]:
            return " ".join([of_many(self._cases, words[0], self._words[verb]), *words[1:]])
        return " ".join(bare_of_case(self._cases, words))

    def _gap(self, first: int, last: int, trigger: Trigger) -> tuple[int, int]:
        """The tokens between a subject and its verb that are left out; (last, last) for none."""
        before = trigger.opens - 1
        if not first < before < last:
            return last, last
        if self._subject_first:
            named = (first, before) in self._names and self._words[before] in self._relative
            return (before, trigger.opens) if named and not self._goes_on(trigger, last) else (last, last)
        if self._words[before] in self._that_he:
            gap = before
            while gap > first + 1 and gap - 1 in self._tokens.timed:
                gap -= 1
            return gap, trigger.opens
        if self._words[before] in self._relative and self._is_whole(first, before) and not self._goes_on(trigger, last):
            return before, trigger.opens
        return last, last

    def _is_whole(self, first: int, relative: int) -> bool:
        """Is the phrase surely what the relative clause is about? In "the end of the talks that" it may be either."""
        if self._words[first].startswith(self._articles) or first in self._named:
            return True
        if self._only_head_agrees(first, relative):
            return True
        # Definite without an article is a name.
        return first + 1 < relative and not any(word.startswith(self._articles) for word in self._words[first:relative])

    def _agreeing(self, first: int, trigger: Trigger) -> int:
        """Past the first noun of a chain, where the relative word agrees with the second ("case of [the blast]")."""
        relative = trigger.opens - 1
        if relative < first + 2 or self._words[relative] not in self._relative or self._goes_on_before(first, relative):
            return first
        agrees = not self._only_head_agrees(first, relative) and self._only_head_agrees(first + 1, relative)
        return first + 1 if agrees and not self._words[first].startswith(self._articles) else first

    def _goes_on_before(self, first: int, relative: int) -> bool:
        return any(i in self._tokens.finite for i in range(first, relative))

    def _only_head_agrees(self, first: int, relative: int) -> bool:
        """Has the first noun of several the gender of the relative word, and none of the others?"""
        if first + 1 >= relative or not self._feminine_ending:
            return False
        wanted = self._words[relative] in self._feminine_relative
        head, *others = [word.endswith(self._feminine_ending) for word in self._words[first:relative]]
        return head is wanted and all(other is not wanted for other in others)

    def _goes_on(self, trigger: Trigger, last: int) -> bool:
        """Does the main clause follow the relative one? Then the title tells both."""
        return any(
            (i in self._tokens.finite and i not in self._tokens.joined) or self._words[i] in self._past
            for i in range(trigger.last, last)
        )

    def _line(self, start: int, end: int) -> str:
        return " ".join(self._document.body[start:end].split())

    def _start(self, first: int, trigger: Trigger) -> int:
        """Where in the body the title begins."""
        if first == trigger.first:
            keeps_clitics = trigger.definite or trigger.finite
            return self._document.offset(first, trigger.joined if keeps_clitics else trigger.letters)
        word = self._words[first]
        if first in self._named:
            return self._document.starts[first]
        joined = next((letters for letters in self._conjunctions if word.startswith(letters)), "")
        opens_sentence = first == self._document.sentences[self._document.sentence_of[first]].first
        if joined and len(word) >= _SHORTEST and self._is_joined(word, word[len(joined) :], opens_sentence):
            return self._document.offset(first, len(joined))
        found = self._lookup.find(word)
        governed = first < trigger.first and found.entries and "noun" in found.before
        return self._document.offset(first, found.letters) if governed else self._document.starts[first]

    def _is_joined(self, word: str, rest: str, opens_sentence: bool) -> bool:
        """Does the word begin with a conjunction, as most do that open a sentence?"""
        if word in self._lookup.whole or word in self._lookup.lexicon.entries:
            return False
        has_article = rest.startswith(self._articles) and len(rest) > _SHORTEST_WITH_ARTICLE
        opens_sentence = opens_sentence and len(word) > _SHORTEST
        return opens_sentence or has_article or rest in self._known or bool(self._lookup.find(rest).entries)

    def _nominative(self, words: list[str], first: int, trigger: Trigger) -> list[str]:
        """The first words in the case of a subject."""
        many = subject_of_many(self._cases, words, self._words[trigger.first]) if first < trigger.opens else None
        return many or bare_of_case(self._cases, words)
