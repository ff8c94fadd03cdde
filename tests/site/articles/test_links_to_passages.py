"""A link to a passage of an article keeps working after later runs, and after an editor accepts their results."""

from __future__ import annotations

import re

import pytest

from events import desk
from events.desk.extract import claim
from events.desk.record import record
from events.models import Article, Mention, Source
from tests import factories
from tests.found_events import a_reading, found_event

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("plain_static_files")]
BODY = "Yesterday ministers met at the harbour. They signed a treaty on 15 March 2025, and left."
MET, SIGNED = "ministers met at the harbour.", "They signed a treaty on 15 March 2025"


def run(article: Article, *events) -> None:
    Article.objects.filter(pk=article.pk).update(state="queued")
    started = claim(article.pk)
    assert started is not None
    record(run=started, extraction=a_reading(*events))


def links(client, article: Article) -> set[str]:
    """The links to passages on the pages of the article's events."""
    sources = Source.objects.accepted().filter(article=article)
    pages = [client.get(source.event.get_absolute_url(), follow=True) for source in sources]
    return {link for page in pages for link in re.findall(r'class="quote" href="([^"]+)"', page.content.decode())}


def is_there(client, link: str) -> bool:
    path, _, target = link.partition("#")
    return client.get(path).content.decode().count(f'id="{target}"') == 1


def test_links_survive_later_runs_and_an_accepted_revision(client, editor):
    article = factories.an_article(body=BODY)
    run(article, found_event(BODY, MET), found_event(BODY, SIGNED, date="2025-03-15"))
    desk.publish_article(article=article, editor=editor)
    before, rows = links(client, article), set(Mention.objects.values_list("pk", flat=True))
    assert len(before) == 2
    assert all(is_there(client, link) for link in before)

    run(article, found_event(BODY, MET), found_event(BODY, SIGNED + ", and left.", date="2025-03-15"))
    assert links(client, article) == before
    desk.publish_article(article=article, editor=editor)
    assert set(Mention.objects.values_list("pk", flat=True)) != rows
    assert links(client, article) == before
    assert all(is_there(client, link) for link in before)


def test_links_survive_hiding_and_publishing_again(client, editor):
    article = factories.an_article(body=BODY)
    run(article, found_event(BODY, MET))
    desk.publish_article(article=article, editor=editor)
    before, [event] = links(client, article), [source.event for source in article.sources.all()]
    desk.set_visibility(events=[event], visibility="proposed", editor=editor)
    run(article, found_event(BODY, MET))
    desk.publish_article(article=article, editor=editor)
    assert links(client, article) == before != set()


def test_quotes_that_begin_at_the_same_place_share_an_anchor(client, editor):
    article = factories.an_article(body=BODY)
    run(
        article, found_event(BODY, SIGNED, date="2025-03-15"), found_event(BODY, SIGNED + ", and left.", type="CONSULT")
    )
    desk.publish_article(article=article, editor=editor)
    [link] = links(client, article)
    assert is_there(client, link)
