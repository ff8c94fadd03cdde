"""Whom a pronoun means, or a verb that leaves out its subject: the last named subject that agrees with it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from events.extraction.clauses.analysed_document import AnalysedDocument
from events.extraction.clauses.boundaries import ends_clause
from events.extraction.clauses.extents import start_of
from events.extraction.clauses.postverbal_subject import subject_behind
from events.extraction.entities import Name, NameKind
from events.extraction.lexicon.inflection import Shape
from events.extraction.triggers.trigger import Trigger

_MOST_VERBS = 12  # so many verbs back a subject is looked for
_VERBS_OF_THINGS = 4  # so many, if what is left out is no name
_SENTENCES_BACK = 8
_LONG_ENOUGH = 5  # letters of a word before its ending is taken for a pronoun
#: A subject begins so few words behind a verb that stands first.
_BEHIND_VERB = 3
_LONGEST = 8  # words of a subject
_FULL_NAME = 2  # words of a person's name
_BEHIND_NAME = frozenset({",", "has", "had", "was", "is", "will"})
_FEMININE_FROM = 3  # letters of a word before its gender is read from its ends
_PEOPLE = frozenset({NameKind.PERSON, NameKind.ROLE})
_BODIES = frozenset({NameKind.ORGANISATION, NameKind.GROUP, NameKind.COUNTRY})


class Antecedents:
    """Finds them in one document."""

    def __init__(self, analysed: AnalysedDocument) -> None:
        document, lexicon = analysed.document, analysed.lexicon
        self._document = document
        self._analysed = analysed
        self._tokens = analysed.tokens
        self._placed = analysed.names
        self._finite = analysed.verbs
        self._person = lexicon.cue("PRONOUN", "person")
        self._thing = lexicon.cue("PRONOUN", "thing")
        self._hers = lexicon.cue("POSSESSIVE", "person")
        self._its = lexicon.cue("POSSESSIVE", "thing")
        self._dropping = lexicon.cue("DROPPED", "words")
        self._beginnings = tuple(lexicon.cue("AGREEING_BEGINNING", "letters"))
        self._endings = tuple(lexicon.cue("AGREEING_ENDING", "letters"))
        self._plural = tuple(lexicon.cue("PLURAL_VERB", "written"))
        self._before_noun = lexicon.cue("BEFORE_NOUN")
        self._resumptive = lexicon.cue("RESUMPTIVE", "words")
        self._owned = tuple(lexicon.cue("OWNED_ENDING", "written"))
        self._lookup = analysed.lookup
        self._articles = lexicon.cue("ARTICLE", "words")
        self._determiners, self._many = (
            self._articles | lexicon.cue("ARTICLE", "indefinite"),
            lexicon.cue("MANY", "words"),
        )
        self._definite = tuple(lexicon.cue("ARTICLE_WRITTEN", "written"))
        self._full: dict[str, str] = {}
        for name in analysed.names:
            text = self._written(name)
            if name.key and len(text) > len(self._full.get(name.key, "")):
                self._full[name.key] = text

        people = {name.key for name in analysed.names if name.kind is NameKind.PERSON}
        self._surnames = {text.split()[-1]: key for key, text in self._full.items() if key in people}

    def of_pronoun(self, trigger: Trigger) -> str:
        """The name for the pronoun that the clause begins with, if one and only one may be meant."""
        word = self._document.words[start_of(self._analysed, trigger)]
        if word in self._person:
            return self._stranger_before(trigger) or self._called(self._person_named(trigger))
        if word not in self._thing:
            return ""
        return self._called(self._last_subject(trigger, _BODIES)) or self._thing_that_opens(trigger, word)

    def _stranger_before(self, trigger: Trigger) -> str:
        """A name that no list knows, with which the sentence before begins: "[Ann Holt], who won, wept. She"."""
        number = self._document.sentence_of[trigger.first]
        before, here = self._document.sentences[number - 1], self._document.sentences[number]
        if not number or not self._analysed.cues.subject_first or before.paragraph != here.paragraph:
            return ""
        first = last = before.first
        while last < before.last and self._document.capitalised(last):
            last += 1
        if self._document.words[first] in self._document.language.function_words or last - 1 in self._tokens.timed:
            return ""
        known = any(name.kind is not NameKind.OTHER for name in self._placed.within(first, last))
        if last - first < _FULL_NAME or known or self._document.words[first] in self._determiners:
            return ""
        follows = self._document.words[last] in _BEHIND_NAME or last in self._tokens.finite
        return self._document.text(first, last) if follows else ""

    def _thing_that_opens(self, trigger: Trigger, pronoun: str) -> str:
        """What the sentence before begins with and tells of: "[The lander] touched down. It sent pictures"."""
        sentences, number = self._document.sentences, self._document.sentence_of[trigger.first]
        if start_of(self._analysed, trigger) != sentences[number].first or not number:
            return ""
        before = sentences[number - 1]
        verb = next((one for one in self._finite if before.first <= one.first < before.last), None)
        if (
            verb is None
            or before.paragraph != sentences[number].paragraph
            or start_of(self._analysed, verb) != before.first
        ):
            return ""
        article, rest = self._document.words[before.first], self._document.words[before.first + 1 : verb.opens]
        if (
            article not in self._determiners
            or not 0 < len(rest) < _LONGEST
            or self._is_many(rest[-1]) != (pronoun in self._many)
        ):
            return ""
        if self._placed.within(before.first, verb.opens) or any(not word.isalpha() for word in rest):
            return ""
        return f"The {self._document.text(before.first + 1, verb.opens)}"

    @staticmethod
    def _is_many(noun: str) -> bool:
        return noun.endswith("s") and not noun.endswith("ss")

    def of_possessive(self, trigger: Trigger, first: int) -> str:
        """The name for the possessive pronoun at token ``first``, if one and only one may be meant."""
        word = self._document.words[first]
        if word in self._hers:
            person, last = self._person_named(trigger), self._last_subject(trigger, _PEOPLE)
            return self._called(person) if person and last and self._key(last) == self._key(person) else ""
        return self._called(self._last_subject(trigger, _BODIES)) if word in self._its else ""

    def of_dropped(self, trigger: Trigger) -> str:
        """The name for the subject that a verb leaves out, as what stands behind it shows."""
        if self._analysed.cues.subject_first or trigger.passive or not self.drops(trigger):
            return ""
        if trigger.joined and (subject := self._of_verb_before(trigger)):
            return subject
        if self._shows_many(trigger):
            return self._thing_before(trigger, many=True)
        last = self._last_subject(trigger, _PEOPLE | _BODIES)
        if last is None:
            return self._thing_before(trigger)
        if last.kind in _BODIES:
            return self._called(last)
        named = self._person_named(trigger)
        return self._called(last) if named and named.key == last.key else ""

    def drops(self, trigger: Trigger) -> bool:
        """Has the verb left out its subject, as its own ending or what stands behind it shows?"""
        return self._shows_many(trigger) or self.drops_behind(trigger.last)

    def drops_behind(self, i: int) -> bool:
        """Does the phrase that begins at a token, behind a verb, show that its subject is left out?"""
        words, behind = self._document.words, i
        while i + 1 < len(words) and (i in self._tokens.timed or self._opens_time(i)):
            i += 1
        if i >= len(words) or words[i] in self._dropping:
            return i < len(words)
        if i > behind and ends_clause(self._analysed, i):
            return True
        found = self._lookup.find(words[i])
        own_deed = found.owner and any(entry.shape is Shape.MASDAR for entry in found.entries)
        owned = len(words[i]) >= _LONG_ENOUGH and words[i].endswith(self._owned) and words[i] not in self._resumptive
        return "noun" in found.before or (i == behind and (own_deed or owned))

    def _opens_time(self, i: int) -> bool:
        return i + 1 in self._tokens.timed and self._document.words[i] in self._before_noun

    def _shows_many(self, trigger: Trigger) -> bool:
        """A verb that stands before its subject is singular, whatever the subject."""
        return self._document.words[trigger.first].endswith(self._plural)

    def _of_verb_before(self, trigger: Trigger) -> str:
        """The subject that a joined verb shares with the one before it in the sentence."""
        position = bisect_left(self._finite, trigger.first, key=lambda other: other.first)
        other = self._finite[position - 1] if position else None
        of = self._document.sentence_of
        if other is None or of[other.first] != of[trigger.first] or not self._agree(trigger, other):
            return ""
        if self._document.quoted(other.first) != self._document.quoted(trigger.first):
            return ""
        if other.passive:
            return ""
        first = start_of(self._analysed, other)
        found = (first, other.opens) if first < other.opens else subject_behind(self._analysed, other)
        return " ".join(self._document.text(*found).split()) if found and found[1] - found[0] <= _LONGEST else ""

    def _thing_before(self, trigger: Trigger, *, many: bool = False) -> str:
        """The common noun that a verb before has for its subject: "the earthquake hit ...; [the earthquake] killed"."""
        position = bisect_left(self._finite, trigger.first, key=lambda other: other.first)
        of, quoted = self._document.sentence_of, self._document.quoted
        for other in reversed(self._finite[max(position - _VERBS_OF_THINGS, 0) : position]):
            if of[trigger.first] - of[other.first] > 1 or quoted(other.first) != quoted(trigger.first):
                return ""
            found = None if other.passive or self.drops(other) else subject_behind(self._analysed, other)
            if found and self._is_definite(found, many=many) and (many or self._agree(trigger, other)):
                return " ".join(self._document.text(*found).split())
            if not many:
                return ""
        return ""

    def _is_definite(self, phrase: tuple[int, int], *, many: bool) -> bool:
        word = self._document.words[phrase[0]]
        is_short = phrase[1] - phrase[0] <= _BEHIND_VERB
        return is_short and word.startswith(self._definite) and (not many or word.endswith(self._plural))

    def _person_named(self, trigger: Trigger) -> Name | None:
        """The one person whom this paragraph and the one before name up to here; nobody if there are two."""
        people = {
            key: name
            for name in self._before(trigger)
            if (key := self._surnames.get(self._written(name)) or (name.kind in _PEOPLE and name.key))
        }
        if len(people) != 1:
            return None
        person = next(iter(people.values()))
        if any(name.kind is NameKind.ROLE for name in self._before(trigger)):  # it may be another's
            last = self._last_subject(trigger, _PEOPLE)
            return person if last and self._key(last) == self._key(person) else None
        return person

    def _key(self, name: Name) -> str | None:
        return self._surnames.get(self._written(name)) or name.key

    def _before(self, trigger: Trigger) -> Sequence[Name]:
        sentences = self._document.sentences
        here = back = self._document.sentence_of[trigger.first]
        while back > max(here - _SENTENCES_BACK, 0) and self._near(back - 1, here):
            back -= 1
        return self._placed.within(sentences[back].first, trigger.opens)

    def _near(self, there: int, here: int) -> bool:
        sentences = self._document.sentences
        return sentences[here].paragraph - sentences[there].paragraph <= 1

    def _last_subject(self, trigger: Trigger, kinds: frozenset[NameKind]) -> Name | None:
        """The last named subject, if it is of one of these kinds and agrees."""
        other, name = next(self._subjects(trigger), (trigger, None))
        return name if name and name.kind in kinds and self._agree(trigger, other) else None

    def _called(self, name: Name | None) -> str:
        """The longest form of a person's name; another's as it was written."""
        if name is None:
            return ""
        text = self._written(name)
        key = self._surnames.get(text) or (name.key if name.kind is NameKind.PERSON else None)
        text = self._full.get(key, text) if key else text
        return text[:1].upper() + text[1:]

    def _subjects(self, trigger: Trigger) -> Iterator[tuple[Trigger, Name]]:
        """The named subjects before a trigger, the last first, of its paragraph and the one before."""
        of = self._document.sentence_of
        here = of[trigger.first]
        position = bisect_left(self._finite, trigger.first, key=lambda other: other.first)
        for other in reversed(self._finite[max(position - _MOST_VERBS, 0) : position]):
            there = of[other.first]
            if here - there > 1 or not self._near(there, here):
                return
            if self._document.quoted(other.first) == self._document.quoted(trigger.first):
                yield from ((other, name) for name in self._subject(other) if not name.demonym)

    def _subject(self, verb: Trigger) -> Sequence[Name]:
        """The name that a verb's subject is: it opens the stretch before the verb, or stands right behind it."""
        first = start_of(self._analysed, verb)
        if self._analysed.cues.subject_first:
            return [name for name in self._placed.within(first, verb.opens) if name.last == verb.opens][:1]
        before = [name for name in self._placed.within(first, verb.opens) if name.last == verb.opens]
        behind = self._placed.within(verb.last, verb.last + _BEHIND_VERB)
        return before[:1] or [name for name in behind[:1] if not self._governed(verb.last, name.first)]

    def _governed(self, first: int, last: int) -> bool:
        return any(self._document.words[i] in self._dropping for i in range(first, last))

    def _agree(self, trigger: Trigger, other: Trigger) -> bool:
        return self._feminine(trigger) is self._feminine(other)

    def _feminine(self, trigger: Trigger) -> bool:
        """Does the verb show a feminine subject, where the language's verbs show one at all?"""
        word = self._document.words[trigger.first][trigger.joined :]
        marked = word.startswith(self._beginnings) or word.endswith(self._endings)
        return len(word) > _FEMININE_FROM and marked

    def _written(self, name: Name) -> str:
        has_article = name.first > 0 and self._document.words[name.first - 1] in self._articles
        return " ".join(self._document.text(name.first - has_article, name.last).split())
