"""A conjugator for Arabic as newspapers write it: without vowels.

A verb is given by its past tense, third person masculine singular (``أعلن``), and a hint for what the letters do not
say: ``2`` for the second form (``وقع``, signed), or the vowel of a hollow or defective present of the first form
(``و ي ا``).  What vowels alone tell apart (قَتَلَ، قُتِلَ) is one spelling here.  The patterns are those of any grammar
(Wright, *A Grammar of the Arabic Language*, I §§ 35–176).
"""

from __future__ import annotations

from collections.abc import Collection, Iterator

from events.extraction.lexicon.inflection import Exceptions, Inflector, Shape, Spelling

#: Letters of a past: of a root and so of the first form, of that with one letter more (third and fourth form, or four
#: radicals), with two (fifth to eighth) and with three (tenth).
_ROOT, _ONE_MORE, _TWO_MORE, _THREE_MORE = 3, 4, 5, 6
_DOUBLED_ROOT = 2  # letters of a root whose last two are one: شن
_WEAK_ENDS = "ىاي"


TABLES = frozenset({"PASSIVE"})


def make(exceptions: Exceptions) -> Inflector:
    """Arabic's irregular verbs are regular once their hints are known."""
    hollow_passives = frozenset(exceptions.of("PASSIVE", "hollow"))
    return Inflector(lambda lemma, hint: verb_forms(lemma, hint, hollow_passives), noun_forms)


def verb_forms(lemma: str, hint: str = "", hollow_passives: Collection[str] = ()) -> Iterator[Spelling]:
    """Past, present, passives, participles and (of the derived forms) the masdar."""
    present = _present(lemma, hint)
    yield from ((form, Shape.PAST) for form in _past_persons(lemma))
    yield from ((form, Shape.PRESENT) for form in _present_persons(present))
    for passive in _passive_pasts(lemma, hint, hollow_passives):
        yield from ((form, Shape.PASSIVE) for form in _past_persons(passive))
    passive = _passive_present(present, lemma)
    if passive != present:
        yield from ((form, Shape.PRESENT) for form in _present_persons(passive))
    for active in _active_participles(lemma, hint, present):
        yield from ((form, Shape.ACTIVE) for form in _endings(active))
    for participle in _passive_participles(lemma, hint, present):
        yield from ((form, Shape.PARTICIPLE) for form in _endings(participle))
    for masdar in _masdars(lemma, hint):
        yield masdar, Shape.MASDAR


def noun_forms(singular: str, plurals: tuple[str, ...] = ()) -> Iterator[Spelling]:
    """The noun, its dual, its sound and its broken plurals, and what they become before a possessive."""
    yield singular, Shape.NOUN
    stem = singular[:-1] + "ت" if singular.endswith("ة") else singular
    yield stem, Shape.NOUN
    yield from ((stem + dual, Shape.PLURAL) for dual in ("ان", "ين", "ا", "ي"))
    sound = stem[:-1] if singular.endswith("ة") else stem
    yield sound + "ات", Shape.PLURAL
    if not singular.endswith(("ة", "ى")):
        yield singular + "ا", Shape.NOUN  # the accusative: هجوماً
    for plural in plurals:
        yield plural, Shape.PLURAL
        yield plural + "ا", Shape.PLURAL
        if plural.endswith("ة"):
            yield plural[:-1] + "ت", Shape.PLURAL


def _derived(lemma: str, hint: str) -> bool:
    """Is the verb of another than the first form?"""
    return hint == "2" or len(lemma) > _ROOT


def _hollow(lemma: str, hint: str) -> bool:
    return len(lemma) == _ROOT and lemma[1] == "ا" and hint != "2"


