"""The calendar and the clock at their edges: leap days, noon, decades, feasts, weekends, years and counts."""

from datetime import date

import pytest

from events.extraction.languages import load
from events.extraction.timex.number_shapes import shape_of
from events.extraction.timex.numbers import number_of
from events.extraction.timex.tense_lexicon import Tenses
from events.extraction.timex.token_codes import TokenCodes
from events.extraction.timex.values import duration_value, shift, value_at
from tests.extraction.timex.expressions import timexes, value_of


def values(text: str, code: str = "en", published: date = date(2025, 9, 1)) -> list[str]:
    return [timex.value for timex in timexes(text, code, published)]


@pytest.mark.parametrize(
    ("published", "day"),
    [
        (date(2024, 9, 1), "2024-02-29"),
        (date(2025, 9, 1), "2024-02-29"),
        (date(2027, 9, 1), "2024-02-29"),
        (date(2028, 9, 1), "2028-02-29"),
    ],
)
def test_leap_day_without_a_year_is_the_last_there_was(published, day):
    assert values("The vote was held on 29 February.", published=published) == [day]


@pytest.mark.parametrize("day", ["28 February 2023", "29 February 2024", "31 March 2023"])
def test_last_day_of_a_month_is_a_date(day):
    assert len(values(f"It opened on {day}.")[0]) == len("2015-03-31")


@pytest.mark.parametrize("day", ["29 February 2023", "32 March 2023"])
def test_day_after_the_last_of_a_month_is_no_date(day):
    assert all(len(value) < len("2015-03-31") for value in values(f"It opened on {day}."))


@pytest.mark.parametrize(
    ("text", "time"),
    [
        ("at 12 p.m.", "12:00"),
        ("at 1 p.m.", "13:00"),
        ("at 11 p.m.", "23:00"),
        ("at 12 a.m.", "00:00"),
        ("at 11 a.m.", "11:00"),
        ("at 24:00 on Monday", "00:00"),
        ("at 23:00 on Monday", "23:00"),
        ("at 1959 GMT", "19:59"),
        ("at 930 GMT", "09:30"),
    ],
)
def test_hours_and_minutes_are_those_of_the_clock(text, time):
    assert values(f"He came {text}.") == [f"2025-09-01T{time}"]


@pytest.mark.parametrize("text", ["at 1960 GMT", "at 2500 GMT", "at 25 a.m.", "at 15200 GMT"])
def test_hours_and_minutes_that_no_clock_shows_are_no_time(text):
    assert values(f"He came {text}.") == []


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("at 8 a.m. on 3 May 2015", "2015-05-03T08:00"),
        ("on the night of 3 May 2015", "2015-05-03TNI"),
        ("on the evening of May 3", "2025-05-03TEV"),
    ],
)
def test_day_has_its_hour_or_its_part(text, value):
    assert values(f"It opened {text}.") == [value]


@pytest.mark.parametrize(
    ("hour", "time"), [("الخامسة", "05:00"), ("السادسة", "18:00"), ("الحادية عشرة", "23:00"), ("الواحدة", "01:00")]
)
def test_hour_at_night_is_before_dawn_up_to_five(hour, time):
    assert values(f"جاء في الساعة {hour} ليلا", "ar") == [f"2025-09-01T{time}"]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("in the 90s", "199"),
        ("in the '20s", "202"),
        ("in the '30s", "193"),
        ("in the 1990s", "199"),
        ("in the 9990s", "999"),
        ("on 1/9/15", "2015-01-09"),
        ("on 1/9/00", "2000-01-09"),
        ("on 13/1/2015", "2015-01-13"),
        ("on 1/12/2015", "2015-01-12"),
        ("in the 1914-18 war", "1914/1918"),
        ("last decade", "201"),
        ("last century", "19"),
        ("in the 20th century", "19"),
        ("founded in 1000", "1000"),
        ("built in 2099", "2099"),
    ],
)
def test_years_decades_and_centuries_are_read_from_their_figures(text, value):
    assert values(f"It was {text}.") == [value]


@pytest.mark.parametrize(
    "text", ["in the 10000s", "in the 60000s", "in the 123456780s", "in the 1234567890s", "built in 2100", "in 999"]
)
def test_figures_that_are_no_year_are_no_date(text):
    assert values(f"It was {text}.") == []


@pytest.mark.parametrize(
    ("figures", "shape"),
    [
        ("0", "zero"), ("12", "month"), ("13", "hour"), ("24", "hour"), ("25", "day"), ("31", "day"), ("32", "minute"),
        ("59", "minute"), ("60", "two"), ("99", "two"), ("100", "count"), ("059", "count"), ("0999", "count"),
        ("1000", "old year"), ("1799", "old year"), ("1800", "year"), ("2099", "year"), ("2100", "count"),
        ("02015", "count"),
    ],
)  # fmt: skip
def test_number_is_by_its_size_a_month_an_hour_a_day_a_minute_or_a_year(figures, shape):
    assert shape_of(figures) == shape


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ([("NUM", "2"), ("MULTIPLIER", "1000"), ("NUM", "3"), ("MULTIPLIER", "100")], 2300),
        ([("NUM", "3"), ("MULTIPLIER", "100"), ("NUM", "2"), ("MULTIPLIER", "1000")], 302_000),
    ],
)
def test_hundreds_behind_a_thousand_are_added(words, number):
    assert number_of(words) == number


