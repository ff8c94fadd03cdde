"""Conjugation makes the forms that newspapers write."""

import pytest

from events.extraction.languages import load
from events.extraction.lexicon.entries import exceptions_of
from events.extraction.lexicon.inflection import Shape, arabic, english

EXCEPTIONS = exceptions_of(load("en"))

ARABIC_VERBS = [
    # lemma, hint, shape, forms that must be made
    ("أعلن", "", Shape.PAST, "أعلن أعلنت أعلنوا أعلنا"),  # sound, fourth form
    ("أعلن", "", Shape.PRESENT, "يعلن تعلن يعلنون"),
    ("أعلن", "", Shape.MASDAR, "إعلان"),
    ("وقع", "2", Shape.PRESENT, "يوقع توقع يوقعون"),  # second form keeps its و
    ("وقع", "2", Shape.MASDAR, "توقيع"),
    ("وقع", "2", Shape.PARTICIPLE, "موقع موقعة"),
    ("وصل", "", Shape.PRESENT, "يصل تصل يصلون"),  # assimilated
    ("قال", "و", Shape.PAST, "قال قالت قالوا قلنا"),  # hollow
    ("قال", "و", Shape.PRESENT, "يقول تقول يقولون"),
    ("باع", "ي", Shape.PRESENT, "يبيع يبيعون"),
    ("نام", "ا", Shape.PRESENT, "ينام"),
    ("أعاد", "", Shape.PRESENT, "يعيد يعاد"),
    ("أعاد", "", Shape.PASSIVE, "أعيد أعيدت"),
    ("أعاد", "", Shape.MASDAR, "إعادة"),
    ("استقال", "", Shape.PRESENT, "يستقيل"),
    ("استقال", "", Shape.MASDAR, "استقالة"),
    ("دعا", "", Shape.PAST, "دعا دعت دعوا"),  # defective
    ("دعا", "", Shape.PRESENT, "يدعو يدعون"),
    ("أجرى", "", Shape.PAST, "أجرى أجرت أجروا أجريا"),
    ("أجرى", "", Shape.PASSIVE, "أجري أجريت"),
    ("أجرى", "", Shape.MASDAR, "إجراء"),
    ("التقى", "", Shape.PRESENT, "يلتقي تلتقي يلتقون"),
    ("لقي", "", Shape.PAST, "لقي لقيت لقوا"),
    ("شن", "", Shape.PAST, "شن شنت شنوا"),  # doubled
    ("احتل", "", Shape.MASDAR, "احتلال"),
    ("بدأ", "", Shape.PAST, "بدأ بدأت بدؤوا"),  # hamzated
    ("أكد", "2", Shape.PRESENT, "يؤكد تؤكد"),
    ("أكد", "2", Shape.MASDAR, "تأكيد"),
    ("هاجم", "", Shape.PASSIVE, "هوجم هوجمت"),  # third form
    ("هاجم", "", Shape.MASDAR, "مهاجمة"),
    ("تعاون", "", Shape.MASDAR, "تعاون"),  # sixth
    ("تبادل", "", Shape.PASSIVE, "تبودل تبودلت"),
    ("استمر", "", Shape.MASDAR, "استمرار"),  # doubled, tenth
    ("انهار", "", Shape.MASDAR, "انهيار"),  # seventh, hollow
    ("أوقف", "", Shape.MASDAR, "إيقاف"),
    ("سيطر", "", Shape.MASDAR, "سيطرة"),  # four letters
]

ENGLISH_PAST = {
    "ban": "banned",
    "acquit": "acquitted",
    "equip": "equipped",
    "visit": "visited",
    "carry": "carried",
    "deploy": "deployed",
    "commit": "committed",
    "offer": "offered",
    "evacuate": "evacuated",
    "plan": "planned",
    "travel": "travelled",
    "fix": "fixed",
}


GERUNDS = {"die": "dying", "make": "making", "flee": "fleeing", "hit": "hitting"}


@pytest.mark.parametrize(("lemma", "hint", "shape", "forms"), ARABIC_VERBS)
def test_arabic_verbs_are_conjugated(lemma, hint, shape, forms):
    made = {form for form, is_shape in arabic.verb_forms(lemma, hint) if is_shape is shape}
    assert set(forms.split()) <= made


def test_arabic_nouns_have_duals_and_plurals():
    made = {form for form, _ in arabic.noun_forms("قمة", ("قمم",))}
    assert {"قمة", "قمتان", "قمتين", "قمات", "قمم"} <= made
    assert "هجوما" in {form for form, _ in arabic.noun_forms("هجوم", ("هجمات",))}


@pytest.mark.parametrize(("base", "past"), ENGLISH_PAST.items())
def test_english_pasts_follow_the_spelling_rules(base, past):
    assert past in {form for form, shape in english.verb_forms(base, EXCEPTIONS) if shape is Shape.PAST}


def test_irregular_english_verb_has_no_regular_form():
    made = dict(english.verb_forms("strike", EXCEPTIONS))
    assert "struck" in made
    assert "striked" not in made


@pytest.mark.parametrize(
    ("base", "gerund"), [("die", "dying"), ("make", "making"), ("flee", "fleeing"), ("hit", "hitting")]
)
def test_english_gerunds_follow_the_spelling_rules(base, gerund):
    assert english.gerund(base, EXCEPTIONS) == gerund
