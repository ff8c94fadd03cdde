"""Every function of the timeline's page works by keyboard alone, in the page's order, with visible focus."""

import re
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import expect

JUNE = "?from=2025-06-01&to=2025-06-30"
#: What "Share" offers, in the order in which it is read.
SHARED = [
    "share-page", "copy share-page", "share-frame", "copy share-frame", "take svg", "take png", "share-csv",
    "share-json", "share-subscribe",
]  # fmt: skip

FOCUSED = """() => {
  const e = document.activeElement, s = getComputedStyle(e), box = e.getBoundingClientRect()
  const { copies, takes } = e.dataset
  return {
    name: copies ? `copy ${copies}` : takes ? `take ${takes}` : e.id,
    ring: [s.outlineStyle, s.outlineWidth],
    inside: box.width > 0 && box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth,
  }
}"""


def focused(reader):
    """The name of the focused element, after checking that its focus is visible."""
    found = reader.page.evaluate(FOCUSED)
    assert found["ring"] == ["solid", "3px"], found
    assert found["inside"], found
    return found["name"]


def tabs(reader, times, key="Tab"):
    names: list[str] = []
    for _ in range(times):
        reader.page.keyboard.press(key)
        names.append(focused(reader))
    return names


def asked(address):
    return parse_qs(urlsplit(address).query)


def opens_share(reader):
    reader.page.locator("#share > summary").focus()
    reader.page.keyboard.press("Enter")
    expect(reader.page.locator("#share-page")).to_be_visible()


@pytest.mark.parametrize("path", [f"/en/{JUNE}", f"/ar/{JUNE}", f"/en/embed/{JUNE}"])
def test_tab_walks_through_the_share_panel_and_back(busy_month, open_page, path):
    reader = open_page(path)
    opens_share(reader)
    assert tabs(reader, len(SHARED)) == SHARED
    assert tabs(reader, len(SHARED) - 1, "Shift+Tab") == SHARED[-2::-1]
    reader.page.keyboard.press("Shift+Tab")
    reader.page.keyboard.press("Enter")
    expect(reader.page.locator("#share-page")).to_be_hidden()


def test_share_panel_works_by_keyboard_and_keeps_the_focus(busy_month, open_page):
    reader = open_page(f"/en/{JUNE}")
    reader.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    opens_share(reader)
    tabs(reader, 2)
    reader.page.keyboard.press("Enter")
    expect(reader.page.locator("#share-said")).to_have_text("Copied.")
    assert focused(reader) == "copy share-page"
    assert reader.page.evaluate("navigator.clipboard.readText()") == reader.page.locator("#share-page").input_value()
    tabs(reader, 3)
    for key in ("Enter", "Space"):
        with reader.page.expect_download():
            reader.page.keyboard.press(key)
    tabs(reader, 4)
    reader.page.keyboard.press("Enter")
    expect(reader.page).to_have_url(re.compile("/en/subscribe/$"))


def test_subscribe_link_follows_the_filter(busy_month, open_page):
    reader = open_page(f"/en/actors/JOR/{JUNE}")
    reader.page.get_by_label("Type").select_option("PROTEST")
    followed = reader.page.locator("#share-subscribe")
    expect(followed).to_have_attribute("href", "/en/subscribe/?actor=JOR&type=PROTEST")
    for name in ("feed", "calendar"):
        assert asked(reader.page.locator(f"#share-{name}").get_attribute("href")) == asked(
            followed.get_attribute("href")
        )
    narrowed = asked(reader.page.locator("#share-choices").get_attribute("href"))
    assert narrowed == {"actor": ["JOR"], "type": ["PROTEST"], "from": ["2025-06-01"], "to": ["2025-06-30"]}
    reader.page.go_back()
    expect(followed).to_have_attribute("href", "/en/subscribe/?actor=JOR")


def test_search_and_filter_by_keyboard_are_announced(busy_month, open_page):
    reader = open_page(f"/en/{JUNE}")
    spoken = reader.page.locator("#timeline-speech")
    expect(spoken).to_contain_text("of 30 events")
    reader.page.locator("#filter-type").focus()
    reader.page.keyboard.type("Protest")
    expect(spoken).to_contain_text("of 10 events")
    assert reader.query()["type"] == ["PROTEST"]
    reader.page.locator("#filter-q").focus()
    reader.page.keyboard.type("nobody tells of this")
    reader.page.keyboard.press("Enter")
    expect(spoken).to_contain_text("No events")


def test_lanes_can_be_chosen_by_keyboard(busy_month, open_page):
    reader = open_page(f"/en/{JUNE}")
    reader.page.locator("#filter-lanes").focus()
    reader.page.keyboard.press("ArrowDown")
    expect(reader.page.locator("#timeline-picture .lane")).not_to_have_count(0)
    assert focused(reader) == "filter-lanes"


def test_star_key_zooms_to_where_most_events_are_hidden(busy_month, open_page):
    reader = open_page(f"/en/{JUNE}", width=360)
    expect(reader.page.locator("#timeline-picture .more")).not_to_have_count(0)
    spoken = reader.page.locator("#timeline-speech")
    expect(spoken).to_contain_text("of 30 events")
    reader.presses("*")
    assert reader.days_shown() < 15
    expect(spoken).not_to_contain_text("of 30 events")


def test_event_reached_by_arrow_keys_is_marked_in_the_picture(busy_month, open_page):
    reader = open_page(f"/en/{JUNE}", width=360)
    expect(reader.page.locator("#timeline-picture .more")).not_to_have_count(0)
    expect(reader.listed).to_have_count(30)
    reader.timeline.focus()
    for event in busy_month[:8]:
        reader.page.keyboard.press("ArrowDown")
        expect(reader.mark(event)).to_have_class(re.compile("at-cursor"))
        expect(reader.mark(event).locator(".title")).to_be_visible()
    reader.listed.nth(20).get_by_role("link").focus()
    expect(reader.mark(busy_month[20])).to_have_class(re.compile("at-cursor"))


def test_list_entry_opens_by_keyboard_and_gets_the_focus_back(busy_month, open_page):
    reader = open_page(f"/en/{JUNE}")
    expect(reader.listed).to_have_count(30)
    reader.listed.nth(3).get_by_role("link").focus()
    expect(reader.page.locator("#timeline-picture .at-cursor").first).to_be_attached()
    reader.page.keyboard.press("Enter")
    expect(reader.panel.get_by_role("heading", level=2)).to_be_focused()
    names: list[str] = []
    while "event-panel-close" not in names and len(names) < 20:
        names += tabs(reader, 1, "Shift+Tab")
    reader.page.keyboard.press("Enter")
    expect(reader.panel).to_be_hidden()
    expect(reader.listed.nth(3).get_by_role("link")).to_be_focused()