@pytest.mark.parametrize(
    ("unit", "day", "value"),
    [
        ("H", date(2025, 6, 30), "2025-H1"),
        ("H", date(2025, 7, 1), "2025-H2"),
        ("Q", date(2025, 3, 31), "2025-Q1"),
        ("Q", date(2025, 4, 1), "2025-Q2"),
        ("Q", date(2025, 12, 31), "2025-Q4"),
        ("DE", date(2025, 4, 1), "202"),
        ("CE", date(2025, 4, 1), "20"),
    ],
)
def test_day_lies_in_its_half_quarter_decade_and_century(unit, day, value):
    assert value_at(day, unit) == value


@pytest.mark.parametrize(
    ("unit", "day"),
    [
        ("D", date(2001, 1, 2)),
        ("W", date(2001, 1, 8)),
        ("M", date(2001, 2, 1)),
        ("Q", date(2001, 4, 1)),
        ("H", date(2001, 7, 1)),
        ("Y", date(2002, 1, 1)),
        ("DE", date(2011, 1, 1)),
        ("CE", date(2101, 1, 1)),
    ],
)
def test_unit_leads_on_to_the_same_day_of_the_next(unit, day):
    assert shift(date(2001, 1, 1), unit, 1) == day


@pytest.mark.parametrize(
    ("months", "day"), [(0.25, date(2001, 1, 9)), (0.75, date(2001, 1, 23)), (1.9, date(2001, 2, 28))]
)
def test_part_of_a_month_is_so_much_of_thirty_days(months, day):
    assert shift(date(2001, 1, 1), "M", months) == day


@pytest.mark.parametrize(("years", "value"), [(7974, "9999"), (7975, "FUTURE_REF")])
def test_year_9999_is_the_last_that_is_counted_to(years, value):
    assert values(f"They will come back {years} years from now.") == [value]


@pytest.mark.parametrize(("count", "unit", "value"), [(1.5, "Y", "P18M"), (1, "H", "P6M"), (3, "H", "P18M")])
def test_half_years_are_six_months(count, unit, value):
    assert duration_value(count, unit) == value


@pytest.mark.parametrize(
    ("published", "days"),
    [
        (date(2025, 9, 4), "2025-08-30/2025-08-31"),  # Thursday
        (date(2025, 9, 5), "2025-09-06/2025-09-07"),
    ],
)
def test_weekend_is_the_coming_one_from_friday_on(published, days):
    (found,) = timexes("The shop was open over the weekend.", published=published)
    assert found.edtf == days


@pytest.mark.parametrize(
    ("told", "which", "value"),
    [
        ("in January 2014", "following spring", "2014-SP"),
        ("in November 2014", "following spring", "2015-SP"),
        ("in the 2014-15 season", "following spring", "2016-SP"),
        ("in November 2014", "previous June", "2014-06"),
        ("in January 2014", "previous June", "2013-06"),
    ],
)
def test_following_and_previous_are_the_nearest_beside_what_was_told(told, which, value):
    assert values(f"The team began {told}. It moved the {which}.")[-1] == value


@pytest.mark.parametrize(
    ("published", "year"), [(date(2025, 5, 17), 2024), (date(2025, 5, 18), 2025), (date(2025, 5, 28), 2025)]
)
def test_last_week_of_a_month_is_at_hand_ten_days_before_its_twenty_eighth(published, year):
    text = "The fair was held in the last week of May."
    assert values(text, published=published) == [f"{year}-05-25/{year}-05-31"]


@pytest.mark.parametrize(
    ("year", "day"),
    [(1925, "1925-04-24"), (1940, "1940-11-01"), (1990, "1990-04-26"), (2025, "2025-03-30"), (2076, "2076-08-30")],
)
def test_feast_of_a_year_is_found_in_all_years_of_the_hijri_tables(year, day):
    assert value_of(f"Prices rose before Eid al-Fitr {year}.", f"Eid al-Fitr {year}") == day


@pytest.mark.parametrize(("written", "value"), [("10:30:00+02:00", "10:30"), ("10:30:59", "10:30"), ("10:30", "10:30")])
def test_iso_time_is_as_exact_as_its_minute(written, value):
    assert values(f"It was sent on 2015-09-01T{written} to them.") == [f"2015-09-01T{value}"]


@pytest.mark.parametrize(("text", "edtf"), [
    ("in early 2015", "2015-01/2015-04"),
    ("in the late 1990s", "1997/1999"),
    ("in mid-May 2015", "2015-05-11/2015-05-20"),
    ("in late May 2015", "2015-05-21/2015-05-31"),
])  # fmt: skip
def test_early_mid_and_late_are_thirds(text, edtf):
    assert [timex.edtf for timex in timexes(f"It was built {text}.")] == [edtf]


@pytest.mark.parametrize("memory", [Tenses, lambda language: TokenCodes(language).codes], ids=["tenses", "codes"])
def test_words_longer_than_any_real_one_are_not_remembered(memory):
    remembered = memory(load("en"))
    for letters in (39, 40):
        remembered["q" * letters]
    assert "q" * 39 in remembered
    assert "q" * 40 not in remembered
