"""Lanes and eras in the picture; embedding in another site; downloads."""

import json
import re
from html import unescape

import pytest
from playwright.sync_api import expect

from tests import factories

JUNE = "?from=2025-06-01&to=2025-06-30"


def lanes(reader):
    return reader.page.locator("#timeline-picture .lane .name")


def frame_to_paste(reader):
    [address] = re.findall(r'src="([^"]*)"', reader.page.locator("#share-frame").input_value())
    return unescape(address)


def open_share(reader):
    reader.page.get_by_text("Share, embed, download").click()
    expect(reader.page.locator("#share-page")).to_be_visible()


@pytest.mark.parametrize(("language", "side"), [("en", "left"), ("ar", "right")])
def test_lane_names_stand_where_reading_begins(busy_month, open_page, language, side):
    reader = open_page(f"/{language}/{JUNE}&lanes=lang")
    expect(lanes(reader)).to_have_count(2)
    frame = reader.timeline.bounding_box()
    for name in lanes(reader).all():
        box = name.bounding_box()
        gap = box["x"] - frame["x"] if side == "left" else frame["x"] + frame["width"] - box["x"] - box["width"]
        assert 0 <= gap < 20


def test_lanes_chosen_in_the_form_are_in_the_address_and_can_be_undone(busy_month, open_page):
    reader = open_page(f"/en/{JUNE}")
    reader.page.get_by_label("Group by").select_option("type")
    expect(lanes(reader)).not_to_have_count(0)
    assert reader.query()["lanes"] == ["type"]
    reader.page.go_back()
    expect(lanes(reader)).to_have_count(0)


def test_event_stands_in_the_lane_of_its_type(busy_month, open_page):
    reader = open_page(f"/en/{JUNE}&lanes=type")
    expect(lanes(reader)).not_to_have_count(0)
    lines = [line.bounding_box()["y"] for line in reader.page.locator("#timeline-picture .lane line").all()]
    names = lanes(reader).all_text_contents()
    marks = reader.page.locator("#timeline-picture [data-event]")
    assert marks.count() > 0
    for mark in marks.all():
        top = mark.locator(".mark").bounding_box()["y"]
        lane = names[sum(line <= top for line in lines) - 1]
        row = reader.page.locator(f'#event-list > li[data-event="{mark.get_attribute("data-event")}"] .type')
        expect(row).to_have_text(lane)


def test_each_lane_counts_its_hidden_events(busy_month, open_page):
    reader = open_page(f"/en/{JUNE}&lanes=type", height=700)
    expect(lanes(reader)).not_to_have_count(0)
    in_each_lane = 10
    for lane in reader.page.locator("#timeline-picture .lane").all():
        name = lane.locator(".name").text_content()
        listed = reader.page.locator("#event-list > li", has=reader.page.locator(".type", has_text=name))
        drawn = sum(
            reader.page.locator(f'#timeline-picture [data-event="{row.get_attribute("data-event")}"]').count()
            for row in listed.all()
        )
        expect(lane.locator(".hidden-count")).to_have_text(
            f"\u2066+{in_each_lane - drawn}\u2069" if drawn < in_each_lane else ""
        )


def test_eras_are_drawn_behind_the_events_with_their_names(busy_month, open_page):
    timeline = factories.a_timeline("water", title_en="Water")
    timeline.eras.create(title_en="The truce", edtf="2025-06-10/..", colour="leaf")
    reader = open_page(f"/en/timelines/water/{JUNE}")
    expect(reader.page.locator("#timeline-picture .era-name")).to_have_text("The truce")
    frame, band = reader.timeline.bounding_box(), reader.page.locator("#timeline-picture .era").bounding_box()
    assert band["x"] - frame["x"] == pytest.approx(frame["width"] * 9 / 30, abs=4)
    assert band["x"] + band["width"] == pytest.approx(frame["x"] + frame["width"], abs=2)


def test_name_of_an_era_is_drawn_over_the_grid_lines(busy_month, open_page):
    timeline = factories.a_timeline("water", title_en="Water")
    timeline.eras.create(title_en="The truce", edtf="2025-06-10/..", colour="leaf")
    page = open_page(f"/en/timelines/water/{JUNE}").page
    name = page.locator("#timeline-picture .era-name")
    expect(name).to_be_visible()
    follows = "(grid, name) => grid.compareDocumentPosition(name) & Node.DOCUMENT_POSITION_FOLLOWING"
    assert page.locator("#timeline-picture .grid").evaluate(follows, name.element_handle())
    colour = page.locator("#timeline-picture .era").evaluate("era => getComputedStyle(era).fill")
    assert name.evaluate("name => getComputedStyle(name).stroke") == colour


def test_embed_code_shows_the_current_view(busy_month, open_page):
    reader = open_page(f"/en/{JUNE}&lanes=type")
    reader.does(lambda: reader.page.get_by_role("button", name="Zoom in").click())
    open_share(reader)
    expect(reader.page.locator("#share-page")).to_have_value(reader.page.url)
    embedded = open_page(frame_to_paste(reader).partition("://")[2].partition("/")[2].join(("/", "")))
    assert embedded.window() == reader.window()
    expect(lanes(embedded)).not_to_have_count(0)
    expect(embedded.page.get_by_role("navigation", name="Main menu")).to_have_count(0)


