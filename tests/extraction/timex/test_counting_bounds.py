"""Numbers, units and holidays: where counting begins and ends."""

from datetime import date

import pytest

from events.extraction.timex.number_shapes import shape_of
from events.extraction.timex.numbers import number_of
from events.extraction.timex.values import shift
from tests.extraction.timex.expressions import timexes, value_of


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("He left a few days ago.", "2025-08-26/2025-09-01"),
        ("He worked hard in recent weeks.", "2025-07-21/2025-09-01"),
    ],
)
def test_few_are_six_at_most(text, edtf):
    assert timexes(text)[0].edtf == edtf


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("in the first week of May 2015", "2015-05-01/2015-05-07"),
        ("in the last week of May 2015", "2015-05-25/2015-05-31"),
        ("two Sundays ago", "2025-08-24"),
    ],
)
def test_week_has_seven_days(text, value):
    assert timexes(text)[0].value == value


def test_weekday_that_contradicts_its_date_is_noted_in_its_rules():
    (right,), (wrong,) = timexes("Tuesday, 2 September 2025"), timexes("Monday, 2 September 2025")
    assert wrong.value == right.value
    assert [("weekday-contradicts" in one.rules) for one in (right, wrong)] == [False, True]


@pytest.mark.parametrize(("text", "value"), [("in the 1990s", "199"), ("in the 2010s", "201")])
def test_decade_begins_with_a_year_divisible_by_ten(text, value):
    assert timexes(text)[0].value == value


@pytest.mark.parametrize(("published", "value"), [(date(2025, 2, 28), "2025-03-30"), (date(2025, 2, 27), "2024-04-10")])
def test_holiday_is_the_coming_one_from_thirty_days_before_it(published, value):
    assert value_of("Prices rose before Eid al-Fitr.", "Eid al-Fitr", published=published) == value


@pytest.mark.parametrize(("months", "day"), [(1.5, date(2025, 10, 16)), (-0.5, date(2025, 8, 17))])
def test_half_a_month_is_fifteen_days(months, day):
    assert shift(date(2025, 9, 1), "M", months) == day


@pytest.mark.parametrize(("figures", "number"), [("123456789", 123456789), ("1234567890", None)])
def test_number_of_ten_digits_is_no_count(figures, number):
    assert number_of([("INT", figures)]) == number


@pytest.mark.parametrize(
    ("word", "shape"),
    [("2015-09-01t10:30:00+02:00", "iso"), ("2" * 25, "count"), ("2" * 26, "")],
)
def test_token_longer_than_a_date_with_its_time_is_no_number(word, shape):
    assert shape_of(word) == shape
