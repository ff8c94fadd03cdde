"""Find the words that tell events, and read each as its neighbours allow: verb or noun, told, planned or denied."""

from __future__ import annotations

from collections.abc import Iterator

from events.extraction.happenings.inflection import Shape
from events.extraction.happenings.lookup import Found, Lookup, lookup_of
from events.extraction.happenings.mood import Moods
from events.extraction.happenings.trigger import Trigger
from events.extraction.happenings.vocabulary import Reading, Standing
from events.extraction.text import Document

_NOUNS = frozenset({Shape.MASDAR, Shape.NOUN, Shape.PLURAL})
#: How far behind a verb its object may stand and still say which verb it is.
_OBJECT_WITHIN = 7


def find_triggers(document: Document) -> list[Trigger]:
    """All triggers in the order of the text, also those that tell no event (see Mood)."""
    return list(_Finder(document).triggers())


class _Finder:
    def __init__(self, document: Document) -> None:
        self._document = document
        self._words = document.words
        self._lookup: Lookup = lookup_of(document.language)
        self._moods = Moods(document, self._lookup.vocabulary)
        cue = self._lookup.vocabulary.cue
        self._before_noun = cue("BEFORE_NOUN")
        self._infinitive = cue("INFINITIVE") | cue("MODAL")
        self._between = cue("BETWEEN")
        self._cased = bool(cue("MODAL"))  # a language with auxiliaries tells verb from noun by them
        self._found: dict[str, Found] = {}

    def triggers(self) -> Iterator[Trigger]:
        for i, word in enumerate(self._words):
            found = self._find(word)
            if found.readings and (trigger := self._read(i, found)):
                self._moods.settle(trigger, found.before)
                yield trigger

    def _find(self, word: str) -> Found:
        if word not in self._found:
            self._found[word] = self._lookup.find(word)
        return self._found[word]

    def _read(self, i: int, found: Found) -> Trigger | None:
        readings = [reading for reading in found.readings if self._particle_follows(i, reading)]
        reading = self._choose(i, readings, found)
        if reading is None:
            return None
        trigger = Trigger(i, i + 1 + len(reading.particle), reading, letters=found.letters, owner=found.owner)
        trigger.definite = "noun" in found.before
        trigger.attributive = self._attributive(i, reading, found)
        return trigger

    def _particle_follows(self, i: int, reading: Reading) -> bool:
        following = self._words[i + 1 : i + 1 + len(reading.particle)]
        return not reading.particle or tuple(following) == reading.particle

    def _choose(self, i: int, readings: list[Reading], found: Found) -> Reading | None:
        nouns = [reading for reading in readings if reading.shape in _NOUNS]
        verbs = [reading for reading in readings if reading.shape not in _NOUNS]
        if verbs and self._may_be_verb(i, verbs[0], bool(nouns), found):
            return self._by_object(i, verbs)
        if nouns:
            return min(nouns, key=lambda noun: noun.verb)  # a noun of its own list before a masdar
        return None

    def _may_be_verb(self, i: int, verb: Reading, also_noun: bool, found: Found) -> bool:
        before = self._word_before(i)
        if "noun" in found.before:
            return not also_noun
        if verb.shape is Shape.BASE:
            return before in self._infinitive
        if also_noun and before in self._before_noun:
            return False
        if also_noun and verb.shape is Shape.PRESENT and self._cased:
            return not self._document.capitalised(i) and self._opens_noun(i + 1)
        return before not in self._before_noun or verb.shape in (Shape.PARTICIPLE, Shape.GERUND, Shape.ACTIVE)

    def _opens_noun(self, i: int) -> bool:
        """Does an object begin here: an article, a name?"""
        return i < len(self._words) and (self._words[i] in self._before_noun or self._document.capitalised(i))

    def _by_object(self, i: int, verbs: list[Reading]) -> Reading:
        """Of verbs spelled alike the one whose object is of its type: وقّع (signed) a treaty, وقع (befell) an accident."""
        verbs = _best_shapes(verbs)
        if len({(verb.lemma, verb.type) for verb in verbs}) > 1:
            types = {
                reading.type
                for word in self._words[i + 1 : i + 1 + _OBJECT_WITHIN]
                for reading in self._find(word).readings
                if reading.shape in _NOUNS
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

    def _attributive(self, i: int, reading: Reading, found: Found) -> bool:
        if reading.shape not in (Shape.PARTICIPLE, Shape.ACTIVE, Shape.PAST):
            return False
        return "noun" in found.before or self._word_before(i) in self._before_noun


def _best_shapes(verbs: list[Reading]) -> list[Reading]:
    """Past before present before participles: what news is told in comes first."""
    order = (Shape.PAST, Shape.PASSIVE, Shape.PRESENT, Shape.BASE, Shape.PARTICIPLE, Shape.GERUND, Shape.ACTIVE)
    return sorted(verbs, key=lambda verb: order.index(verb.shape))