def test_embedded_event_opens_in_the_iframe_and_stays_in_its_address(kinds_of_dates, open_page):
    event = kinds_of_dates["A single day"]
    embedded = open_page(f"/en/embed/{JUNE}&event={event.pk}")
    expect(embedded.panel).to_contain_text("A single day")
    embedded.page.locator("#event-panel-close").click()
    expect(embedded.panel).to_be_hidden()
    assert "event" not in embedded.query()


@pytest.mark.parametrize(("language", "mirrored"), [("en", False), ("ar", True)])
def test_hidden_count_of_a_lane_follows_its_name(busy_month, open_page, language, mirrored):
    reader = open_page(f"/{language}/{JUNE}&lanes=type", height=700)
    lane = reader.page.locator("#timeline-picture .lane", has_text="+").first
    assert 4 < gap_behind(lane, mirrored=mirrored) < 14


def gap_behind(lane, *, mirrored):
    """Pixels between a lane's name and the count that follows it."""
    name, count = (
        lane.locator(part).evaluate("e => { const {left, right} = e.getBoundingClientRect(); return {left, right} }")
        for part in (".name", ".hidden-count")
    )
    return name["left"] - count["right"] if mirrored else count["left"] - name["right"]


@pytest.mark.parametrize(("language", "name"), [("en", "صوت البحر"), ("ar", "Harbour Voice")])
def test_hidden_count_of_a_lane_does_not_touch_a_name_of_the_other_direction(
    transactional_db, open_page, language, name
):
    outlet = factories.an_outlet(name)
    for day in range(1, 13):
        factories.an_event(title=f"Council meets {day}", edtf=f"2025-06-{day:02}", outlet=outlet)
    reader = open_page(f"/{language}/{JUNE}&lanes=source", width=360)
    lane = reader.page.locator("#timeline-picture .lane")
    expect(lane.locator(".hidden-count")).to_have_text(re.compile(r"^\u2066\+."))
    assert 4 < gap_behind(lane, mirrored=language == "ar") < 14


def test_stems_of_labels_stay_in_their_lane(busy_month, open_page):
    reader = open_page(f"/en/{JUNE}&lanes=type")
    expect(lanes(reader)).not_to_have_count(0)
    heads = [float(line.get_attribute("y1")) for line in reader.page.locator("#timeline-picture .lane line").all()]
    for stem in reader.page.locator("#timeline-picture .stem").all():
        top, foot = (float(stem.get_attribute(end)) for end in ("y1", "y2"))
        assert top in heads
        assert not [head for head in heads if top < head < foot]


@pytest.mark.parametrize("language", ["en", "ar"])
def test_picture_can_be_downloaded_as_svg(busy_month, open_page, language):
    reader = open_page(f"/{language}/{JUNE}")
    expect(reader.page.locator("#timeline-picture [data-event]").first).to_be_visible()
    reader.page.locator("#share summary").click()
    with reader.page.expect_download() as taken:
        reader.page.locator("[data-takes=svg]").click()
    svg = taken.value.path().read_text(encoding="utf-8")
    assert taken.value.suggested_filename == "newsdesk-timeline.svg"
    assert f'direction="{"rtl" if language == "ar" else "ltr"}"' in svg
    assert "class=" not in svg
    assert reader.page.locator("#timeline-picture .event:not(.bare) .title tspan").first.text_content() in svg
    shown = {name.strip() for name in reader.page.locator("#legend-families > li").all_text_contents()} & {
        text.strip() for text in re.findall(r">([^<]+)</text>", svg)
    }
    assert len(shown) == 3, "the families of the month's three types, and no others"


def test_picture_can_be_downloaded_as_png(busy_month, open_page):
    reader = open_page(f"/en/{JUNE}")
    expect(reader.page.locator("#timeline-picture [data-event]").first).to_be_visible()
    open_share(reader)
    with reader.page.expect_download() as taken:
        reader.page.locator("[data-takes=png]").click()
    png = taken.value.path().read_bytes()
    assert png.startswith(b"\x89PNG")
    assert int.from_bytes(png[16:20], "big") >= 1000


def test_downloaded_rows_are_those_of_the_current_view(busy_month, open_page):
    reader = open_page(f"/en/{JUNE}&type=PROTEST")
    open_share(reader)
    with reader.page.expect_download() as taken:
        reader.page.locator("#share-json").click()
    rows = json.loads(taken.value.path().read_text(encoding="utf-8"))
    assert [row["title"] for row in rows] == reader.listed_titles()


def test_facet_counts_follow_the_window(busy_month, open_page):
    reader = open_page(f"/en/{JUNE}")
    language = reader.page.get_by_label("Source language").locator("option[value=ar]")
    expect(language).to_have_text("Arabic (10)")
    reader.does(lambda: reader.page.get_by_role("button", name="Zoom in").click())
    expect(language).to_have_text(re.compile(r"Arabic \([1-9]\)"))