def _present(lemma: str, hint: str) -> str:
    """The present without its prefix letter: ``علن`` of أعلن."""
    if not _derived(lemma, hint):
        return _first_form_present(lemma, hint)
    if hint == "2" or lemma[1] == "ا":  # second and third form
        stem = ("ؤ" + lemma[1:]) if lemma[0] in "أآ" and hint == "2" else lemma
        return stem[:-1] + "ي" if stem[-1] == "ى" else stem
    if lemma[0] == "أ":  # fourth form; its hollow verbs lengthen with ي
        stem = lemma[1:]
        return _front_vowel(stem)
    if lemma[0] == "آ":
        return "ؤ" + lemma[1:]
    if lemma[0] == "ت" and len(lemma) >= _ONE_MORE:
        return lemma
    if lemma[0] == "ا":  # seventh, eighth and tenth form
        stem = lemma[1:]
        if lemma.startswith("است") and len(lemma) == _THREE_MORE:
            return _front_vowel(stem)
        return stem[:-1] + "ي" if stem[-1] == "ى" else stem
    return lemma[:-1] + "ي" if lemma[-1] == "ى" else lemma  # four letters: سيطر


def _front_vowel(stem: str) -> str:
    """The long vowel before or at the end turns to ي: عاد → عيد, جرى → جري."""
    if stem[-1] == "ى":
        return stem[:-1] + "ي"
    if len(stem) >= _ROOT and stem[-2] == "ا":
        return stem[:-2] + "ي" + stem[-1]
    return stem


def _first_form_present(lemma: str, hint: str) -> str:
    if _hollow(lemma, hint):
        return lemma[0] + (hint or "و") + lemma[2]
    if lemma[-1] == "ا":
        return lemma[:-1] + (hint or "و")
    if lemma[-1] == "ى":
        return _without_waw(lemma)[:-1] + ("ى" if hint == "ا" else "ي")
    if lemma[-1] == "ي":
        return _without_waw(lemma)[:-1] + "ى"
    return _without_waw(lemma)


def _without_waw(lemma: str) -> str:
    """وصل → صل: an initial و of the first form drops in the present."""
    return lemma[1:] if lemma[0] == "و" and len(lemma) == _ROOT else lemma


def _past_persons(past: str) -> Iterator[str]:
    """Third persons, and the first of the plural: what news is told in."""
    yield past
    end = past[-1]
    if end in "ىا" and len(past) >= _ROOT:
        stem = past[:-1]
        middle = "و" if end == "ا" else "ي"
        yield from (stem + "ت", stem + "تا", stem + "وا", stem + middle + "ا", stem + middle + "نا", stem + "ا")
    elif end == "ي" and len(past) >= _ROOT:
        yield from (past + "ت", past[:-1] + "وا", past + "ا", past + "تا", past + "نا")
    else:
        yield from (past + "ت", past + "تا", past + "ا", past + "وا", past + "ن", past + "نا")
        if len(past) >= _ROOT and past[-2] == "ا":
            yield past[:-2] + past[-1] + "نا"
        if end == "أ":
            yield past[:-1] + "ؤوا"
            yield past[:-1] + "آ"


def _present_persons(stem: str) -> Iterator[str]:
    for prefix in "يت":
        yield prefix + stem
        if stem[-1] in "ويى":
            short = stem[:-1]
            yield from (prefix + short + "ون", prefix + short + "وا", prefix + short)
            yield from (prefix + short + ("و" if stem[-1] == "و" else "ي") + dual for dual in ("ان", "ا", "ن"))
        else:
            yield from (prefix + stem + ending for ending in ("ون", "وا", "ان", "ا", "ن"))
            if stem[-1] == "أ":
                yield prefix + stem[:-1] + "ؤون"
    yield "ن" + stem


def _passive_pasts(lemma: str, hint: str, hollow_passives: Collection[str]) -> Iterator[str]:
    """Past passives that are written otherwise than their actives."""
    if lemma[-1] in "ىا":
        yield lemma[:-1] + "ي"
    elif _hollow(lemma, hint) and lemma in hollow_passives:
        yield lemma[0] + "ي" + lemma[2]
    elif len(lemma) == _ONE_MORE and lemma[1] == "ا":  # third form: هوجم
        yield lemma[0] + "و" + lemma[2:]
    elif len(lemma) == _TWO_MORE and lemma[0] == "ت" and lemma[2] == "ا":
        yield lemma[:2] + "و" + lemma[3:]
    elif len(lemma) >= _ONE_MORE and lemma[-2] == "ا":  # hollow: أعيد, اختير, استقيل
        yield lemma[:-2] + "ي" + lemma[-1]


