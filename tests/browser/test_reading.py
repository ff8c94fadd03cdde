"""Picture, list, panel and address show the same events."""

import re

import pytest
from playwright.sync_api import expect

JUNE = "?from=2025-06-01&to=2025-06-30"


def boxes(reader, selector):
    """Left, top, right and bottom of every element in the picture that the selector names."""
    found = [box.bounding_box() for box in reader.page.locator(f"#timeline-picture {selector}").all()]
    return [(box["x"], box["y"], box["x"] + box["width"], box["y"] + box["height"]) for box in found]


def overlap(one, other):
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


@pytest.mark.parametrize("path", [f"/en/{JUNE}", f"/ar/{JUNE}", "/en/?from=2025-06-10&to=2025-06-16"])
@pytest.mark.parametrize("width", [1280, 360])
def test_labels_never_overlap_and_nothing_is_cut_off(busy_month, open_page, path, width):
    reader = open_page(path, width=width)
    expect(reader.page.locator("#timeline-picture [data-event]").first).to_be_visible()
    labels = boxes(reader, "[data-event]:not(.bare) .hit")
    assert len(labels) >= 4
    assert [(one, other) for n, one in enumerate(labels) for other in labels[:n] if overlap(one, other)] == []
    frame = reader.timeline.bounding_box()
    texts = boxes(reader, "[data-event]:not(.bare) :is(.title, .date)")
    assert all(frame["x"] <= left and right <= frame["x"] + frame["width"] for left, _, right, _ in texts)


def test_hidden_events_are_counted_where_they_would_stand(busy_month, open_page):
    reader = open_page(f"/en/{JUNE}", width=360)
    expect(reader.page.locator("#timeline-status")).to_have_text(re.compile(r"^Showing \d+ of 30 events$"))
    drawn = int(reader.page.locator("#timeline-status").inner_text().split()[1])
    counts = reader.page.locator("#timeline-picture .more text").all_text_contents()
    assert drawn + sum(int(count.strip("\u2066+\u2069")) for count in counts) == 30


@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize("width", [1280, 1100, 900])
def test_no_hidden_counts_where_all_events_are_drawn(kinds_of_dates, open_page, language, width):
    reader = open_page(f"/{language}/{JUNE}", width=width, height=1600)
    for event in kinds_of_dates.values():
        if event.first_day is None or event.last_day is None:
            expect(reader.mark(event)).to_be_visible()
    expect(reader.page.locator("#timeline-picture .more")).to_have_count(0)


def test_click_on_a_hidden_count_zooms_in(busy_month, open_page):
    reader = open_page(f"/en/{JUNE}", width=360)
    reader.does(reader.page.locator("#timeline-picture .more").first.click)
    assert reader.days_shown() < 15


def test_list_has_the_same_events_in_time_order(busy_month, open_page):
    reader = open_page(f"/en/{JUNE}")
    expect(reader.listed).to_have_count(30)
    assert reader.listed_titles() == [event.title_in("en") for event in busy_month]


@pytest.mark.parametrize(("language", "mirrored"), [("en", False), ("ar", True)])
def test_time_axis_runs_in_reading_direction(busy_month, open_page, language, mirrored):
    reader = open_page(f"/{language}/{JUNE}")
    expect(reader.page.locator("#timeline-picture [data-event]").first).to_be_visible()
    months = reader.page.locator("#timeline-picture .minor text")
    places = [float(text.get_attribute("x")) for text in months.all()]
    assert places == sorted(places, reverse=mirrored)
    assert len(places) > 10


def test_click_opens_the_panel_with_quote_source_and_reasoning(kinds_of_dates, open_page):
    event = kinds_of_dates["A single day"]
    reader = open_page(f"/en/{JUNE}")
    reader.mark(event).locator(".mark").click()
    expect(reader.panel.get_by_role("heading", level=2)).to_have_text("A single day")
    expect(reader.panel.locator("blockquote mark")).to_have_text("A single day: it was told so.")
    expect(reader.panel.get_by_role("heading", name="Why this date")).to_be_visible()
    expect(reader.panel.locator("code")).to_have_text("2025-06-10")
    assert reader.query()["event"] == [str(event.pk)]


def test_escape_closes_the_panel_and_focuses_the_event_in_the_list(kinds_of_dates, open_page):
    reader = open_page(f"/en/{JUNE}")
    reader.page.get_by_role("link", name="A single day").click()
    expect(reader.panel.get_by_role("heading", level=2)).to_be_focused()
    reader.page.keyboard.press("Escape")
    expect(reader.panel).to_be_hidden()
    expect(reader.page.get_by_role("link", name="A single day")).to_be_focused()


