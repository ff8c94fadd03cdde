"""axe finds nothing at WCAG 2.2 AA, in both languages and themes; everything fits 320 pixels; print; no JavaScript."""

import re
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import expect

from events import desk
from events.desk.covers import reencoded
from events.desk.curate import CoverWish
from tests import factories

AXE = Path(__file__).parents[2] / "node_modules" / "axe-core" / "axe.min.js"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
JUNE = "?from=2025-06-01&to=2025-06-30"


@pytest.fixture
def pages(kinds_of_dates):
    """The site's pages, without their language."""
    event = kinds_of_dates["A single day"]
    article = event.sources.get().article
    harbour = factories.a_place("harbour", en="The harbour", ar="الميناء")
    actors = [("JOR", "Jordan", "actor"), ("IRQ", "Iraq", "target")]
    factories.an_event(title="Signed elsewhere", edtf="2025-06-02", actors=actors, place=harbour)
    water = factories.a_timeline("water", title_en="Water", title_ar="المياه", introduction_en="How it came.")
    hang_a_cover(water)
    water.eras.create(title_en="The drought", title_ar="الجفاف", edtf="2025-05/2025-06", colour="rose")
    return [
        f"/{JUNE}",
        f"/{JUNE}&event={event.pk}",
        f"/events/{event.pk}/a-single-day/",
        f"/articles/{article.pk}/",
        "/timelines/",
        "/timelines/water/",
        "/timelines/water/?lanes=type",
        "/actors/JOR/",
        "/places/harbour/",
        "/subscribe/",
        "/subscribe/?actor=JOR",
        "/choices/?find=jo&type=CONSULT",
        f"/embed/{JUNE}",
        "/about/",
    ]


def hang_a_cover(timeline):
    picture = BytesIO()
    Image.new("RGB", (1200, 800), "teal").save(picture, "JPEG")
    wish = CoverWish({"en": "Water", "ar": "ماء"}, reencoded(picture.getvalue()))
    desk.save_timeline(timeline=timeline, editor=factories.an_editor(), cover=wish)


def unfold(page):
    """Open what is folded away: what to share, the key, a frame's choices."""
    page.evaluate("document.querySelectorAll('details').forEach(details => { details.open = true })")


def violations(page):
    """Rule and place of everything that axe finds."""
    page.evaluate(AXE.read_text(encoding="utf-8"))
    found = page.evaluate("rules => axe.run({runOnly: {type: 'tag', values: rules}})", RULES)["violations"]
    return [(rule["id"], node["target"], node["failureSummary"]) for rule in found for node in rule["nodes"]]


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("language", ["en", "ar"])
def test_axe_finds_no_violation_on_any_page(pages, open_page, language, theme):
    for path in pages:
        reader = open_page(f"/{language}{path}", theme=theme)
        if "event=" in path:
            expect(reader.panel).to_be_visible()
        unfold(reader.page)
        assert violations(reader.page) == [], path


@pytest.mark.parametrize("language", ["en", "ar"])
def test_every_page_fits_320_pixels(pages, open_page, language):
    for path in pages:
        page = open_page(f"/{language}{path}", width=320, height=640).page
        unfold(page)
        wide = page.evaluate("document.documentElement.scrollWidth")
        assert wide <= 320, path


def test_tab_reaches_every_control_with_a_visible_focus(kinds_of_dates, open_page):
    reader = open_page(f"/en/{JUNE}")
    seen = []
    for _ in range(40):
        reader.page.keyboard.press("Tab")
        name, style, width = reader.page.evaluate(
            "() => { const e = document.activeElement, s = getComputedStyle(e);"
            " return [e.getAttribute('aria-label') || e.id || e.innerText, s.outlineStyle, s.outlineWidth] }"
        )
        seen.append(name.strip())
        assert (style, width) == ("solid", "3px"), name
        if name.strip() == "A single day":
            break
    assert {"Skip to content", "العربيّة", "Apply", "Earlier", "Zoom in", "Fit all"} <= set(seen)
    assert seen.index("Zoom in") < seen.index("A single day")


def test_screen_readers_are_told_what_the_timeline_shows(kinds_of_dates, open_page):
    reader = open_page(f"/en/{JUNE}")
    spoken = reader.page.locator("#timeline-speech")
    expect(spoken).to_contain_text("June 2025")
    reader.timeline.focus()
    reader.page.keyboard.press("ArrowDown")
    expect(spoken).to_contain_text("Until early June. until 5 June 2025")


def test_print_shows_picture_and_list_without_controls(kinds_of_dates, open_page):
    reader = open_page(f"/en/{JUNE}")
    reader.page.emulate_media(media="print")
    expect(reader.timeline).to_be_visible()
    expect(reader.listed.first).to_be_visible()
    for hidden in (reader.page.locator("#timeline-controls"), reader.page.locator("#filters")):
        expect(hidden).to_be_hidden()


@pytest.mark.parametrize("language", ["en", "ar"])
def test_without_javascript_list_and_filter_form_work(busy_month, open_page, language):
    reader = open_page(f"/{language}/{JUNE}", script=False)
    expect(reader.page.locator("#timeline")).to_be_hidden()
    expect(reader.listed).to_have_count(30)
    reader.page.locator("#filter-type").select_option("PROTEST")
    reader.page.locator("#filter-from").fill("2025-06-10")
    reader.page.locator("#filters button[type=submit]").click()
    expect(reader.listed).to_have_count(7)
    assert reader.query()["type"] == ["PROTEST"]
    reader.listed.first.get_by_role("link").click()
    expect(reader.page.locator("blockquote mark")).to_contain_text("Farmers protest 10")
    reader.page.locator("blockquote a.quote").click()
    expect(reader.page.locator(".article mark").first).to_contain_text("Farmers protest 10")


def test_without_javascript_links_lead_to_earlier_and_later_events(busy_month, open_page):
    page = open_page("/en/?from=2025-06-10&to=2025-06-15", script=False).page
    assert page.locator("#event-list > li").count() == 6
    page.get_by_role("link", name="Earlier events").click()
    expect(page.locator("#event-list > li").first).to_contain_text("4 June 2025")
    page.get_by_role("link", name="Later events").click()
    expect(page.locator("#event-list > li").first).to_contain_text("10 June 2025")


@pytest.mark.parametrize("language", ["en", "ar"])
def test_without_javascript_an_actor_can_be_searched_and_chosen(busy_month, open_page, language):
    page = open_page(f"/{language}/{JUNE}", script=False).page
    page.locator('.filters a[href*="/choices/"]').click()
    page.locator("#choose-find").fill("jord")
    page.locator("#choose-find").press("Enter")
    expect(page.locator(".found .count")).to_have_count(1)
    page.locator(".found input").check()
    page.locator('input[name="type"][value="PROTEST"]').check()
    page.get_by_role("button", name="Show events" if language == "en" else "عرض الأحداث").click()
    expect(page).to_have_url(re.compile(rf"/{language}/\?(?=.*type=PROTEST)(?=.*actor=JOR)"))
    titles = page.locator("#event-list a").all_inner_texts()
    assert titles
    assert all(title.startswith("Farmers protest") for title in titles)


def test_print_of_an_actor_page_leaves_out_filters_and_sharing(pages, open_page):
    page = open_page("/en/actors/JOR/").page
    page.emulate_media(media="print")
    expect(page.locator("h1")).to_be_visible()
    expect(page.locator(".company")).to_be_visible()
    for gone in (".filters", ".share", ".masthead nav"):
        expect(page.locator(gone)).to_be_hidden()
