"""Touch on the picture, the overview and the page; and reduced motion."""

import pytest
from playwright.sync_api import expect

JUNE = "?from=2025-06-01&to=2025-06-30"


def centre(locator):
    box = locator.bounding_box()
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def test_tap_opens_an_event_and_tap_on_a_hidden_count_zooms_in(busy_month, open_page):
    reader = open_page(f"/en/{JUNE}", width=360, touch=True)
    counts = reader.page.locator("#timeline-picture .more")
    expect(counts).not_to_have_count(0)
    reader.does(counts.first.tap)
    assert reader.days_shown() < 15
    reader.page.locator("#timeline-picture .event .mark").first.tap()
    expect(reader.panel.get_by_role("heading", level=2)).to_be_in_viewport()


@pytest.mark.parametrize(("language", "later"), [("en", 60), ("ar", -60)])
def test_finger_drags_the_overview_brush(busy_month, open_page, language, later):
    reader = open_page(f"/{language}/{JUNE}", touch=True)
    expect(reader.page.locator("#timeline-strip .selection")).to_be_visible()
    x, y = centre(reader.page.locator("#timeline-strip .selection"))
    first, _ = reader.touches([(x, y)], [(x + later / 2, y)], [(x + later, y)])
    assert (first.year, first.month) > (2025, 6)


def test_pinching_zooms_out_around_the_fingers(busy_month, open_page):
    reader = open_page(f"/en/{JUNE}", touch=True)
    x, y = reader.middle()
    first, last = reader.touches([(x - 150, y), (x + 150, y)], [(x - 100, y), (x + 100, y)], [(x - 75, y), (x + 75, y)])
    assert reader.days_shown() == pytest.approx(60, rel=0.1)
    middle = first + (last - first) / 2
    assert (middle.month, middle.day) in [(6, 14), (6, 15), (6, 16)]


def test_vertical_swipe_scrolls_the_page(busy_month, open_page):
    reader = open_page(f"/en/{JUNE}", width=360, height=640, touch=True)
    for part in ("#timeline-frame", "#timeline-picture"):
        assert reader.page.locator(part).evaluate("e => getComputedStyle(e).touchAction") == "pan-y"


@pytest.mark.parametrize(("motion", "jumps"), [("reduce", True), ("no-preference", False)])
def test_reduced_motion_moves_the_timeline_without_animation(busy_month, open_page, motion, jumps):
    reader = open_page(f"/en/{JUNE}")
    reader.page.emulate_media(reduced_motion=motion)
    expect(reader.page.locator("#timeline-picture [data-event]").first).to_be_visible()
    reader.page.evaluate(
        """() => {
          window.scales = new Set()
          const svg = document.querySelector("#timeline-picture")
          const watch = () => { window.scales.add(svg.__zoom.k); window.watching = requestAnimationFrame(watch) }
          watch()
        }"""
    )
    reader.presses("+")
    seen = reader.page.evaluate("(cancelAnimationFrame(window.watching), window.scales.size)")
    assert (seen == 2) is jumps
