"""Odd addresses, typed by hand or half wrong, still show a working timeline."""

import pytest
from playwright.sync_api import expect

JUNE = "?from=2025-06-01&to=2025-06-30"


@pytest.mark.parametrize(
    "query",
    [
        "?from=2025-06-30&to=2025-06-01", "?type=NOPE&lang=xx", "?source=many", "?lanes=nonsense",
        "?actor=%F0%9F%98%80", "?from=-0500-01-01&to=2025-01-01",
        "?from=2025-02-30&to=2025-13-45", "?page=-5", "?q=%00",
    ],
)  # fmt: skip
def test_odd_address_still_shows_a_timeline_that_can_be_moved(busy_month, open_page, query):
    reader = open_page("/en/")
    reader.expects_trouble = True  # a refused choice is answered with 400, which browsers write to their console
    reader.page.goto(f"/en/{query}")
    expect(reader.page.locator("#timeline-status")).not_to_be_empty()
    expect(reader.page.locator("#timeline-trouble")).to_be_hidden()
    reader.presses("-")
    reader.page.wait_for_load_state("networkidle")
    expect(reader.page.locator("#timeline-trouble")).to_be_hidden()


def test_refused_filter_is_not_returned_to(busy_month, open_page):
    reader = open_page("/en/")
    reader.expects_trouble = True
    reader.page.goto(f"/en/{JUNE}&type=NOPE")
    expect(reader.page.get_by_role("alert").first).to_contain_text("NOPE")
    expect(reader.listed).to_have_count(30)
    assert "type" not in reader.query()
    reader.page.get_by_label("Type").select_option("PROTEST")
    expect(reader.listed).to_have_count(10)
    reader.page.go_back()
    expect(reader.listed).to_have_count(30)
    expect(reader.page.locator("#timeline-trouble")).to_be_hidden()


@pytest.mark.parametrize(
    ("query", "most"),
    [("?from=2025-06-10T10:00&to=2025-06-10T10:01", 1), ("?from=0001-01-01&to=9999-12-31", 3001 * 366)],
)
def test_too_short_or_too_long_window_is_adjusted(busy_month, open_page, query, most):
    reader = open_page(f"/en/{query}")
    reader.presses("ArrowLeft")
    assert 0.05 < reader.days_shown() < most


def test_empty_window_says_so_and_can_be_left(busy_month, open_page):
    reader = open_page("/en/?from=1990-01-01&to=1991-01-01")
    expect(reader.page.locator("#timeline-status")).to_have_text("No events")
    expect(reader.page.locator("#event-list-note")).to_contain_text("No events match")
    reader.page.get_by_role("button", name="Fit all").click()
    expect(reader.listed).to_have_count(30)
    expect(reader.page.locator("#event-list-note")).to_be_empty()


@pytest.mark.parametrize("path", ["/en/", "/en/embed/"])
def test_link_to_an_event_shows_it_on_a_narrow_screen(kinds_of_dates, open_page, path):
    reader = open_page(f"{path}{JUNE}&event={kinds_of_dates['A single day'].pk}", width=360, height=640)
    expect(reader.panel.get_by_role("heading", level=2)).to_be_in_viewport()


def test_embedded_timeline_keeps_filter_event_and_lanes(busy_month, open_page):
    event = busy_month[0]
    reader = open_page(f"/en/embed/{JUNE}&type=PROTEST&lanes=lang&event={event.pk}")
    expect(reader.panel).to_contain_text(event.title_in("en"))
    expect(reader.listed).to_have_count(10)
    expect(reader.page.locator("#timeline-picture .lane")).to_have_count(1)
