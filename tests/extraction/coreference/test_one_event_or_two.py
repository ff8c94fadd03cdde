"""Coreference: mentions that tell an event again join it; others are events of their own."""

from datetime import date, timedelta

import pytest

from events.extraction.coreference.same_event import bare
from events.extraction.languages import load
from tests.extraction.sentences import adjectives, events, quotes

_PLACE = ["red", "barn", "amber", "mill", "violet", "tower", "ivory", "gate", "teal", "bridge"]
_OTHER_WORDS = ["stout", "green", "shiny", "broad", "quiet", "round", "plain", "smooth", "humble"]


def two_attacks(shared, words):
    """Two sentences with different verbs, about so many words each, of which (and Monday) so many are the same."""
    other = [*_PLACE[:shared], *_OTHER_WORDS[: words - shared]]
    return f"Gunmen shot {' '.join(_PLACE[:words])} on Monday. Robbers stabbed {' '.join(other)} on Monday."


@pytest.mark.parametrize(("shared", "words", "number"), [
    (1, 3, 2),  # two of five alike
    (2, 3, 1),  # three of five
    (3, 6, 1),  # four of eight
    (3, 9, 1),  # four of eleven
    (3, 10, 2),  # four of twelve
])  # fmt: skip
def test_clauses_of_one_day_corefer_with_three_words_and_a_third_in_common(shared, words, number):
    assert len(events(two_attacks(shared, words))) == number


@pytest.mark.parametrize(("told", "again", "joins"), [
    ("وقع الوزيران الاتفاقية يوم الاثنين.", "وغادر الوفد بعد التوقيع.", True),
    ("قتل مسلحون القائد يوم الاثنين.", "وفر الناس بعد مقتل القائد.", True),
    ("قتل مسلحون القائد يوم الاثنين.", "وفر الناس بعد الانفجار.", False),
])  # fmt: skip
def test_arabic_noun_corefers_with_the_verb_of_the_same_three_root_letters(told, again, joins):
    first = events(f"{told} {again}", "ar")[0]
    assert (again.rstrip(".").split("بعد ")[1] in [mention.text for mention in first.mentions]) is joins


@pytest.mark.parametrize(("between", "joins"), [(0, True), (39, True), (40, False)])
def test_noun_corefers_over_at_most_39_events_of_its_type(between, joins):
    days = [date(2024, 1, 2) + timedelta(days=number) for number in range(between)]
    killings = " ".join(f"Gunmen killed a farmer on {day.day} {day:%B} 2024." for day in days)
    body = f"A blast occurred at the port on 1 January 2024. {killings} Many fled after the blast."
    assert ("the blast" in [mention.text for mention in events(body)[0].mentions]) is joins


@pytest.mark.parametrize(("between", "joins"), [(0, True), (7, True), (8, False)])
def test_noun_corefers_with_one_of_the_last_eight_mentions(between, joins):
    stabbings = "Robbers stabbed farmers in the red old amber mill on Monday. " * between
    body = f"Gunmen killed farmers in the red old amber mill on Monday. {stabbings}Many fled after the killing."
    assert len(events(body)) == 1
    assert ("the killing" in quotes(body)) is joins


@pytest.mark.parametrize(("count", "number"), [(1, 1), (8, 1), (9, 2), (10, 2)])
def test_verb_of_saying_has_its_object_within_eight_words(count, number):
    assert len(events(f"The firm posted {adjectives(count)} loss last year.")) == number


@pytest.mark.parametrize(("word", "without"), [
    ("والمدينة", "مدينة"),
    ("والمصنع", "مصنع"),
    ("والبيت", "البيت"),
    ("ودار", "ودار"),
    ("بمصنع", "مصنع"),
])  # fmt: skip
def test_proclitic_is_taken_off_where_four_letters_stay(word, without):
    assert bare(word, load("ar")) == without


def test_cache_of_bare_words_holds_at_most_50_000():
    language = load("en")
    kept = language.cached("lexicon.bare", lambda _: {})
    kept.clear()
    for number in range(50_000):
        bare(f"word{number}", language)
    assert len(kept) == 50_000
    assert bare("another", language) == "another"
    assert len(kept) == 1
    kept.clear()


@pytest.mark.parametrize(("again", "number"), [
    ("On Monday ministers said pears rot.", 1),  # "ministers said"
    ("On Monday bakers said pears rot.", 2),
])  # fmt: skip
def test_sayings_with_times_of_their_own_corefer_with_two_words_in_common(again, number):
    assert len(events(f"Ministers said on Monday that taxes hurt. {again}")) == number
