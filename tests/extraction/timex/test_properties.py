"""What holds of every text: nothing raises, spans match the text, results repeat, relative dates move along."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from events.edtf import parse as parse_edtf
from events.extraction.evaluation.timex_cases import time_cases
from events.extraction.languages import available, load
from events.extraction.text import parse
from events.extraction.timex import find_timexes

PUBLISHED = date(2025, 9, 1)

#: Pieces of real expressions, so that random texts meet the rules and not only the tokeniser.
PIECES = [piece for code in available() for case in time_cases(load(code)) for piece in (case.text, *case.expressions)]
TEXTS = st.one_of(st.text(), st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=5))).map(" ".join))
DATES = st.dates(min_value=date(1, 1, 1), max_value=date(9999, 12, 31))

#: Days counted from the publication day, whatever day that is.
RELATIVE = {
    "en": ["He left yesterday.", "He left today.", "He will leave tomorrow.", "He left three days ago."],
    "ar": ["غادر أمس.", "غادر اليوم.", "يغادر غدا.", "غادر قبل ثلاثة أيام.", "غادر أول من أمس."],
}  # fmt: skip
WEEKDAY = {"en": "He left on Friday.", "ar": "غادر الجمعة."}


@pytest.mark.parametrize("code", available())
@settings(max_examples=150, deadline=None)
@given(body=TEXTS, published=DATES)
def test_every_text_gives_ordered_timexes_with_matching_spans_and_valid_edtf(code, body, published):
    found = find_timexes(parse(body, load(code)), published)
    for timex in found:
        assert body[timex.start : timex.end] == timex.text
        assert timex.text.strip()
        assert timex.edtf is None or parse_edtf(timex.edtf)
    assert all(left.end <= right.start for left, right in pairwise(found))


@pytest.mark.parametrize("code", available())
@settings(max_examples=50, deadline=None)
@given(body=TEXTS)
def test_same_text_gives_the_same_timexes(code, body):
    language = load(code)
    assert find_timexes(parse(body, language), PUBLISHED) == find_timexes(parse(body, language), PUBLISHED)


@pytest.mark.parametrize(("code", "body"), [(code, body) for code, bodies in RELATIVE.items() for body in bodies])
@given(published=st.dates(date(1900, 1, 1), date(2100, 1, 1)), days=st.integers(-4000, 4000))
def test_relative_day_moves_with_the_publication_day(code, body, published, days):
    document = parse(body, load(code))
    (before,) = find_timexes(document, published)
    (after,) = find_timexes(document, published + timedelta(days=days))
    assert date.fromisoformat(after.value) - date.fromisoformat(before.value) == timedelta(days=days)


@pytest.mark.parametrize(("code", "body"), WEEKDAY.items())
@given(published=st.dates(date(1900, 1, 1), date(2100, 1, 1)), weeks=st.integers(-500, 500))
def test_weekday_moves_with_the_publication_week(code, body, published, weeks):
    document = parse(body, load(code))
    (before,) = find_timexes(document, published)
    (after,) = find_timexes(document, published + timedelta(weeks=weeks))
    assert date.fromisoformat(after.value) - date.fromisoformat(before.value) == timedelta(weeks=weeks)
