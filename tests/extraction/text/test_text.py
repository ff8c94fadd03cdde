"""Words, spans, sentences, clauses and quotations."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from events.extraction.languages import available, load
from events.extraction.text import parse


def words(code, body):
    return parse(body, load(code)).words


def sentences(code, body):
    document = parse(body, load(code))
    return [body[sentence.start : sentence.end] for sentence in document.sentences]


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("أحمد إبراهيم آدم", ["احمد", "ابراهيم", "ادم"]),
        ("مصطفى", ["مصطفي"]),
        ("القاهرة", ["القاهره"]),
        ("الـــسلام", ["السلام"]),
        ("أَمْسِ", ["امس"]),
        ("٢٠١٥", ["2015"]),
        ("ﺍﻟﺴﻼﻡ", ["السلام"]),
        ("كتاب\u200fنا", ["كتابنا"]),
        ("یوم", ["يوم"]),
    ],
)
def test_arabic_spelling_variants_are_folded(written, folded):
    assert words("ar", written) == folded


@pytest.mark.parametrize(
    ("written", "tokens"),
    [
        ("Today's U.S. talks", ["today", "'s", "u.s.", "talks"]),
        ("didn’t", ["didn't"]),
        ("at 5 p.m., 19:45", ["at", "5", "p.m.", ",", "19:45"]),
        ("1990s and 2015-09-01", ["1990", "s", "and", "2015-09-01"]),
        ("1,000.50", ["1,000.50"]),
        ("cease-fire", ["cease", "-", "fire"]),
    ],
)
def test_english_is_cut_into_tokens(written, tokens):
    assert words("en", written) == tokens


def test_offset_of_a_word_after_a_vowelled_proclitic_is_right():
    document = parse("وَفِي", load("ar"))
    assert document.body[document.offset(0, 1) :] == "فِي"


@pytest.mark.parametrize(
    ("body", "parts"),
    [
        ("He met Mr. Smith. They spoke.", ["He met Mr. Smith.", "They spoke."]),
        ("It cost 3.5 dollars. Fine.", ["It cost 3.5 dollars.", "Fine."]),
        ("The U.S. Navy left at 5 p.m. The end.", ["The U.S. Navy left at 5 p.m.", "The end."]),
        ("It began on Sept. 1 in Rome.", ["It began on Sept. 1 in Rome."]),
        ("A headline\nA text.", ["A headline", "A text."]),
        ('He said: "Go!" She left.', ['He said: "Go!"', "She left."]),
    ],
)
def test_english_is_cut_into_sentences(body, parts):
    assert sentences("en", body) == parts


def test_arabic_is_cut_into_sentences():
    assert sentences("ar", "وصل الوفد. هل عاد؟ نعم.") == ["وصل الوفد.", "هل عاد؟", "نعم."]


def test_sentences_know_their_paragraph():
    document = parse("One. Two.\nThree.", load("en"))
    assert [sentence.paragraph for sentence in document.sentences] == [0, 0, 1]


def test_date_is_not_cut_at_its_comma():
    document = parse("On September 1, 2025, he left, and she stayed", load("en"))
    clauses = [document.text(clause.first, clause.last) for clause in document.clauses]
    assert clauses == ["On September 1, 2025,", "he left,", "and she stayed"]


def test_quotations_are_found_and_end_at_the_paragraph():
    body = 'He said «we will go» and "never'
    document = parse(body + '\nagain" today', load("en"))
    assert [document.text(*quotation) for quotation in document.quotations] == ["we will go"]
    assert document.quoted(document.words.index("will"))
    assert not document.quoted(document.words.index("and"))


@pytest.mark.parametrize("code", available())
@given(body=st.text())
def test_tokens_match_their_offsets_and_sentences_and_clauses_cover_them(code, body):
    document = parse(body, load(code))
    assert len(document.words) == len(document.starts) == len(document.ends)
    for i, word in enumerate(document.words):
        assert load(code).fold(body[document.starts[i] : document.ends[i]]) == word
    for parts in (document.sentences, document.clauses):
        assert [token for part in parts for token in range(part.first, part.last)] == list(range(len(document.words)))
