"""The whole path: an editor pastes an article, a worker reads it, a reader finds its event on the timeline."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import pytest
from celery import Celery
from django.contrib.auth.models import User
from playwright.sync_api import Page, expect

from events.models import Article
from events.models.choices import ArticleState
from tests import factories
from tests.browser.reader import Reader
from tests.newsroom import Newsroom
from tests.texts import ARABIC, ENGLISH


@dataclass(frozen=True)
class Case:
    language: str
    body: str
    title: str
    agreement: str  # words of the event's title
    quoted: str  # words of its quote
    nearer: str


CASES = [
    Case("ar", ARABIC, "اتفاقية للمياه بين الأردن والعراق", "اتفاقية للمياه", "وقّع الأردن والعراق", "تكبير"),
    Case(
        "en",
        ENGLISH,
        "Jordan and Iraq sign a water agreement",
        "water agreement",
        "signed a water agreement",
        "Zoom in",
    ),
]


@pytest.fixture
def working(newsroom: Newsroom, monkeypatch) -> Newsroom:
    """A newsroom whose worker reads what is pasted on the site."""
    broker = newsroom.environment["REDIS_URL"].replace("unix://", "redis+socket://", 1)
    monkeypatch.setattr("events.desk.queueing.app", Celery(broker=broker, set_as_current=False))
    newsroom.start()
    return newsroom


def editor_pastes(open_page: Callable[..., Reader], case: Case, editor: User, *, script: bool) -> Page:
    """Log in, paste the article, and return the page that shows it being read."""
    page = open_page(f"/{case.language}/admin/", script=script).page
    page.fill("[name=username]", editor.username)
    page.fill("[name=password]", factories.PASSWORD)
    page.click("[type=submit]")
    page.goto(f"/{case.language}/admin/events/article/add/")
    page.fill("[name=title]", case.title)
    page.fill("[name=publication_date]", "2025-03-16")
    page.fill("[name=body]", case.body)
    page.click("[name=_save]")
    return page


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.language)
def test_pasted_article_becomes_an_event_on_the_timeline(
    case: Case, working: Newsroom, editor: User, open_page: Callable[..., Reader]
) -> None:
    desk = editor_pastes(open_page, case, editor, script=True)
    working.wait_until(article_is_done)
    # The page changes by itself once the worker has read the article.
    expect(desk.locator("#reading[data-state=done]")).to_be_visible()
    expect(desk.locator("#reading blockquote", has_text=case.quoted).first).to_be_visible()
    desk.locator(".reading-actions button.publish").click()
    expect(desk.locator(".reading-actions button.publish")).to_have_count(0)

    reader = open_page(f"/{case.language}/")
    zoom_to_the_month(reader, case)
    reader.page.locator("#event-list a", has_text=case.agreement).click()
    expect(reader.panel.locator("blockquote mark", has_text=case.quoted)).to_be_visible()
    expect(reader.panel.locator("code", has_text="2025-03-14")).to_be_visible()


def zoom_to_the_month(reader: Reader, case: Case) -> None:
    """Point at the event, then come nearer until the window is about a month; the address tells it."""
    listed = reader.page.locator("#event-list a", has_text=case.agreement)
    listed.hover()
    reader.does(reader.page.get_by_role("button", name=case.nearer).click)
    for _ in range(12):
        if reader.days_shown() > 45:
            reader.does(reader.page.get_by_role("button", name=case.nearer).click)
    assert reader.days_shown() <= 45
    expect(listed).to_be_visible()
    expect(reader.page.locator("#timeline-picture [data-event]").first).to_be_visible()


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.language)
def test_pasted_article_can_be_published_without_javascript(
    case: Case, working: Newsroom, editor: User, open_page: Callable[..., Reader]
) -> None:
    desk = editor_pastes(open_page, case, editor, script=False)
    working.wait_until(article_is_done)
    desk.reload()
    desk.locator(".reading-actions button.publish").click()

    page = open_page(f"/{case.language}/?from=2025-03-01&to=2025-03-31", script=False).page
    page.locator("#event-list a", has_text=case.agreement).click()
    expect(page.locator("blockquote mark", has_text=case.quoted)).to_be_visible()
    # The quote leads to its place in the article.
    page.locator("blockquote a.quote", has_text=case.quoted).click()
    place = page.url.partition("#")[2]
    expect(page.locator(f"#{place}")).to_be_attached()


def article_is_done() -> bool:
    return Article.objects.get().state == ArticleState.DONE
