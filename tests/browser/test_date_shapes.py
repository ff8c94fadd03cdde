"""Every kind of EDTF date is drawn as the legend says."""

import pytest
from playwright.sync_api import expect

from tests import factories

WINDOW = "?from=2025-05-20&to=2025-07-20"


@pytest.fixture
def reader(kinds_of_dates, open_page):
    return open_page(f"/en/{WINDOW}", height=1400)


def drawn(reader, event):
    """The mark's classes, and its left and right edge as shares of the frame."""
    mark = reader.mark(event).locator(".mark")
    expect(mark).to_be_visible()
    left, width = float(mark.get_attribute("x")), float(mark.get_attribute("width"))
    frame = reader.page.locator("#timeline-picture").bounding_box()["width"]
    return set(mark.get_attribute("class").split()), left / frame, (left + width) / frame


def share(day):
    """Where midnight of a day, counted from 20 May, stands in the frame of 62 days."""
    return pytest.approx(day / 62, abs=0.012)


def test_day_and_minute_are_drawn_as_points(reader, kinds_of_dates):
    for title, day in (("A single day", 21.5), ("A minute at noon", 19.5)):
        classes, left, right = drawn(reader, kinds_of_dates[title])
        assert "point" in classes
        assert (left + right) / 2 == share(day)


def test_month_is_a_bar_over_all_its_days(reader, kinds_of_dates):
    classes, left, right = drawn(reader, kinds_of_dates["Some time in June"])
    assert "bar" in classes
    assert (left, right) == (share(12), share(42))


def test_year_is_a_bar_beyond_both_sides_of_a_month(reader, kinds_of_dates):
    _, left, right = drawn(reader, kinds_of_dates["Some time in the year"])
    assert left < 0
    assert right > 1


def test_interval_is_a_bar_from_first_to_last_day(reader, kinds_of_dates):
    _, left, right = drawn(reader, kinds_of_dates["Five days in June"])
    assert (left, right) == (share(31), share(36))


def test_approximate_date_has_fading_ends(reader, kinds_of_dates):
    mark = reader.mark(kinds_of_dates["About May"]).locator(".mark")
    assert mark.get_attribute("fill").startswith("url(#fade-")
    assert mark.evaluate("mark => getComputedStyle(mark).fill").startswith('url("#fade-')


def test_open_end_of_an_approximate_interval_does_not_fade(transactional_db, open_page):
    event = factories.an_event(title="Since about June", edtf="2025-06-12~/..")
    reader = open_page(f"/en/{WINDOW}")
    fill = reader.mark(event).locator(".mark").get_attribute("fill")
    gradient = reader.page.locator(fill.removeprefix("url(").removesuffix(")"))
    assert [stop.get_attribute("stop-opacity") for stop in gradient.locator("stop").all()] == ["0", "1"]


def test_uncertain_date_is_dashed(reader, kinds_of_dates):
    mark = reader.mark(kinds_of_dates["Possibly July"]).locator(".mark")
    assert mark.evaluate("mark => getComputedStyle(mark).strokeDasharray") not in ("", "none")


def test_open_interval_leaves_the_frame_on_its_open_side_only(reader, kinds_of_dates):
    _, left, right = drawn(reader, kinds_of_dates["Since the middle of June"])
    assert left == share(26)
    assert right > 1
    _, left, right = drawn(reader, kinds_of_dates["Until early June"])
    assert left < 0
    assert right == share(17)


def test_planned_event_is_hollow(reader, kinds_of_dates):
    mark = reader.mark(kinds_of_dates["Planned for July"]).locator(".mark")
    paper = reader.timeline.evaluate("frame => getComputedStyle(frame).backgroundColor")
    assert mark.evaluate("mark => getComputedStyle(mark).fill") == paper
    assert mark.evaluate("mark => getComputedStyle(mark).stroke") not in ("none", paper)


def test_in_arabic_bars_are_mirrored(kinds_of_dates, open_page):
    reader = open_page(f"/ar/{WINDOW}", height=1400)
    _, left, right = drawn(reader, kinds_of_dates["Since the middle of June"])
    assert left < 0
    assert right == share(62 - 26)


def test_day_is_a_bar_where_the_frame_shows_hours(kinds_of_dates, open_page):
    reader = open_page("/en/?from=2025-06-10T06:00&to=2025-06-10T18:00", height=1400)
    classes, left, right = drawn(reader, kinds_of_dates["A single day"])
    assert "bar" in classes
    assert left < 0
    assert right > 1


def test_picture_scales_with_the_readers_font_size(kinds_of_dates, open_page):
    reader = open_page(f"/en/{WINDOW}", height=1400)
    label = reader.page.locator("#timeline-picture .major text").first
    expect(label).to_be_visible()
    usual = label.bounding_box()["height"]
    reader.page.evaluate("document.documentElement.style.fontSize = '200%'")
    reader.page.wait_for_function(
        "least => document.querySelector('#timeline-picture .major text').getBoundingClientRect().height > least",
        arg=1.8 * usual,
    )
    frame = reader.timeline.bounding_box()
    picture = reader.page.locator("#timeline-picture").bounding_box()
    assert (picture["width"], picture["height"]) == pytest.approx((frame["width"] - 2, frame["height"] - 2), abs=2)
    first, _ = reader.drags(-picture["width"] / 2)
    assert (first.month, first.day) in [(6, 19), (6, 20), (6, 21)]