def test_back_closes_the_panel_and_forward_opens_it_again(kinds_of_dates, open_page):
    reader = open_page(f"/en/{JUNE}")
    reader.page.get_by_role("link", name="A single day").click()
    expect(reader.panel).to_be_visible()
    reader.page.go_back()
    expect(reader.panel).to_be_hidden()
    reader.page.go_forward()
    expect(reader.panel.get_by_role("heading", level=2)).to_have_text("A single day")


def test_address_restores_window_filters_and_open_event(kinds_of_dates, open_page):
    event = kinds_of_dates["Five days in June"]
    reader = open_page(f"/en/{JUNE}&type=CONSULT")
    reader.presses("+")
    reader.page.get_by_role("link", name="Five days in June").click()
    expect(reader.panel).to_be_visible()
    first = open_page("/en/" + reader.page.url.split("/en/")[1])
    expect(first.panel.get_by_role("heading", level=2)).to_have_text("Five days in June")
    expect(first.page.locator("#timeline-range")).to_have_text(reader.page.locator("#timeline-range").inner_text())
    expect(first.page.get_by_label("Type")).to_have_value("CONSULT")
    expect(first.mark(event)).to_have_class(re.compile("open"))


def test_filter_applies_at_once_and_can_be_undone_by_going_back(busy_month, open_page):
    reader = open_page(f"/en/{JUNE}")
    expect(reader.listed).to_have_count(30)
    reader.does(lambda: reader.page.get_by_label("Type").select_option("PROTEST"))
    expect(reader.listed).to_have_count(10)
    assert reader.query()["type"] == ["PROTEST"]
    reader.page.go_back()
    expect(reader.listed).to_have_count(30)
    expect(reader.page.get_by_label("Type")).to_have_value("")


def test_search_box_finds_arabic_words(busy_month, open_page):
    reader = open_page(f"/ar/{JUNE}")
    reader.page.get_by_role("searchbox").fill("القمح")
    reader.does(lambda: reader.page.keyboard.press("Enter"))
    expect(reader.listed).to_have_count(10)


def test_facet_counts_follow_a_filter(busy_month, open_page):
    reader = open_page(f"/en/{JUNE}")
    language = reader.page.get_by_label("Source language").locator("option[value=ar]")
    expect(language).to_have_text("Arabic (10)")
    reader.page.get_by_label("Type").select_option("PROTEST")
    expect(language).to_have_count(0)


def test_server_error_is_shown_until_the_next_good_answer(busy_month, open_page):
    reader = open_page(f"/en/{JUNE}")
    reader.page.route("**/api/v1/window/**", lambda route: route.fulfill(status=200, body="not JSON"))
    reader.presses("PageDown")
    expect(reader.page.get_by_role("alert")).to_contain_text("Could not load events")
    reader.page.unroute("**/api/v1/window/**")
    reader.presses("PageUp")
    reader.presses("-")
    reader.presses("-")
    expect(reader.page.get_by_role("alert")).to_be_hidden()


def test_event_no_longer_published_is_not_listed_and_does_not_open(kinds_of_dates, open_page):
    event = kinds_of_dates["A single day"]
    reader = open_page(f"/en/{JUNE}")
    # The script has loaded its first window, so nothing removes the event from the list before the click.
    reader.page.wait_for_load_state("networkidle")
    type(event).objects.filter(pk=event.pk).update(visibility="hidden")
    reader.expects_trouble = True
    reader.page.get_by_role("link", name="A single day").click()
    expect(reader.page.get_by_role("alert")).to_contain_text("404")
    expect(reader.panel).to_be_hidden()
    later = open_page(f"/en/{JUNE}")
    expect(later.listed.first).to_be_visible()
    expect(later.page.get_by_role("link", name="A single day")).to_have_count(0)


@pytest.mark.parametrize("width", [1280, 360])
def test_opened_panel_is_scrolled_into_view_and_closing_scrolls_back(busy_month, open_page, width):
    reader = open_page(f"/en/{JUNE}", width=width, height=700)
    last = reader.listed.last.get_by_role("link")
    last.click()
    heading = reader.panel.get_by_role("heading", level=2)
    expect(heading).to_be_in_viewport()
    reader.page.get_by_role("button", name="Close").click()
    expect(reader.panel).to_be_hidden()
    expect(last).to_be_focused()
    expect(last).to_be_in_viewport()
