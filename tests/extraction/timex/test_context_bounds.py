"""How far back an earlier date is used by a later expression."""

import pytest

from tests.extraction.timex.expressions import filler, timexes, value_of


def years(count: int) -> str:
    return ", ".join(str(1950 + number) for number in range(count))


@pytest.mark.parametrize(("between", "value"), [(39, "2015-06-05"), (40, None)])
def test_day_up_to_forty_dates_back_is_an_anchor(between, value):
    told = " ".join(f"It was rebuilt in {1900 + number}." for number in range(between))
    found = timexes(f"He left on 3 June 2015. {told} Two days later he returned.")
    assert next((timex.value for timex in found if timex.text == "Two days later"), None) == value


@pytest.mark.parametrize(("between", "day"), [(9, "2025-09-05"), (10, "2025-09-01")])
def test_coming_day_up_to_ten_dates_back_gives_an_hour_its_day(between, day):
    text = f"The gates will open on 5 September 2025, not in {years(between)}. The show will begin at 7 p.m."
    assert value_of(text, "7 p.m.") == f"{day}T19:00"


@pytest.mark.parametrize(("between", "day"), [(1, "2025-09-05"), (2, "2025-09-01")])
def test_coming_day_up_to_two_sentences_back_gives_an_hour_its_day(between, day):
    text = f"The gates will open on 5 September 2025. {'Nobody knows more. ' * between}The show will begin at 7 p.m."
    assert value_of(text, "7 p.m.") == f"{day}T19:00"


@pytest.mark.parametrize(("words", "day"), [(28, "2025-09-05"), (29, "2025-09-01")])
def test_future_word_at_most_thirty_tokens_back_puts_an_hour_ahead(words, day):
    text = f"The gates will open on 5 September 2025. The show will {filler(words)}at 7 p.m."
    assert value_of(text, "7 p.m.") == f"{day}T19:00"


@pytest.mark.parametrize(("between", "day"), [(3, "2025-08-25"), (4, "2025-09-01")])
def test_past_day_among_the_last_four_dates_gives_an_hour_its_day(between, day):
    text = f"Police came on 25 August 2025, not in {years(between)}. The driver fled at 7 p.m."
    assert value_of(text, "7 p.m.") == f"{day}T19:00"


@pytest.mark.parametrize(("august", "day"), [(25, "2025-08-25"), (24, "2025-07-03")])
def test_day_of_the_news_up_to_a_week_old_gives_an_hour_its_day(august, day):
    text = f"Police found the car on {august} August 2025. The first one was stolen on 3 July 2025.\nHe fled at 7 p.m."
    assert value_of(text, "7 p.m.") == f"{day}T19:00"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Harlow, held in prison since 5 March 2014, was freed in June.", "2025-06"),  # three tokens before "since"
        ("Despite the rain, thousands of people waited until 5 March 2014, and left in June.", "2014-06"),  # four
    ],
)
def test_date_in_a_parenthetical_gives_no_year_to_later_months(text, value):
    assert value_of(text, "June") == value


@pytest.mark.parametrize(("words", "day"), [(11, "2025-08-31"), (12, "2025-09-01")])
def test_hour_takes_the_day_that_follows_within_twelve_tokens(words, day):
    assert value_of(f"The blast came at 7:15 p.m. {filler(words)}on Sunday.", "7:15 p.m.") == f"{day}T19:15"


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("It began at 7 p.m. (1800 GMT) on Sunday.", "2025-08-31"),
        ("He ate at 7 p.m., slept at 9 p.m. and woke at 4 a.m. and 5 a.m. on Sunday.", "2025-09-01"),
    ],
)
def test_hours_far_before_a_day_do_not_take_it(text, day):
    assert value_of(text, "7 p.m.") == f"{day}T19:00"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("They will play from Friday at the club to Tuesday.", "2025-09-09"),  # five tokens from day to day
        ("The Friday talks need a deal by Tuesday.", "2025-09-02"),  # six
    ],
)
def test_weekday_range_ends_close_after_its_beginning(text, value):
    assert value_of(text, "Tuesday") == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("In the third quarter of 2014 sales rose from the year-earlier quarter.", "2013"),
        ("The shop, shut from July 1 to October 1, 2014, now sells more than in the year-earlier period.", "2024"),
    ],
)
def test_year_earlier_counts_from_a_period_no_longer_than_a_quarter(text, value):
    assert value_of(text, "the year-earlier") == value


@pytest.mark.parametrize(("last", "edtf"), [("August 1", "2014-08-03"), ("August 2", None)])
def test_interval_up_to_a_month_is_an_anchor(last, edtf):
    found = timexes(f"The show ran from July 1 to {last}, 2014. Two days later it moved.")
    assert next((timex.edtf for timex in found if timex.text == "Two days later"), None) == edtf


@pytest.mark.parametrize(("last", "value"), [("October 1", "2013-Q3"), ("October 2", "2013")])
def test_same_three_months_of_another_year_are_a_quarter_after_a_quarter(last, value):
    text = f"Sales fell from July 1 to {last}, 2014 from the same three months of 2013."
    assert value_of(text, "the same three months of 2013") == value
