"""English inflection by rule, with the irregular verbs as data.  Spelling rules after Quirk et al., §§ 3.5–3.10."""

from __future__ import annotations

from collections.abc import Iterator

from events.extraction.lexicon.inflection import Inflector, Irregular, Shape, Spelling

_VOWELS = "aeiou"
#: The one verb whose present has forms of its own.
_PRESENT = {"be": ("is", "are")}
#: Verbs of several syllables that stress the last and so double its consonant.
_STRESSED_LAST = (
    "mit",
    "cur",
    "fer",
    "bel",
    "pel",
    "trol",
    "gret",
    "plan",
    "quit",
    "quip",
    "rebut",
    "tap",
    "bar",
    "trap",
    "nap",
)
#: ... and verbs that end alike but do not.
_NEVER_DOUBLED = ("offer", "suffer", "differ", "visit", "limit", "exit", "edit", "benefit", "label", "audit")


def make(irregular: Irregular) -> Inflector:
    return Inflector(lambda base, hint: verb_forms(base, irregular), noun_forms)


def verb_forms(base: str, irregular: Irregular) -> Iterator[Spelling]:
    yield base, Shape.BASE
    yield from ((form, Shape.PRESENT) for form in _PRESENT.get(base, (third_person(base),)))
    yield gerund(base), Shape.GERUND
    if base in irregular:
        past, participle = irregular[base]
        yield from ((form, Shape.PAST) for form in past)
        yield from ((form, Shape.PARTICIPLE) for form in participle)
    else:
        yield regular_past(base), Shape.PAST
    if base.endswith("l") and base[-2] in _VOWELS and not base.endswith(("il", "eal", "ail", "oil")):
        yield base + "led", Shape.PAST  # British: cancelled
        yield base + "ling", Shape.GERUND


def noun_forms(singular: str, plurals: tuple[str, ...] = ()) -> Iterator[Spelling]:
    yield singular, Shape.NOUN
    yield from ((plural, Shape.PLURAL) for plural in plurals or (third_person(singular),))


def third_person(base: str) -> str:
    if base.endswith(("s", "x", "z", "ch", "sh", "o")):
        return base + "es"
    if base.endswith("y") and base[-2:-1] not in _VOWELS:
        return base[:-1] + "ies"
    return base + "s"


def regular_past(base: str) -> str:
    if base.endswith("e"):
        return base + "d"
    if base.endswith("y") and base[-2:-1] not in _VOWELS:
        return base[:-1] + "ied"
    return _doubled(base) + "ed"


def gerund(base: str) -> str:
    if base.endswith("ie"):
        return base[:-2] + "ying"
    if base.endswith("e") and not base.endswith(("ee", "ye", "oe")) and base != "be":
        return base[:-1] + "ing"
    return _doubled(base) + "ing"


def _doubled(base: str) -> str:
    """The base, its last consonant doubled where a stressed short vowel stands before it: ban → bann."""
    if len(base) < 3 or base[-1] in _VOWELS + "wxy" or base[-2] not in _VOWELS:
        return base
    if base[-3] in _VOWELS and base[-4:-2] != "qu":
        return base
    syllables = sum(letter in _VOWELS and (i == 0 or base[i - 1] not in _VOWELS) for i, letter in enumerate(base))
    stressed = syllables == 1 or (base.endswith(_STRESSED_LAST) and not base.endswith(_NEVER_DOUBLED))
    return base + base[-1] if stressed else base
