"""How near a word must stand to decide the tense of a time: is "Friday" in Monday's paper the last or the next?"""

import pytest

from tests.extraction.timex.expressions import filler, value_of

LAST, NEXT = "2025-08-29", "2025-09-05"


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("The work will have been long finished on Friday.", NEXT),  # "finished" is four tokens after "will"
        ("The firm will sell the plant it opened on Friday.", LAST),  # "opened" is five after it
    ],
)
def test_participle_close_after_a_future_auxiliary_is_future(text, day):
    assert value_of(text, "Friday") == day


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("They will meet here on Friday said Omar.", NEXT),
        ("The vote planned for the hall on Friday failed.", LAST),
    ],
)
def test_verb_after_a_day_decides_where_the_one_before_is_four_tokens_farther(text, day):
    assert value_of(text, "Friday") == day


@pytest.mark.parametrize(("words", "day"), [(12, NEXT), (13, LAST)])
def test_present_verb_makes_a_day_up_to_fourteen_tokens_after_it_future(words, day):
    assert value_of(f"The team plays {filler(words)}on Friday.", "Friday") == day


@pytest.mark.parametrize(("words", "day"), [(6, NEXT), (7, LAST)])
def test_present_verb_makes_a_day_under_eight_tokens_before_it_future(words, day):
    assert value_of(f"On Friday {filler(words)}plays the team.", "Friday") == day


@pytest.mark.parametrize(("words", "day"), [(10, NEXT), (11, LAST)])
def test_day_called_for_is_future_if_the_verb_is_within_twelve_tokens(words, day):
    assert value_of(f"The unions called {filler(words)}for Friday.", "Friday") == day
