"""How near a word must stand to tell the tense of a time: is the "Friday" of Monday's paper the last or the next?"""

import pytest

from tests.extraction.timex.expressions import filler, value_of

LAST, NEXT = "2025-08-29", "2025-09-05"


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("The work will have been long finished on Friday.", NEXT),  # "finished" is four tokens behind "will"
        ("The firm will sell the plant it opened on Friday.", LAST),  # "opened" is five
    ],
)
def test_a_participle_close_behind_the_future_belongs_to_it(text, day):
    assert value_of(text, "Friday") == day


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("They will meet here on Friday said Omar.", NEXT),
        ("The vote planned for the hall on Friday failed.", LAST),
    ],
)
def test_a_verb_behind_a_day_counts_where_that_before_it_stands_four_tokens_further_off(text, day):
    assert value_of(text, "Friday") == day


@pytest.mark.parametrize(("words", "day"), [(12, NEXT), (13, LAST)])
def test_a_verb_in_the_present_announces_a_day_up_to_fourteen_tokens_behind_it(words, day):
    assert value_of(f"The team plays {filler(words)}on Friday.", "Friday") == day


@pytest.mark.parametrize(("words", "day"), [(6, NEXT), (7, LAST)])
def test_a_verb_in_the_present_announces_a_day_less_than_eight_tokens_before_it(words, day):
    assert value_of(f"On Friday {filler(words)}plays the team.", "Friday") == day


@pytest.mark.parametrize(("words", "day"), [(10, NEXT), (11, LAST)])
def test_what_was_called_for_a_day_lies_ahead_where_the_verb_stands_within_twelve_tokens(words, day):
    assert value_of(f"The unions called {filler(words)}for Friday.", "Friday") == day
