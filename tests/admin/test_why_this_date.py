"""The admin explains a date in the same words as the readers' pages."""

from __future__ import annotations

from datetime import date

import pytest
from django.test import Client

from events import desk
from events.admin.cards import cards_of
from events.models import Article, Event, Mention, TimeExpression
from events.models.evidence import with_evidence
from events.queries.evidence.panel import read_panel
from tests import factories

#: Each sentence has a date of its own kind, and the first of them is "yesterday, Saturday".
MANY_DATES = """Jordan and Iraq signed a water agreement in Amman yesterday, Saturday.

The two countries signed a trade agreement in the second half of 2023. Egypt and Jordan signed a gas agreement in 2016.
Saudi Arabia and Yemen signed a border agreement on 12 June 2000."""


@pytest.fixture
def article(reporter) -> Article:
    """An article that the real engine has read; the day before its publication was a Saturday."""
    article = desk.submit_article(
        submitted_by=reporter, body=MANY_DATES, publication_date=date(2025, 9, 7), language="en"
    )
    desk.extract_article(article_id=article.pk)
    article.refresh_from_db()
    return article


def test_admin_and_public_page_explain_the_date_by_the_same_words(article, as_editor: Client):
    cards = cards_of(article)
    page = as_editor.get(f"/en/admin/events/article/{article.pk}/change/").content.decode()
    told = set()
    for card in cards:
        why = read_panel(with_evidence(Event.objects.all()).get(pk=card.event.pk), "en").why
        [source] = card.sources
        assert f"“\u2068{why.expression}\u2069”" in source.why
        assert f"“\u2068{why.expression}\u2069”" in page
        told.add(why.expression)
    assert len(told) == len(cards) == 4
    assert {"yesterday, Saturday", "the second half of 2023", "2016"} <= told


def test_explanation_quotes_the_time_expression_of_the_events_own_date(db):
    event = factories.an_event(edtf="2025-08-31", time_words="on 31 August")
    [source] = event.sources.all()
    earlier = source.article.body.index("Report")
    other = TimeExpression.objects.create(
        run=source.run, start=earlier, end=earlier + 6, text="Report", type="DATE", value="2024", edtf="2024"
    )
    Mention.objects.create(source=source, start=earlier, end=earlier + 6, quote="Report", time_expression=other)
    [card] = cards_of(source.article)
    assert "on 31 August" in card.sources[0].why
    assert "Report" not in card.sources[0].why
