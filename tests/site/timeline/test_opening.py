"""The timeline opens on the latest stretch of time that has enough events."""

from datetime import date, timedelta

import pytest

from events.site.timeline.opening import Stretch, around, opening

TODAY = date(2025, 9, 1)


def years(**counts):
    return [(date(int(y[1:]), 1, 1), date(int(y[1:]), 12, 31), count) for y, count in counts.items()]


def test_without_events_it_opens_on_the_year_around_today():
    stretch = opening([], TODAY)
    assert stretch.first < TODAY < stretch.last
    assert stretch.last - stretch.first == timedelta(days=364)


def test_opens_on_the_latest_years_with_enough_events():
    stretch = opening(years(y1990=500, y2023=40, y2024=30, y2025=45), TODAY)
    assert date(2023, 12, 1) > stretch.first > date(2023, 10, 1)
    assert stretch.last >= date(2025, 12, 31)


def test_empty_years_at_the_end_are_left_out():
    assert opening(years(y2020=80, y2021=0), TODAY).last < date(2021, 2, 1)


def test_near_plans_are_included_but_not_the_far_future():
    stretch = opening(years(y2022=30, y2023=10, y2024=10, y2025=20, y2026=5, y2039=500), TODAY)
    assert date(2026, 12, 31) <= stretch.last < date(2028, 1, 1)


def test_with_future_events_only_it_opens_on_them():
    assert opening(years(y2030=5), TODAY).first > date(2029, 1, 1)


def test_lone_early_event_is_left_out_where_later_ones_suffice():
    assert opening(years(y1950=1, y2024=4, y2025=5), TODAY).first > date(2023, 1, 1)


def test_very_few_events_are_all_shown():
    stretch = opening(years(y1950=1, y2025=2), TODAY)
    assert stretch.first <= date(1950, 1, 1)


@pytest.mark.parametrize("times", [-1, 1])
def test_shifted_stretch_adjoins_the_first_and_has_its_length(times):
    here = Stretch(date(2025, 1, 1), date(2025, 1, 31))
    there = here.shifted(times)
    gap = here.first - there.last if times < 0 else there.first - here.last
    assert gap == timedelta(days=1)
    assert there.last - there.first == here.last - here.first


def test_stretch_is_cut_at_the_ends_of_the_calendar():
    assert Stretch(date(1, 2, 1), date(5, 1, 1)).shifted(-1).first == date.min
    assert Stretch(date(9990, 1, 1), date(9999, 12, 1)).shifted(1).last == date.max


def test_events_on_the_first_day_of_the_calendar_are_included():
    assert opening([(date.min, date.min, 5)], TODAY).first == date.min


@pytest.mark.parametrize(
    ("first", "last"),
    [(date(2025, 9, 1), date(2025, 9, 1)), (date(2025, 9, 1), None), (None, date(2025, 9, 1)), (date.min, date.max)],
)
def test_stretch_around_an_event_contains_its_days(first, last):
    stretch = around(first, last)
    assert stretch.first <= (first or last)
    assert stretch.last >= (last or first)


def test_event_without_any_day_has_no_stretch():
    assert around(None, None) is None
