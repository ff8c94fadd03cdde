"""How far a year named once reaches: near dates, dates of the story, dates side by side."""

from datetime import date

import pytest

from tests.extraction.timex.expressions import filler, value_of


@pytest.mark.parametrize(
    ("text", "day", "value"),
    [
        ("A meeting on 16 November", "16 November", "2025-11-16"),
        ("A meeting on 17 November", "17 November", "2024-11-17"),
    ],
)
def test_day_without_a_verb_is_future_up_to_two_and_a_half_months_ahead(text, day, value):
    assert value_of(text, day) == value


@pytest.mark.parametrize(
    ("text", "day", "value"),
    [
        ("The match was called off for 11 September.", "11 September", "2025-09-11"),
        ("The match was played on 12 September.", "12 September", "2024-09-12"),
    ],
)
def test_one_of_the_next_ten_days_is_future_whatever_the_verb(text, day, value):
    assert value_of(text, day) == value


@pytest.mark.parametrize(
    ("text", "day", "value"),
    [
        ("The club will move into the new hall behind the old railway station on 25 April.", "25 April", "2026-04-25"),
        ("The inquiry will examine the causes of the crash near the river on 26 April.", "26 April", "2025-04-26"),
    ],
)
def test_day_eight_months_ahead_is_past_where_the_future_verb_is_far(text, day, value):
    assert value_of(text, day) == value


@pytest.mark.parametrize(
    ("text", "day", "value"),
    [
        ("The club will move into the new stadium on 26 April.", "26 April", "2026-04-26"),  # seven tokens
        ("The inquiry will examine the crash on the river on 26 April.", "26 April", "2025-04-26"),  # eight
    ],
)
def test_near_future_word_makes_a_day_of_last_spring_future(text, day, value):
    assert value_of(text, day) == value


@pytest.mark.parametrize(
    ("published", "text", "value"),
    [
        (date(2025, 3, 16), "The firm will publish its fourth-quarter results soon.", "2024-Q4"),
        (date(2025, 3, 17), "The firm will raise its dividend in the fourth quarter.", "2025-Q4"),
    ],
)
def test_quarter_is_the_one_just_over_for_two_and_a_half_months(published, text, value):
    expression = "fourth-quarter" if "fourth-quarter" in text else "the fourth quarter"
    assert value_of(text, expression, published=published) == value


def test_bare_year_inside_a_sentence_gives_its_year_to_its_clause_only():
    assert value_of("The firm lost a lot of money in 2014 and was sold in March.", "March") == "2025-03"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Back home in 2014 the firm lost money and was sold in March.", "2014-03"),  # behind three tokens
        ("Sales had collapsed in 2014 and it was sold in March.", "2025-03"),  # behind four
    ],
)
def test_bare_year_opening_a_sentence_gives_its_year_to_the_whole_sentence(text, value):
    assert value_of(text, "March") == value


@pytest.mark.parametrize(
    ("text", "month", "value"),
    [
        ("He was arrested on 3 November 2014 and tried in April.", "April", "2015-04"),
        ("He was arrested on 3 November 2014 and had been freed in May.", "May", "2014-05"),
    ],
)
def test_month_seven_months_before_the_last_date_is_of_the_next_year(text, month, value):
    assert value_of(text, month) == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("In May 2019 the bank failed. In June the state bought it.", "2019-06"),
        ("In May 2020 the bank failed. In June the state bought it.", "2025-06"),
    ],
)
def test_month_after_a_date_of_six_years_ago_takes_its_year(text, value):
    assert value_of(text, "June") == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("In May 2019 the bank failed. Amid panic among savers, in June the state bought it.", "2019-06"),
        ("In May 2019 the bank failed. The state has sold its shares in June.", "2025-06"),
    ],
)
def test_month_within_six_tokens_of_the_sentence_takes_the_storys_year(text, value):
    assert value_of(text, "June") == value


@pytest.mark.parametrize(
    ("last", "day", "value"),
    [("July 31", "5 August", "2014-08-05"), ("August 1", "5 March", "2025-03-05")],
)
def test_day_after_an_interval_up_to_a_month_takes_the_storys_year(last, day, value):
    story = f"The army attacked on 3 May 2014. The siege lasted from July 1 to {last}, 2014. The mayor left on {day}."
    assert value_of(story, day) == value


@pytest.mark.parametrize(("words", "value"), [(27, "2025-10"), (28, "2014-10")])
def test_future_word_within_thirty_tokens_outweighs_a_year_named_before(words, value):
    assert value_of(f"From 5 May 2014 on the town will {filler(words)}gladly in October.", "October") == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("It opened in March or perhaps in June 2015.", "2015-03"),  # three tokens between
        ("It opened in March and must close in June 2026.", "2025-03"),  # four
    ],
)
def test_month_takes_the_year_of_a_month_close_after_it(text, value):
    assert value_of(text, "March") == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Talks between October and November last", "2024-10"),
        ("Talks will resume in October, unlike November last.", "2025-10"),
    ],
)
def test_two_months_one_word_apart_share_the_word_last(text, value):
    assert value_of(text, "October") == value


@pytest.mark.parametrize(
    ("history", "value"),
    [
        ("The fort was built in 1901. It burned in 1912.", "1912-10"),
        ("The fort was built in 1901.", "2024-10"),  # one year is no history
        ("The fort was built in 2010. It burned in 2012. It was sold in 2015.", "2015-10"),
        ("The fort was built in 2010. It burned in 2012.", "2024-10"),  # two that are not long gone
        ("The fort was built in 1994. It burned in 2004.", "2004-10"),
        ("The fort was built in 1994. It burned in 2005.", "2024-10"),  # twenty years are not long
        ("The fort was built in the 100s. It burned in 1012.", "1012-10"),
        ("The fort was built in the 90s. It burned in 1912.", "2024-10"),  # two figures name no century
    ],
)
def test_text_with_enough_past_years_is_historical(history, value):
    assert value_of(f"{history}\nThe king came back in October.", "October") == value
