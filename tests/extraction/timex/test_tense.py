"""Tense of a clause, found without a tagger."""

import pytest

from events.extraction.languages import load
from events.extraction.text import parse
from events.extraction.timex.tense import TenseReader


def tense_at(code, text, word):
    document = parse(text, load(code))
    return TenseReader(document).tense_at(document.words.index(load(code).fold(word)))


@pytest.mark.parametrize(
    ("text", "word", "tense"),
    [
        ("The summit will be held in November.", "november", 1),
        ("The summit was held in November.", "november", -1),
        ("He said on Friday that they will meet on Monday.", "friday", -1),
        ("He said on Friday that they will meet on Monday.", "monday", 1),
        ("They plan to vote on Monday.", "monday", 1),
        ("He must leave by Monday.", "monday", 1),
        ("He left on Monday to prepare what will follow.", "monday", -1),
        ("A meeting on Monday", "monday", 0),
    ],
)
def test_tense_of_english_clauses(text, word, tense):
    assert tense_at("en", text, word) == tense


@pytest.mark.parametrize(
    ("text", "word", "tense"),
    [
        ("ستعقد القمة في نوفمبر.", "نوفمبر", 1),
        ("عقدت القمة في نوفمبر.", "نوفمبر", -1),
        ("من المقرر أن تعقد القمة في نوفمبر.", "نوفمبر", 1),
        ("يجتمع الوزراء الاثنين في القاهرة.", "الاثنين", 1),
        ("قال إن الوزراء سيعودون إلى الدوحة التي وصلوها الاثنين.", "الاثنين", -1),
        ("اجتماع الاثنين", "الاثنين", -1),
    ],
)
def test_tense_of_arabic_clauses(text, word, tense):
    assert tense_at("ar", text, word) == tense


def test_tense_in_a_very_long_sentence_is_found_at_every_word():
    document = parse("he went on Monday and " * 5000, load("en"))
    reader = TenseReader(document)
    assert {reader.tense_at(token) for token, word in enumerate(document.words) if word == "monday"} == {-1}
