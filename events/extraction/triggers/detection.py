"""Find the words that tell events, and read each as its neighbours allow: verb or noun, told, planned or denied."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator
from dataclasses import replace

from events.extraction.entities import Name, NameKind
from events.extraction.lexicon.analysis import Lookup, WordAnalysis, lookup_of
from events.extraction.lexicon.entries import LexicalEntry, Standing
from events.extraction.lexicon.inflection import Shape
from events.extraction.text import Document
from events.extraction.triggers.capitals import Capitals
from events.extraction.triggers.modality import Moods
from events.extraction.triggers.trigger import Trigger

_NOUNS = frozenset({Shape.MASDAR, Shape.NOUN, Shape.PLURAL})
#: Names whose words tell nothing ("the Cooperation Council"); those of roles and groups may ("the attacker").
_PROPER = frozenset({NameKind.COUNTRY, NameKind.CITY, NameKind.PLACE, NameKind.ORGANISATION, NameKind.PERSON})
#: Shapes that may describe the noun behind them.
_DESCRIBING = frozenset({Shape.PARTICIPLE, Shape.GERUND, Shape.ACTIVE, Shape.PAST})
#: How many words behind a verb its object may stand and still say which verb it is.
_OBJECT_WITHIN = 7
_FORMULA_WITHIN = 3  # words from a verb to the one that makes it a turn of phrase
#: Letters of the longest word that only looks like a plural ("gas", "bus").
_SHORT = 3


def find_triggers(document: Document, names: Iterable[Name] = ()) -> list[Trigger]:
    """All triggers in the order of the text, also those that tell no event (see Mood); none inside a name."""
    named = {i for name in names if name.kind in _PROPER for i in range(name.first, name.last)}
    return [trigger for trigger in _Finder(document, named).triggers() if trigger.first not in named]


class _Finder:
    def __init__(self, document: Document, named: Container[int]) -> None:
        self._document = document
        self._words = document.words
        self._lookup: Lookup = lookup_of(document.language)
        self._capitals = Capitals(document, self._lookup, named)
        self._moods = Moods(document, self._lookup.lexicon)
        cue = self._lookup.lexicon.cue
        self._before_noun = cue("BEFORE_NOUN")
        self._infinitive = cue("INFINITIVE") | cue("MODAL")
        self._passive = cue("PASSIVE")
        self._between = cue("BETWEEN")
        self._many = cue("MANY", "words")
        self._typology = document.language.typology
        self._last: Trigger | None = None

    def triggers(self) -> Iterator[Trigger]:
        for i, word in enumerate(self._words):
            if self._last and i < self._last.last:
                continue
            found = self._lookup.find(word)
            if found.entries and self._capitals.is_name(i):
                found = self._capitals.event_nouns(i, found)
            if found.owner and self._document.body[self._document.ends[i] - 1] != word[-1]:
                continue  # the last letter stands for another: no pronoun hangs here
            if found.entries and (trigger := self._read(i, found)):
                self._last = trigger
                self._moods.settle(trigger, found.before)
                yield trigger

    def _read(self, i: int, found: WordAnalysis) -> Trigger | None:
        entries = [entry for entry in found.entries if self._particle_follows(i, entry)]
        entry = self._choose(i, entries, found)
        if entry is None:
            return None
        return Trigger(
            i,
            i + 1 + len(entry.particle),
            entry,
            letters=found.letters,
            joined=1 if "join" in found.before else 0,
            owner=found.owner,
            attributive=self._attributive(i, entry, found),
            definite="article" in found.before,
        )

    def _particle_follows(self, i: int, entry: LexicalEntry) -> bool:
        following = self._words[i + 1 : i + 1 + len(entry.particle)]
        return not entry.particle or tuple(following) == entry.particle

    def _choose(self, i: int, entries: list[LexicalEntry], found: WordAnalysis) -> LexicalEntry | None:
        nouns = [entry for entry in entries if entry.shape in _NOUNS]
        verbs = [
            entry for entry in entries if entry.shape not in _NOUNS and self._may_be_verb(i, entry, bool(nouns), found)
        ]
        if verbs and not self._governed(i, found):
            verb = self._by_object(i, verbs)
            return None if self._is_formula(i, verb) else verb
        if verbs and not nouns:
            return replace(verbs[0], shape=Shape.MASDAR)
        if nouns:
            return min(nouns, key=lambda noun: noun.verb)  # a noun of its own list before a masdar
        return None

    def _may_be_verb(self, i: int, verb: LexicalEntry, also_noun: bool, found: WordAnalysis) -> bool:
        before = self._word_before(i)
        if "noun" in found.before or "article" in found.before:
            return not also_noun
        if verb.shape is Shape.BASE:
            return before in self._infinitive or (not also_noun and self._behind_a_plural(i))
        if verb.shape in (Shape.PARTICIPLE, Shape.ACTIVE) and not self._typology.auxiliaries:
            return not also_noun
        if verb.shape is Shape.PRESENT and self._typology.verbs_like_nouns and self._capitals.at(i):
            return False  # "Rebels seized": a plural opens the sentence, no verb without its subject
        if not also_noun:
            return before not in self._before_noun or verb.shape in _DESCRIBING
        if before in self._before_noun:
            return False
        if verb.shape is Shape.GERUND:
            return before in self._passive
        if verb.shape is Shape.PRESENT and self._typology.verbs_like_nouns:
            return not self._capitals.at(i) and self._opens_noun(i + 1)
        return True

    def _behind_a_plural(self, i: int) -> bool:
        """ "They meet", "ministers meet": does the subject of a present tense stand right before?"""
        before = self._words[i - 1] if i else ""
        if before in self._many:
            return True
        return self._typology.is_plural(before) and len(before) > _SHORT and not self._capitals.at(i - 1)

    def _is_formula(self, i: int, verb: LexicalEntry) -> bool:
        """A turn of phrase that tells nothing ("declined to be named")."""
        cue = self._lookup.lexicon.cue
        if verb.lemma not in cue("FORMULA", "verbs"):
            return False
        return not cue("FORMULA", "words").isdisjoint(self._words[i + 1 : i + 1 + _FORMULA_WITHIN])

    def _governed(self, i: int, found: WordAnalysis) -> bool:
        """Is it the verbal noun that the word before governs: (إعادة فرض، تواصل دعم)?"""
        if not self._typology.construct_state or found.before:
            return False
        if not self._last or self._last.last != i or self._last.speech:
            return False
        return not self._last.definite and not self._last.owner and not self._last.attributive

    def _opens_noun(self, i: int) -> bool:
        """Does an object begin here: an article, a name?"""
        return i < len(self._words) and (self._words[i] in self._before_noun or self._capitals.at(i))

    def _by_object(self, i: int, verbs: list[LexicalEntry]) -> LexicalEntry:
        """Of verbs spelled alike the one whose object is of its type: وقّع (to sign) a treaty, وقع (to befall)."""
        verbs = _best_shapes(verbs)
        if len({(verb.lemma, verb.type) for verb in verbs}) > 1:
            types = {
                entry.type
                for word in self._words[i + 1 : i + 1 + _OBJECT_WITHIN]
                for entry in self._lookup.find(word).entries
                if entry.shape in _NOUNS
            }
            for verb in verbs:
                if verb.type in types and verb.standing is not Standing.LIGHT:
                    return verb
        return verbs[0]

    def _word_before(self, i: int) -> str:
        """The nearest word before that is no adverb."""
        i -= 1
        while i >= 0 and self._words[i] in self._between:
            i -= 1
        return self._words[i] if i >= 0 else ""

    def _attributive(self, i: int, entry: LexicalEntry, found: WordAnalysis) -> bool:
        if not self._typology.auxiliaries:
            return entry.shape in (Shape.PARTICIPLE, Shape.ACTIVE)
        if entry.shape not in (Shape.PARTICIPLE, Shape.ACTIVE, Shape.PAST):
            return False
        return "noun" in found.before or self._word_before(i) in self._before_noun


def _best_shapes(verbs: list[LexicalEntry]) -> list[LexicalEntry]:
    """The longest first ("blast off" before "blast"), then past before present: what news is told in comes first."""
    order = (Shape.PAST, Shape.PASSIVE, Shape.PRESENT, Shape.BASE, Shape.PARTICIPLE, Shape.GERUND, Shape.ACTIVE)
    return sorted(verbs, key=lambda verb: (-len(verb.particle), order.index(verb.shape)))
