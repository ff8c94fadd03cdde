"""Where figures, sentences and headlines begin and end."""

import pytest

from events.extraction.languages import load
from events.extraction.text import parse
from events.extraction.text.title_case import title_cased


@pytest.mark.parametrize(
    ("text", "folded"), [("٠١٢٣٤٥٦٧٨٩", "0123456789"), ("۰۱۲۳۴۵۶۷۸۹", "0123456789"), ("٪", "٪"), ("ۺ", "ۺ")]
)
def test_only_the_ten_figures_of_a_row_become_ours(text, folded):
    assert load("ar").fold(text) == folded


@pytest.mark.parametrize(("text", "number"), [
    ("It left at 5 p.m. The port closed.", 2),
    ("It left at 5 p.m. Rome closed.", 1),
    ("J. The port closed.", 1),
    ("It left. The port closed.", 2),
])  # fmt: skip
def test_abbreviation_with_full_stops_may_end_a_sentence_and_an_initial_not(text, number):
    assert len(parse(text, load("en")).sentences) == number


@pytest.mark.parametrize(("text", "is_headline"), [
    ("Old Quake Strikes Izmir", True),
    ("Old Quake Strikes the Coast of Izmir", True),
    ("Quake Strikes Izmir", False),
])  # fmt: skip
def test_four_capitals_with_a_verb_are_a_headline(text, is_headline):
    assert bool(title_cased(parse(text, load("en")), lambda word: word == "strikes", ())) is is_headline
