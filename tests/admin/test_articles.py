"""An article's page: its state, its events, corrections, deleting."""

from __future__ import annotations

import pytest

from events.models import Article, Event
from tests import factories
from tests.texts import ENGLISH

pytestmark = pytest.mark.django_db


def address(article: Article, page: str = "change", language: str = "en") -> str:
    return f"/{language}/admin/events/article/{article.pk}/{page}/"


def corrections(article: Article, **changed: str) -> dict[str, str]:
    return {"title": article.title, "publication_date": article.publication_date.isoformat(), "outlet": "",
            "language": article.language, "url": "", "author": ""} | changed  # fmt: skip


@pytest.fixture
def event() -> Event:
    return factories.an_event(title="Ministers sign the treaty", edtf="2025-01", visibility="proposed", basis="vague")


@pytest.fixture
def article(event) -> Article:
    return event.sources.get().article


@pytest.mark.parametrize(
    ("language", "words"),
    [("en", ["January 2025", "2025-01", "approximate period"]), ("ar", ["يناير 2025", "2025-01", "مدة تقريبية"])],
)
def test_article_page_shows_events_with_quote_date_and_basis(as_reporter, article, language, words):
    page = as_reporter.get(address(article, language=language)).content.decode()
    quote = article.sources.get().mentions.get().quote
    assert all(word in page for word in [*words, quote, "Ministers sign the treaty"])


@pytest.mark.parametrize(("state", "under_way"), [("queued", True), ("extracting", True), ("done", False)])
def test_state_endpoint_says_whether_the_article_is_being_read(as_reporter, state, under_way):
    article = factories.an_article(state=state)
    assert as_reporter.get(address(article, "state")).json() == {"state": state, "under_way": under_way}


def test_progress_panel_is_served_alone(as_editor, article):
    page = as_editor.get(address(article, "reading")).content.decode()
    assert page.strip().startswith("<section")
    assert 'data-state="done"' in page
    assert "Publish the proposal" in page


def test_failed_article_shows_the_reason(as_reporter):
    article = factories.an_article(
        state="failed", failure="unsupported_language", failure_values={"languages": "ar, en"}
    )
    assert "Newsdesk reads \u2068Arabic and English\u2069" in as_reporter.get(address(article)).content.decode()


def test_queued_article_has_a_reload_link_without_javascript(as_reporter):
    article = factories.an_article(state="queued")
    page = as_reporter.get(address(article)).content.decode()
    assert f'<a href="{address(article)}">reload this page</a>' in page.split("<noscript>")[1]


def test_publishing_an_article_publishes_proposals_but_not_hidden_events(as_editor, article, event):
    hidden = factories.an_event(visibility="hidden")
    hidden.sources.update(article=article)
    as_editor.post(address(article, "publish"))
    event.refresh_from_db()
    hidden.refresh_from_db()
    assert (event.visibility, hidden.visibility) == ("published", "hidden")


def test_correcting_the_date_queues_the_article_again(as_editor, article, sent, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        as_editor.post(address(article), corrections(article, publication_date="2025-09-05"))
    article.refresh_from_db()
    assert (article.publication_date.isoformat(), article.state) == ("2025-09-05", "queued")
    assert sent == [article.pk]


def test_correcting_only_the_outlet_does_not_queue_the_article(
    as_editor, article, sent, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        as_editor.post(address(article), corrections(article, outlet="Tigris Post", author="A. Writer"))
    article.refresh_from_db()
    assert (article.outlet.name, article.author, article.state, sent) == ("Tigris Post", "A. Writer", "done", [])


def test_body_cannot_be_corrected(as_editor, article):
    body = article.body
    as_editor.post(address(article), corrections(article, body=ENGLISH))
    article.refresh_from_db()
    assert article.body == body


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"publication_date": "3025-01-01"}, "publication_date"),
        ({"url": "nowhere"}, "url"),
        ({"title": "x" * 501}, "title"),
    ],
)
def test_wrong_correction_is_an_error_of_its_field(as_editor, article, changed, field):
    response = as_editor.post(address(article), corrections(article, **changed))
    assert list(response.context["adminform"].form.errors) == [field]


def test_article_is_deleted_with_its_events(as_editor, article, event):
    as_editor.post(address(article, "delete"), {"post": "yes"})
    assert not Article.objects.filter(pk=article.pk).exists()
    assert not Event.objects.filter(pk=event.pk).exists()


def test_only_article_of_a_published_event_cannot_be_deleted(as_editor, article, event):
    factories.publish(event)
    page = as_editor.post(address(article, "delete"), {"post": "yes"}, follow=True).content.decode()
    assert "This article is the only source of the published event" in page
    assert Article.objects.filter(pk=article.pk).exists()


def test_run_again_action_queues_articles_and_names_those_being_read(as_editor, article):
    busy = factories.an_article(state="extracting", title="Being read")
    action = {"action": "run_again", "_selected_action": [article.pk, busy.pk]}
    page = as_editor.post("/en/admin/events/article/", action, follow=True).content.decode()
    article.refresh_from_db()
    assert article.state == "queued"
    assert "Being read: Events are being extracted from this article right now." in page
    assert "1 article queued for extraction." in page


def test_start_page_lists_failed_and_queued_articles_and_proposals(as_editor, event):
    factories.an_article(
        state="failed", failure="too_slow", failure_values={"seconds": 30}, title="The one that failed"
    )
    factories.an_article(state="queued", title="The one under way")
    page = as_editor.get("/en/admin/").content.decode()
    for words in (
        "The one that failed",
        "Extraction took longer",
        "The one under way",
        event.title,
        "Events to review",
    ):
        assert words in page


def test_quote_inside_another_is_not_shown_twice(as_reporter, article, event):
    source = article.sources.get()
    outer = source.mentions.get()
    inner = outer.quote[4:20]
    start = article.body.index(inner)
    source.mentions.create(start=start, end=start + len(inner), quote=inner)
    page = as_reporter.get(address(article, "reading")).content.decode()
    assert page.count("<blockquote") == 1
    assert outer.quote in page
