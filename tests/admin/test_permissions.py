"""What reporters may do, what editors may do, and what anonymous visitors see."""

from __future__ import annotations

import re

import pytest
from django.test import Client

from events.models import Event
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def event() -> Event:
    return factories.an_event(visibility="proposed")


@pytest.fixture
def addresses(event) -> dict[str, str]:
    """What can be done, by name, and where it is posted."""
    article = event.sources.get().article.pk
    return {
        "publish": f"/en/admin/events/event/{event.pk}/visibility/",
        "publish all": f"/en/admin/events/article/{article}/publish/",
        "edit": f"/en/admin/events/event/{event.pk}/change/",
        "detach": f"/en/admin/events/event/{event.pk}/detach/{event.sources.get().pk}/",
        "unmerge": f"/en/admin/events/event/{event.pk}/unmerge/",
        "merge": f"/en/admin/events/event/merge/?event={event.pk}",
        "correct": f"/en/admin/events/article/{article}/change/",
        "delete": f"/en/admin/events/article/{article}/delete/",
        "add event": "/en/admin/events/event/add/",
        "curate": "/en/admin/events/timeline/add/",
    }


WORK_OF_EDITORS = [
    "publish",
    "publish all",
    "edit",
    "detach",
    "unmerge",
    "merge",
    "correct",
    "delete",
    "add event",
    "curate",
]


@pytest.mark.parametrize("work", WORK_OF_EDITORS)
def test_reporter_gets_403_for_the_work_of_editors(as_reporter, addresses, work):
    assert as_reporter.post(addresses[work], {"visibility": "published"}).status_code == 403


@pytest.mark.parametrize("work", WORK_OF_EDITORS)
def test_editor_may_do_the_work_of_editors(as_editor, addresses, work):
    assert as_editor.post(addresses[work], {"visibility": "published"}).status_code in (200, 302)


@pytest.mark.parametrize("work", WORK_OF_EDITORS)
def test_anonymous_visitor_is_asked_to_log_in(client: Client, addresses, work):
    response = client.post(addresses[work], {"visibility": "published"})
    assert response.headers["Location"].startswith("/en/admin/login/?next=")


PAGES = [
    "", "events/article/", "events/event/", "events/actor/", "events/place/", "events/outlet/", "events/timeline/",
    "events/extractionrun/", "events/article/add/",
]  # fmt: skip


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("language", ["ar", "en"])
def test_both_groups_see_every_list_in_both_languages(as_reporter, as_editor, event, page, language):
    factories.an_actor("JOR", en="Jordan", ar="الأردن")
    factories.a_place("JO", en="Jordan", ar="الأردن")
    factories.an_outlet()
    factories.a_timeline()
    for browser in (as_reporter, as_editor):
        response = browser.get(f"/{language}/admin/{page}")
        assert response.status_code == 200
        assert f'<html lang="{language}" dir="{"rtl" if language == "ar" else "ltr"}">' in response.content.decode()


@pytest.mark.parametrize("page", PAGES)
def test_no_page_has_inline_scripts_or_styles(as_editor, page):
    """The content security policy would stop them."""
    response = as_editor.get(f"/en/admin/{page}")
    text = response.content.decode()
    assert "<style" not in text
    assert " style=" not in text
    assert " onclick=" not in text
    assert "unsafe-inline" not in response.headers["Content-Security-Policy"]
    assert all("src=" in tag or "application/json" in tag for tag in _script_tags(text))


def _script_tags(text: str) -> list[str]:
    return [part.split(">", 1)[0] for part in text.split("<script")[1:]]


def test_reporter_sees_an_event_but_no_buttons(as_reporter, event):
    page = as_reporter.get(f"/en/admin/events/event/{event.pk}/change/").content.decode()
    assert event.title in page
    assert 'name="visibility"' not in page
    assert 'name="set_edtf"' not in page


def test_reporter_may_run_an_article_again(as_reporter, event, sent, django_capture_on_commit_callbacks):
    article = event.sources.get().article
    with django_capture_on_commit_callbacks(execute=True):
        as_reporter.post(f"/en/admin/events/article/{article.pk}/run-again/")
    assert sent == [article.pk]


@pytest.mark.parametrize("work", ["state", "reading"])
def test_progress_endpoints_redirect_anonymous_visitors(client: Client, event, work):
    article = event.sources.get().article.pk
    assert client.get(f"/en/admin/events/article/{article}/{work}/").status_code == 302


def test_header_links_to_the_same_page_in_the_other_language(as_editor):
    page = as_editor.get("/en/admin/events/event/?decision=hidden").content.decode()
    assert 'href="/ar/admin/events/event/?decision=hidden"' in page
    assert ">العربيّة<" in page


@pytest.mark.parametrize(("visibility", "shown"), [("published", True), ("proposed", False), ("hidden", False)])
def test_public_page_is_linked_only_if_readers_can_see_it(as_editor, client: Client, visibility, shown):
    event = factories.an_event(visibility=visibility)
    for kind, row in (("event", event), ("article", event.sources.get().article)):
        text = as_editor.get(f"/en/admin/events/{kind}/{row.pk}/change/").content.decode()
        link = re.search(r'href="([^"]+)" class="viewsitelink"', text)
        assert bool(link) is shown
        if link:
            assert client.get(link[1]).status_code == 200


def test_read_only_users_see_values_and_no_empty_fields(as_reporter, event):
    actor = factories.an_actor("JOR", en="Jordan", ar="الأردن")
    timeline = factories.a_timeline(filter={"type": ["AGREE"]})
    seen = {
        f"event/{event.pk}": event.title, f"actor/{actor.pk}": "الأردن", f"timeline/{timeline.pk}": "AGREE",
        f"article/{event.sources.get().article_id}": event.sources.get().article.body,
    }  # fmt: skip
    for page, value in seen.items():
        text = as_reporter.get(f"/en/admin/events/{page}/change/").content.decode()
        assert value in text
        assert ">None<" not in text
        assert "<textarea" not in text
