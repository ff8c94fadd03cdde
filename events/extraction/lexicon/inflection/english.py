"""English inflection by rule, with the irregular verbs as data.  Spelling rules after Quirk et al., §§ 3.5–3.10."""

from __future__ import annotations

from collections.abc import Iterator

from events.extraction.lexicon.inflection import Exceptions, Inflector, Shape, Spelling

_VOWELS = "aeiou"
#: Letters of the shortest word whose last consonant may double: "ban".
_DOUBLING = 3
TABLES = frozenset({"PAST", "PARTICIPLE", "PRESENT", "DOUBLED", "NOT_DOUBLED"})


def make(exceptions: Exceptions) -> Inflector:
    """PAST, PARTICIPLE and PRESENT list forms by the base form; DOUBLED and NOT_DOUBLED ``endings`` of base forms."""
    return Inflector(lambda base, hint: verb_forms(base, exceptions), noun_forms)


def verb_forms(base: str, exceptions: Exceptions) -> Iterator[Spelling]:
    yield base, Shape.BASE
    yield from ((form, Shape.PRESENT) for form in exceptions.of("PRESENT", base) or (third_person(base),))
    yield gerund(base, exceptions), Shape.GERUND
    if participles := exceptions.of("PARTICIPLE", base):
        yield from ((form, Shape.PAST) for form in exceptions.of("PAST", base))
        yield from ((form, Shape.PARTICIPLE) for form in participles)
    else:
        yield regular_past(base, exceptions), Shape.PAST
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


def regular_past(base: str, exceptions: Exceptions) -> str:
    if base.endswith("e"):
        return base + "d"
    if base.endswith("y") and base[-2:-1] not in _VOWELS:
        return base[:-1] + "ied"
    return _doubled(base, exceptions) + "ed"


def gerund(base: str, exceptions: Exceptions) -> str:
    if base.endswith("ie"):
        return base[:-2] + "ying"
    if base.endswith("e") and not base.endswith(("ee", "ye", "oe")) and len(base) > len("be"):
        return base[:-1] + "ing"
    return _doubled(base, exceptions) + "ing"


def _doubled(base: str, exceptions: Exceptions) -> str:
    """The base, its last consonant doubled where a stressed short vowel stands before it: ban → bann."""
    if len(base) < _DOUBLING or base[-1] in _VOWELS + "wxy" or base[-2] not in _VOWELS:
        return base
    if base[-3] in _VOWELS and base[-4:-2] != "qu":
        return base
    syllables = sum(letter in _VOWELS and (i == 0 or base[i - 1] not in _VOWELS) for i, letter in enumerate(base))
    stressed = base.endswith(exceptions.of("DOUBLED", "endings"))
    stressed = stressed and not base.endswith(exceptions.of("NOT_DOUBLED", "endings"))
    return base + base[-1] if stressed or syllables == 1 else base
