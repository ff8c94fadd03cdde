"""An editor merges and unmerges events with the keyboard, without JavaScript, in both languages; axe finds nothing."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from events.models import Event
from tests import factories
from tests.browser.test_accessibility import violations


@pytest.fixture
def events(transactional_db):
    """A published event and a proposal that tell the same."""
    shown = factories.an_event(title="Dam opened", edtf="2025-05-04")
    return shown, factories.an_event(title="افتتاح السد", language="ar", edtf="2025-05", visibility="proposed")


def at_the_desk(open_page, language, path, *, script):
    """Logged in, on a page of the admin."""
    editor = factories.an_editor()
    page = open_page(f"/{language}/admin/", script=script).page
    page.fill("[name=username]", editor.username)
    page.fill("[name=password]", factories.PASSWORD)
    page.keyboard.press("Enter")
    expect(page.locator("#user-tools")).to_be_visible()
    page.goto(f"/{language}/admin/events/event/{path}")
    return page


@pytest.mark.parametrize("language", ["en", "ar"])
def test_events_are_merged_and_unmerged_by_keyboard_without_javascript(open_page, events, language):
    shown, proposal = events
    page = at_the_desk(open_page, language, "", script=False)
    for event in events:
        page.locator(f"[name=_selected_action][value='{event.pk}']").press("Space")
    page.select_option("[name=action]", "merge")
    page.locator("button[name=index]").press("Enter")

    page.locator(f"[name=title_ar][value='{proposal.pk}']").press("Space")
    page.locator(".merge-choice button").press("Enter")
    expect(page.locator("#outcome bdi[lang=ar]").first).to_have_text("افتتاح السد")
    page.locator("#outcome button.publish").press("Enter")

    merged = page.locator(f"#merged-{proposal.pk}")
    expect(merged).to_be_visible()
    assert Event.objects.get(pk=shown.pk).titles == {"en": "Dam opened", "ar": "افتتاح السد"}
    merged.locator("button").press("Enter")
    expect(page.locator(".messagelist .success")).to_be_visible()
    assert not Event.objects.exclude(merged_into=None).exists()
    assert Event.objects.get(pk=shown.pk).titles == {"en": "Dam opened"}


@pytest.mark.parametrize("language", ["en", "ar"])
def test_axe_finds_no_violation_on_the_merge_page(open_page, events, language):
    query = "&".join(f"event={event.pk}" for event in events)
    page = at_the_desk(open_page, language, f"merge/?{query}", script=True)
    assert violations(page) == []