def _passive_present(present: str, lemma: str) -> str:
    if present[-1] in "يو":
        return present[:-1] + "ى"
    if len(present) >= _ROOT and present[-2] in "يو" and (_hollow(lemma, "") or "ا" in lemma[-2:-1]):
        return present[:-2] + "ا" + present[-1]
    if len(lemma) == _ROOT and lemma[0] == "و":
        return lemma
    return present


def _active_participles(lemma: str, hint: str, present: str) -> Iterator[str]:
    if _derived(lemma, hint):
        yield "م" + present
    elif _hollow(lemma, hint):
        yield lemma[:2] + "ئ" + lemma[2]
    elif len(lemma) == _ROOT:
        yield lemma[0] + "ا" + lemma[1:-1] + ("ي" if lemma[-1] in _WEAK_ENDS else lemma[-1].replace("أ", "ئ"))


def _passive_participles(lemma: str, hint: str, present: str) -> Iterator[str]:
    if _derived(lemma, hint):
        yield "م" + (_passive_present(present, lemma) if present[-1] in "يو" or "ا" in lemma[-2:-1] else present)
    elif _hollow(lemma, hint):
        yield "م" + present
    elif len(lemma) == _ROOT and lemma[-1] not in _WEAK_ENDS:
        yield "م" + lemma[:-1] + "و" + lemma[-1].replace("أ", "ء")
    elif len(lemma) == _DOUBLED_ROOT:
        yield "م" + lemma + "و" + lemma[-1]


def _endings(participle: str) -> Iterator[str]:
    """Gender, number and the accusative of a participle."""
    yield participle
    if participle[-1] in "ىي":
        stem = participle[:-1]
        yield from (stem + ending for ending in ("ية", "اة", "يا", "ين", "ون", "يات"))
    else:
        yield from (participle + ending for ending in ("ة", "ا", "ين", "ون", "ات", "ان"))


def _masdars(lemma: str, hint: str) -> Iterator[str]:
    """Verbal nouns of the derived forms, which follow a rule; those of the first stand in the list of nouns."""
    if hint == "2":
        second = lemma[1:]
        first = "تأ" if lemma[0] == "أ" else "ت" + lemma[0]
        yield first + lemma[1:-1] + "ية" if lemma[-1] == "ى" else first + second[:-1] + "ي" + second[-1]
    elif len(lemma) >= _ONE_MORE:
        yield from _long_masdars(lemma)


def _long_masdars(lemma: str) -> Iterator[str]:
    weak = lemma[-1] == "ى"
    if lemma[0] == "أ":
        yield _fourth_masdar(lemma)
    elif lemma[0] == "ا":
        yield from _eighth_masdars(lemma, weak)
    elif lemma[0] == "ت":
        yield lemma[:-1] + "ي" if weak else lemma
    elif lemma[1] == "ا":
        yield "م" + lemma[:-1] + "اة" if weak else "م" + lemma + "ة"
    else:
        yield lemma + "ة"  # four letters: سيطرة


def _fourth_masdar(lemma: str) -> str:
    if lemma[-1] == "ى":
        return "إ" + lemma[1:-1] + "اء"
    if lemma[-2] == "ا":
        return "إ" + lemma[1:] + "ة"
    stem = "ي" + lemma[2:] if lemma[1] == "و" else lemma[1:]
    if len(stem) == _DOUBLED_ROOT:
        return "إ" + stem + "ا" + stem[-1]
    return "إ" + stem[:-1] + "ا" + stem[-1].replace("أ", "ء")


def _eighth_masdars(lemma: str, weak: bool) -> Iterator[str]:
    """Seventh, eighth and tenth form: انسحاب، اجتماع، استقالة، احتلال."""
    if weak:
        yield lemma[:-1] + "اء"
    elif lemma.startswith("است") and len(lemma) == _THREE_MORE and lemma[-2] == "ا":
        yield lemma + "ة"
    elif lemma[-2] == "ا":  # hollow: انهار → انهيار
        yield lemma[:-2] + "يا" + lemma[-1]
    else:
        yield lemma[:-1] + "ا" + lemma[-1].replace("أ", "ء")
        if len(lemma) in (_ONE_MORE, _TWO_MORE):  # a doubled last letter: احتل → احتلال, استمر → استمرار
            yield lemma + "ا" + lemma[-1]
