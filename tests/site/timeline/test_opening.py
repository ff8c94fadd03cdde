"""The first picture shows the latest stretch of time that has enough to read."""

from datetime import date, timedelta

import pytest

from events.site.timeline.opening import Stretch, around, opening

TODAY = date(2025, 9, 1)


def years(**counts):
    return [(date(int(y[1:]), 1, 1), date(int(y[1:]), 12, 31), count) for y, count in counts.items()]


def test_without_events_the_year_around_today_is_shown():
    stretch = opening([], TODAY)
    assert stretch.first < TODAY < stretch.last
    assert stretch.last - stretch.first == timedelta(days=364)


def test_the_latest_years_with_enough_events_are_shown():
    stretch = opening(years(y1990=500, y2023=40, y2024=30, y2025=45), TODAY)
    assert date(2023, 12, 1) > stretch.first > date(2023, 10, 1)
    assert stretch.last >= date(2025, 12, 31)


def test_empty_years_at_the_end_are_left_out():
    assert opening(years(y2020=80, y2021=0), TODAY).last < date(2021, 2, 1)


def test_what_is_planned_soon_is_shown_too_but_not_the_far_future():
    stretch = opening(years(y2022=30, y2023=10, y2024=10, y2025=20, y2026=5, y2039=500), TODAY)
    assert date(2026, 12, 31) <= stretch.last < date(2028, 1, 1)


def test_where_everything_is_to_come_that_is_shown():
    assert opening(years(y2030=5), TODAY).first > date(2029, 1, 1)


def test_of_few_events_a_lone_early_one_does_not_crowd_the_others():
    assert opening(years(y1950=1, y2024=4, y2025=5), TODAY).first > date(2023, 1, 1)


def test_very_few_events_are_all_shown():
    stretch = opening(years(y1950=1, y2025=2), TODAY)
    assert stretch.first <= date(1950, 1, 1)


@pytest.mark.parametrize("times", [-1, 1])
def test_the_neighbouring_stretch_touches_this_one(times):
    here = Stretch(date(2025, 1, 1), date(2025, 1, 31))
    there = here.shifted(times)
    gap = here.first - there.last if times < 0 else there.first - here.last
    assert gap == timedelta(days=1)
    assert there.last - there.first == here.last - here.first


def test_at_the_calendars_ends_a_stretch_is_cut():
    assert Stretch(date(1, 2, 1), date(5, 1, 1)).shifted(-1).first == date.min
    assert Stretch(date(9990, 1, 1), date(9999, 12, 1)).shifted(1).last == date.max


def test_events_at_the_calendars_first_day_still_open():
    assert opening([(date.min, date.min, 5)], TODAY).first == date.min


@pytest.mark.parametrize(
    ("first", "last"),
    [(date(2025, 9, 1), date(2025, 9, 1)), (date(2025, 9, 1), None), (None, date(2025, 9, 1)), (date.min, date.max)],
)
def test_an_event_stands_with_its_neighbours_around_it(first, last):
    stretch = around(first, last)
    assert stretch.first <= (first or last)
    assert stretch.last >= (last or first)


def test_an_event_without_any_day_has_no_place_in_time():
    assert around(None, None) is None
