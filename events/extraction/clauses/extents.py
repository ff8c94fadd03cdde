"""Which words show an event: the stretch that is quoted and marked, and what a title may be made of."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from events.extraction.clauses.coordination import joining_things
from events.extraction.clauses.parentheticals import short_asides
from events.extraction.lexicon.analysis import lookup_of
from events.extraction.lexicon.entries import EventLexicon
from events.extraction.text import Document
from events.extraction.triggers.trigger import Trigger

_BEFORE_VERB, _BEFORE_NOUN, _BEHIND = 9, 3, 8
#: How many words an aside between commas may have ("Charles Michel, the prime minister, said").
_ASIDE = 12
#: How many words of a noun phrase are taken before a relative clause ("the deal that was signed").
_ANTECEDENT = 5
_LONG_ANTECEDENT = 9
#: A time expression that follows within so many words is quoted with its event.
_TIME_WITHIN = 14
#: A time expression that stands so few tokens before its event is quoted with it.
_FRONTED = 1
_MARKS = frozenset('.;:؛؟?!«»"()[]–—…')
COMMAS = frozenset(",،")
_CURRENCIES = frozenset("$£€¥")
_ABBREVIATION = 2  # letters of a title before a name, "St." and "Mr."


class Extents:
    """Cuts stretches of one document."""

    def __init__(
        self, document: Document, lexicon: EventLexicon, triggers: Sequence[Trigger], timed: frozenset[int]
    ) -> None:
        self._document = document
        self._words = document.words
        self._verbs = [trigger for trigger in triggers if trigger.finite]
        self._finite = {i for trigger in triggers if trigger.finite for i in range(trigger.first, trigger.last)}
        self._spoken = {i for verb in self._verbs if verb.speech for i in range(verb.first, verb.last)}
        self._openings = {trigger.opens for trigger in triggers if trigger.finite}
        self._joined = {trigger.opens for trigger in triggers if trigger.finite and trigger.joined}
        self._timed = timed
        self._speaking = {trigger.last for trigger in triggers if trigger.finite and trigger.speech}
        self._asides = short_asides(document)
        self._said = lexicon.cue("SAID") | lexicon.cue("PAST")
        self._before_noun = lexicon.cue("BEFORE_NOUN") if not lexicon.cue("MODAL") else frozenset()
        self._pronouns = lexicon.cue("PRONOUN", "person") | lexicon.cue("PRONOUN", "thing")
        self._prepositions = lexicon.cue("BEFORE_NOUN")
        self._lookup = lookup_of(document.language)
        self._articles = tuple(lexicon.cue("ARTICLE_WRITTEN", "written"))
        self._relative = self.relatives = lexicon.cue("RELATIVE")
        self._breaks = document.language.clause_words | lexicon.cue("LINK")
        self._things = joining_things(
            document.words, self._finite, lexicon.cue("GAPPING", "words"), self._breaks | _MARKS | COMMAS
        )
        self._dangling = lexicon.cue("DANGLING", "words")
        self._infinitive = lexicon.cue("INFINITIVE")
        self._between = lexicon.cue("BETWEEN")
        self._announcing = lexicon.cue("PLANNED") | lexicon.cue("PASSIVE")
        self._opening = lexicon.cue("OPENING", "words")
        self._amounts = lexicon.cue("AMOUNT", "words")
        #: Does the subject stand before its verb, as a rule?
        self.subject_first = bool(lexicon.cue("MODAL"))

    def mention(
        self, trigger: Trigger, companion: Trigger | None, time: tuple[int, int] | None = None
    ) -> tuple[int, int]:
        """Tokens [first, last) of a trigger with its nearest words, and its time where that follows soon."""
        first, head = self.start(trigger), trigger.last
        if companion:
            first, head = min(first, companion.first), max(head, companion.last)
        last = max(self._end(head, head + _BEHIND), head)
        if time and 0 <= first - time[1] <= _FRONTED and not self._hard_break(time[1], first):
            first = time[0] - (time[0] > 0 and self._words[time[0] - 1] in self._prepositions)
        if time and last < time[1] <= head + _TIME_WITHIN and not self._hard_break(head, time[0]):
            last = time[1]
        return first, last

    def _hard_break(self, first: int, last: int) -> bool:
        return any(self._words[i] in _MARKS and i not in self._asides for i in range(first, last))

    def start(self, trigger: Trigger) -> int:
        """Where the stretch begins: with the subject where it stands before, else with the trigger."""
        first = trigger.opens
        if self._words[first] in self._infinitive and first > 0 and self._words[first - 1] not in self._announcing:
            return first
        if (trigger.joined and trigger.finite) or not (trigger.verb or self.subject_first):
            return first
        reach = _BEFORE_VERB if trigger.verb and not trigger.attributive else _BEFORE_NOUN
        begin = max(self._document.sentences[self._document.sentence_of[first]].first, first - reach - _ASIDE)
        start = self._back(first, max(begin, first - reach))
        if trigger.speech and self.subject_first:  # "..., the company said": a comma parts it from what it said
            start = max([start, *(i + 1 for i in range(start, first - 1) if self._words[i] in COMMAS)])
        if start == first and trigger.verb:
            start = self._behind_aside(first, begin)
        elif not self.subject_first and (start == 0 or self._words[start - 1] not in self._said):
            start = max(start, self._subject_phrase(first, first - _ANTECEDENT))
        if self.subject_first:
            start = self._before_number(self._before_apposition(start, first, begin), begin)
        while start < first and self._may_not_open(start):
            start += 1
        return start

    def _before_apposition(self, start: int, first: int, begin: int) -> int:
        """Back over "another lender," in "Acme, another lender, recently failed" to the name it explains."""
        if start <= begin or self._words[start - 1] not in COMMAS:
            return start
        closing = next((i for i in range(start, first) if self._words[i] in COMMAS), first)
        only_when = all(i in self._timed or self._words[i] in self._between for i in range(closing + 1, first))
        return self._back(start - 1, max(begin, start - 1 - _BEFORE_VERB)) if closing < first and only_when else start

    def _before_number(self, start: int, begin: int) -> int:
        """Back to the beginning of a number ("[$4.1] billion offer")."""
        while start > begin and (self._words[start - 1][:1].isdigit() or self._words[start - 1] in _CURRENCIES):
            start -= 1
        return start

    def _back(self, first: int, begin: int) -> int:
        start = first
        while start > begin and not self.parts(start - 1):
            start -= 1
        return start

    def _subject_phrase(self, first: int, begin: int) -> int:
        """The noun phrase right before a verb, unless a preposition governs it ("in this context")."""
        start = self._phrase(first, begin)
        governed = start > 0 and self._words[start - 1] in self._before_noun
        return first if governed or self._words[start] in self._before_noun else start

    def _phrase(self, first: int, begin: int) -> int:
        """The noun phrase that ends before ``first``: back to a preposition."""
        start = first
        while start > max(begin, 0) and not self.parts(start - 1) and self._words[start - 1] not in self._before_noun:
            start -= 1
        return start

    def phrase_before(self, i: int) -> tuple[int, int] | None:
        """The stretch that ends before a comma, where it is no clause of its own."""
        sentence = self._document.sentences[self._document.sentence_of[i]]
        first = self._back(i, max(sentence.first, i - _BEFORE_VERB))
        while first < i and self._may_not_open(first):
            first += 1
        whole = first == sentence.first or self._words[first - 1] in COMMAS or first - 1 in self._timed
        return (first, i) if first < i and whole else None

    def topic(self, verb: Trigger) -> int:
        """Where the noun phrase begins that a relative clause without its own subject or object is about; the verb's
        own beginning where there is none or it is too long to be sure."""
        before = self._before_time(verb.opens)
        before -= before > 0 and self._words[before - 1] in self._relative
        start = self._phrase(before, max(before - _LONG_ANTECEDENT, 0))
        whole = start == 0 or self.parts(start - 1) or self._words[start - 1] in self._before_noun
        whole = whole and not any(word in self._said for word in self._words[start:before])
        is_noun = start < before and self._words[start].isalpha() and not self.is_timed(start)
        return start if whole and is_noun and not self._may_not_open(start) else verb.opens

    def _before_time(self, i: int) -> int:
        """Back over a time expression and its preposition ("an earthquake [in 2005] killed")."""
        before = i
        while before > 0 and before - 1 in self._timed:
            before -= 1
        return before - (before < i and before > 0 and self._words[before - 1] in self._prepositions)

    def whole_phrase(self, first: int) -> int:
        """Further back where a stretch begins in the middle of a noun phrase ("[the new canal] project")."""
        before = first - 1
        if self.subject_first or before < 0 or not self._words[first].startswith(self._articles):
            return first
        if not self._words[before].isalpha() or self.parts(before) or self._may_not_open(before):
            return first
        start = self._phrase(first, first - _LONG_ANTECEDENT)
        start = max([start, *(i + 1 for i in range(start, first) if self._words[i] in self._announcing)])
        whole = start == 0 or self.parts(start - 1) or self._words[start - 1] in self._before_noun | self._announcing
        if not whole or self._may_not_open(start) or self.follows_speaking(start):
            return first
        return first if any(word in self._pronouns for word in self._words[start:first]) else start

    def follows_speaking(self, first: int) -> bool:
        """Is what begins here the speaker: "[announced] the observatory [that] clashes went on"?"""
        return not self.subject_first and first in self._speaking

    def _behind_aside(self, first: int, begin: int) -> int:
        """The subject before a relative word or an aside in commas that stands directly before the verb."""
        before = first - 1
        if before <= begin:
            return first
        if self._words[before] in self._relative:
            return self._phrase(before, max(begin, before - _ANTECEDENT))
        if self._words[before] in COMMAS:
            for i in range(before - 1, begin, -1):
                if self._words[i] in COMMAS and i not in self._timed:
                    return self._back(i, max(begin, i - _BEFORE_VERB))
                opens_aside = self._words[i - 1] in COMMAS  # "the firm, founded in 1990, has"
                if self._words[i] in _MARKS or (i in self._finite and not opens_aside):
                    break
        return first

    def _may_not_open(self, i: int) -> bool:
        if self._words[i + 1 : i + 2] and self._words[i + 1] in self._amounts:
            return False  # "at least 20 people"
        return self._words[i] in self._opening or self._words[i] in COMMAS or i in self._timed

    def parts(self, i: int) -> bool:
        """Does token ``i`` end the stretch?"""
        word = self._words[i]
        if i in self._asides or (word == "." and self._inside_sentence(i)):
            return False
        if word in _MARKS or i in self._finite:
            return True
        if word in COMMAS:
            if self.subject_first and i + 1 in self._openings:
                return True  # behind an aside
            return not (i + 1 in self._timed or i - 1 in self._timed or self._in_address(i))
        if i in self._things:
            return False
        return word in self._breaks and i not in self._timed and i + 1 not in self._timed

    def _inside_sentence(self, i: int) -> bool:
        """A full stop that ends an abbreviation: "St. Louis"."""
        last = self._document.sentences[self._document.sentence_of[i]].last
        return 0 < i < last - 1 and len(self._words[i - 1]) <= _ABBREVIATION and self._words[i + 1].isalpha()

    def _in_address(self, i: int) -> bool:
        """The comma in "Miami, Florida"."""
        if not self.subject_first or not 0 < i < len(self._words) - 1:
            return False
        return self._document.capitalised(i - 1) and self._document.capitalised(i + 1)

    def _end(self, first: int, limit: int) -> int:
        """Where the stretch that goes on at ``first`` ends, before ``limit``."""
        sentence = self._document.sentences[self._document.sentence_of[first - 1]]
        last = first
        while last < min(limit, sentence.last) and not self.parts(last) and last not in self._openings:
            last += 1
        while last > first and self.dangles(last - 1):
            last -= 1
        return last

    def may_be_cut(self, i: int) -> bool:
        """May a title that grows too long end before this token: at a comma, a clause word, a joined verb?"""
        word = self._words[i]
        if word in COMMAS:
            return self.parts(i)
        return i in self._joined or (word in self._breaks and word not in self._said and i not in self._timed)

    def tells(self, first: int, last: int) -> bool:
        """Is there the verb of a clause among tokens [first, last) that does not only say who speaks?"""
        return any(i in self._finite and i not in self._spoken for i in range(first, last))

    def is_timed(self, i: int) -> bool:
        return i in self._timed

    def is_verb(self, i: int) -> bool:
        """Does token ``i`` belong to the verb of a clause?"""
        return i in self._finite

    def begins_inside(self, first: int) -> bool:
        """Does a stretch begin in the middle of a phrase, because the phrase is too long to be taken whole?"""
        opens = self._document.sentences[self._document.sentence_of[first]].first == first
        return not (opens or self.parts(first - 1))

    def verb_before(self, i: int) -> Trigger | None:
        """The last verb before a token that makes a clause, neither infinitive nor saying, in its sentence."""
        of = self._document.sentence_of
        for verb in reversed(self._verbs[: bisect_left(self._verbs, i, key=lambda verb: verb.first)]):
            if of[verb.first] != of[i]:
                return None
            if not verb.speech and self._words[verb.opens] not in self._infinitive:
                return verb
        return None

    def is_joined(self, i: int) -> bool:
        """Does a clause that is joined to the one before open here?"""
        return i in self._joined

    def ends_clause(self, i: int) -> bool:
        """Is the token a mark, or a comma?"""
        return self._words[i] in _MARKS or self._words[i] in COMMAS

    def opens_aside(self, comma: int) -> bool:
        """Does the comma open a few words without a verb, behind which the clause goes on with no verb of its own?"""
        last = min(comma + _ASIDE, len(self._words) - 1)
        for i in range(comma + 1, last):
            if self._words[i] in COMMAS:
                return not (self.is_verb(i + 1) or self._words[i + 1] in self._breaks or self._words[i + 1] in _MARKS)
            if self.is_verb(i) or self._words[i] in _MARKS:
                return False
        return False

    def is_described(self, first: int, trigger: Trigger) -> bool:
        """Does a noun open what begins here, and the trigger only tells which one is meant ("the port that shut")?"""
        before = trigger.opens - 1
        return first < before and self._words[before] in self._relative

    def is_owned(self, i: int) -> bool:
        """Does a pronoun hang on the token, which only the text before explains?"""
        return self._lookup.find(self._words[i]).owner

    def dangles(self, i: int) -> bool:
        """A stretch should not end with this token."""
        return self._words[i] in self._dangling or self._words[i] in COMMAS
