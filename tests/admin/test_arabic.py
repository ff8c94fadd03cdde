"""The Arabic admin is all in Arabic, shows one kind of digits, and accepts the others."""

from __future__ import annotations

import re
from datetime import date

import pytest
from django.contrib import admin
from django.test import Client

from events import desk
from events.models import Article, Curation, Event, ExtractionRun, Timeline
from tests import factories

pytestmark = pytest.mark.django_db
OTHER_DIGITS = re.compile("[٠-٩۰-۹٪]")
WRONG_DATES = ["2025-02-30", "spring", "2025/2024", "../..", "2024/2025/2026", "2025-09-01T24:00"]
ENGLISH = re.compile(r"(?<![/.\w])[A-Za-z]{2,} [A-Za-z]{2,}")


@pytest.fixture
def event(editor) -> Event:
    """An event with a source in each language and decisions; beside it a changed timeline and a failed run."""
    event = factories.an_event(language="ar", title="اجتماع في الميناء", basis="relative", anchor="2025-09-02")
    factories.a_source(event=event, language="ar", title="اجتماع آخر", edtf="2025-09~")
    desk.edit_event(event=event, editor=editor, edtf="2025-08")
    timeline = factories.a_timeline("water", title_ar="المياه")
    desk.pick_event(timeline=timeline, event=event, kind="pinned", editor=editor)
    factories.an_event(language="ar", title="اجتماع ثالث")
    failed = factories.an_article(
        language="ar", title="لم يُقرأ", state="failed", failure="too_slow", failure_values={"seconds": 30}
    )
    ExtractionRun.objects.create(
        article=failed, engine_version="1", language="ar", outcome="failed", finished_at=failed.submitted_at,
        error="too_slow", error_values={"seconds": 30},
    )  # fmt: skip
    assert Curation.objects.exists()
    return event


def pages() -> list[str]:
    """The start page, that on which events are merged, and of each kind of rows the list and all that there are."""
    both = "&".join(f"event={event.pk}" for event in Event.objects.all())
    found = ["/ar/admin/", f"/ar/admin/events/event/merge/?{both}"]
    for model in admin.site._registry:
        if model._meta.app_label == "events":
            folder = f"/ar/admin/events/{model._meta.model_name}/"
            found += [
                folder,
                *(
                    f"{folder}{row.pk}/{page}/"
                    for row in model._default_manager.all()
                    for page in ("change", "history")
                ),
            ]
    return found


def test_every_arabic_page_shows_arabic_digits_only(event, as_editor: Client):
    for page in pages():
        html = as_editor.get(page, follow=True).content.decode()
        assert not OTHER_DIGITS.search(html), (page, OTHER_DIGITS.search(html))


def test_failure_reason_is_in_arabic_on_every_page(event, as_editor: Client):
    failed = Article.objects.get(state="failed")
    [run] = failed.runs.all()
    for page in ("", f"events/article/{failed.pk}/change/", f"events/extractionrun/{run.pk}/change/"):
        html = as_editor.get(f"/ar/admin/{page}").content.decode()
        assert "استغرق الاستخراج أكثر من" in html
        assert "too_slow" not in html
    assert "failed" not in html.partition("<h2>")[2].partition("</h2>")[0]


@pytest.mark.parametrize("wrong", WRONG_DATES)
def test_date_fault_is_in_arabic_in_every_form(event, as_editor: Client, wrong):
    timeline = Timeline.objects.get()
    folder = "/ar/admin/events/"
    refused = [
        as_editor.post(f"{folder}event/{event.pk}/change/", {"set_edtf": wrong}),
        as_editor.post(f"{folder}timeline/{timeline.pk}/change/", _timeline(timeline, first=wrong)),
        as_editor.post(f"{folder}timeline/{timeline.pk}/change/", _timeline(timeline, **{"eras-0-edtf": wrong})),
    ]
    for answer in refused:
        sentences = re.findall(r'<ul class="errorlist[^>]*>(.*?)</ul>', answer.content.decode(), re.DOTALL)
        assert sentences
        assert not any(ENGLISH.search(re.sub("<[^>]*>", "", one)) for one in sentences), sentences
    warned = as_editor.get(f"{folder}event/", {"from": wrong}).content.decode()
    asked = as_editor.get("/api/v1/events/", {"from": wrong, "ui": "ar"}).json()
    assert "«" in warned.partition('class="messagelist"')[2].partition("</ul>")[0] or "/" in wrong
    assert all(not ENGLISH.search(fault["message"]) for fault in asked["errors"]["from"])


def _timeline(timeline: Timeline, **changed: str) -> dict[str, str]:
    """The timeline's form with one era, in which something is changed."""
    rows = {f"{name}-{count}": "0" for name in ("picks", "eras") for count in ("TOTAL_FORMS", "INITIAL_FORMS")}
    era = {"eras-TOTAL_FORMS": "1", "eras-0-title_ar": "هدنة", "eras-0-edtf": "2025", "eras-0-colour": "sand"}
    return {"slug": timeline.slug, "title_ar": "المياه", "is_published": "on"} | rows | era | changed


@pytest.mark.parametrize("typed", ["٢٠٢٠-٠٨-٠٢", "۲۰۲۰-۰۸-۰۲", "\u200f٢٠٢٠-٠٨-٠٢"])
class TestAnyDigitsAreAccepted:
    def test_in_date_of_an_event(self, event, as_editor: Client, typed):
        as_editor.post(f"/ar/admin/events/event/{event.pk}/change/", {"set_edtf": typed})
        event.refresh_from_db()
        assert event.set_edtf == "2020-08-02"

    def test_in_publication_date_of_an_article(self, event, as_editor: Client, typed):
        article = event.sources.first().article
        answer = as_editor.post(
            f"/ar/admin/events/article/{article.pk}/change/", {"title": "عنوان", "publication_date": typed}
        )
        article.refresh_from_db()
        assert (answer.status_code, article.publication_date) == (302, date(2020, 8, 2))

    def test_in_window_and_eras_of_a_timeline(self, event, as_editor: Client, typed):
        timeline = Timeline.objects.get()
        sent = _timeline(timeline, first=typed, **{"eras-0-edtf": typed})
        assert as_editor.post(f"/ar/admin/events/timeline/{timeline.pk}/change/", sent).status_code == 302
        timeline.refresh_from_db()
        assert (timeline.eras.get().edtf, timeline.filter) == ("2020-08-02", {"from": "2020-08-02"})
        assert as_editor.get("/api/v1/timelines/water/").json()["query"] == "from=2020-08-02"

    def test_in_publication_date_sent_to_the_api(self, as_editor: Client, typed):
        sent = {"body": "Jordan and Iraq signed a water agreement on Monday.", "publication_date": typed}
        answer = as_editor.post("/api/v1/articles/", sent, content_type="application/json")
        assert (answer.status_code, answer.json()["published"]) == (201, "2020-08-02")

    def test_in_window_of_a_reader(self, event, client: Client, typed, plain_static_files):
        assert client.get("/ar/", {"from": typed}).context["filters"].first == date(2020, 8, 2)
        assert client.get("/api/v1/window/", {"from": typed, "limit": "٣"}).json()["from"] == "2020-08-02"
