"""Readers see nothing that no editor accepted: no byte of any public address changes before one accepts."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager

import pytest
from django.test import Client
from rest_framework.authtoken.models import Token

from events import desk
from events.desk import extract as reading
from events.models import Article, Event, ExtractionRun, Outlet, Source
from tests.crawl import Crawl, ask, assert_same, crawl, differing
from tests.crawl.changed_engine import ANEW, changed
from tests.crawl.newsroom import person
from tests.crawl.stories import LATER

pytestmark = pytest.mark.django_db
Meanwhile = Callable[[], AbstractContextManager[None]]


def assert_nothing_shows(before: Crawl, meanwhile: Meanwhile, change: Callable[[], None]) -> None:
    """Compare all addresses of both: also those of rows that came in, which were asked before they were there."""
    client = Client()
    with meanwhile():
        change()
        after = crawl(client, also=before)
    assert_same(before | ask(client, after.keys() - before.keys()), after)


def reporters_submit() -> None:
    """A program with a reporter's token sends the later stories in, and the worker reads them."""
    token = Token.objects.create(user=person("reporter", "reporter"))
    program = Client(headers={"Authorization": f"Token {token.key}"})
    for story in LATER:
        sent = {"title": story.title, "body": story.body, "publication_date": story.published.isoformat(),
                "outlet": story.outlet, "language": story.language}  # fmt: skip
        answer = program.post("/api/v1/articles/", sent, content_type="application/json")
        assert answer.status_code == 201, answer.content
        desk.extract_article(article_id=answer.json()["id"])


def read_all_again() -> None:
    """As an operator does after a new version of the engine was installed."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(reading, "extract", changed(reading.extract))
        for article in Article.objects.order_by("pk"):
            desk.run_again(article=article)
            desk.extract_article(article_id=article.pk)


def test_crawl_finds_every_published_event(before):
    """A crawl that found nothing would find nothing changed."""
    bodies = b"".join(answer.body for answer in before.values()).decode(errors="replace")
    for event in Event.objects.published():
        assert event.title in bodies
    for address in ("/en/", "/ar/feed/", "/api/v1/window/?lanes=actor", "/sitemap-events.xml", "/oembed?url=http"):
        assert any(asked.startswith(address) and before[asked].status == 200 for asked in before), address
    assert len(before) > 1000


def test_later_stories_add_a_differing_source_to_every_published_event(meanwhile: Meanwhile):
    """Without differing sources the next test would prove nothing."""
    with meanwhile():
        outlets = set(Outlet.objects.values_list("pk", flat=True))
        reporters_submit()
        for event in Event.objects.published():
            later = event.sources.filter(article__title__in=[story.title for story in LATER])
            assert later.exists(), event.title
            assert all(source.article.outlet_id not in outlets for source in later)
            assert all(source.precision == "day" for source in later)


def test_unaccepted_articles_change_no_public_byte(before: Crawl, meanwhile: Meanwhile):
    assert_nothing_shows(before, meanwhile, reporters_submit)


def test_unaccepted_results_of_a_changed_engine_change_no_public_byte(before: Crawl, meanwhile: Meanwhile):
    def read() -> None:
        runs = ExtractionRun.objects.count()
        read_all_again()
        assert ExtractionRun.objects.count() == runs + Article.objects.filter(state="done").count()
        assert Source.objects.filter(title__startswith=ANEW, event__visibility="published").exists()

    assert_nothing_shows(before, meanwhile, read)


def test_accepted_sources_change_the_page_of_every_event_concerned(meanwhile: Meanwhile):
    """Checked on the page of every published event that a later story has a source for."""
    client = Client()
    with meanwhile():
        pages = {event.pk: f"/en/events/{event.pk}/panel/" for event in Event.objects.published()}
        waited = Source.objects.pending().count()
        reporters_submit()
        waiting = ask(client, pages.values())
        accepted = desk.accept_sources(sources=Source.objects.pending(), editor=person("editor", "editor"))
        shown = ask(client, pages.values())
        assert accepted == waited + len(LATER)
        assert not Source.objects.pending().exists()
        assert differing(waiting, shown) == sorted(pages.values())
        assert client.get("/en/choices/?find=Kuwait").content.decode().count("Kuwait") > 1
