"""The real engine and the real linking: Arabic and English articles tell one event."""

from __future__ import annotations

from datetime import date

import pytest

from events import desk
from events.models import Event, Source
from tests import factories

pytestmark = pytest.mark.django_db

ENGLISH = (
    "BAGHDAD — Iraq signed a trade agreement with Jordan in Baghdad on 14 March 2025. The agreement cuts duties on "
    "farm goods. The two governments had argued about it for years."
)
ENGLISH_LATER = (
    "AMMAN — Exporters count on new orders. Iraq signed a trade agreement with Jordan in Baghdad on Friday, and the "
    "first lorries are expected within weeks."
)
ARABIC = (
    "بغداد — وقّع العراق اتفاقية تجارية مع الأردن في بغداد يوم الجمعة. وتخفض الاتفاقية الرسوم على المنتجات الزراعية، "
    "وكانت الحكومتان قد اختلفتا عليها سنوات."
)
ELSEWHERE = (
    "CAIRO — Egypt signed a trade agreement with Sudan in Cairo on 14 March 2025. Ministers of both countries said "
    "that it would lower the price of grain."
)
ANOTHER_DAY = (
    "بغداد — وقّع العراق اتفاقية تجارية مع الأردن في بغداد في 20 أبريل 2024. وقالت الحكومة إن الاتفاقية تخص النقل "
    "البري وحده."
)
PUBLISHED = date(2025, 3, 16)


def read(*bodies: tuple[str, str]) -> None:
    """Take the articles through the engine, one after the other."""
    for language, body in bodies:
        article = factories.an_article(body=body, language=language, state="queued", publication_date=PUBLISHED)
        desk.extract_article(article_id=article.pk)


def agreements() -> list[Event]:
    """The events of 14 March 2025 of the type in question, as many as there are."""
    return list(Event.objects.filter(type="AGREE", first_day=date(2025, 3, 14), last_day=date(2025, 3, 14)))


@pytest.mark.parametrize(
    "order",
    [(("en", ENGLISH), ("ar", ARABIC)), (("ar", ARABIC), ("en", ENGLISH))],
    ids=["English first", "Arabic first"],
)
def test_arabic_and_english_article_of_one_agreement_become_one_event(order):
    read(*order)
    (event,) = agreements()
    assert {source.article.language for source in event.sources.all()} == {"ar", "en"}
    assert set(event.titles) == {"ar", "en"}
    assert event.source_count == 2


def test_third_article_is_linked_to_the_same_event(db):
    read(("en", ENGLISH), ("ar", ARABIC), ("en", ENGLISH_LATER))
    (event,) = agreements()
    assert event.source_count == 3


@pytest.mark.parametrize("other", [("en", ELSEWHERE), ("ar", ANOTHER_DAY)], ids=["other countries", "another day"])
def test_agreements_of_other_countries_or_days_are_not_linked(other):
    read(("en", ENGLISH), other)
    assert Source.objects.filter(type="AGREE").count() >= 2
    assert not Source.objects.exclude(link_reason={}).exists()
    assert set(Event.objects.values_list("source_count", flat=True)) == {1}


def test_reading_the_articles_again_changes_no_event():
    read(("en", ENGLISH), ("ar", ARABIC), ("en", ENGLISH_LATER))
    before = set(Source.objects.values_list("article", "event", "title"))
    for source in Source.objects.select_related("article"):
        article = desk.run_again(article=source.article)
        desk.extract_article(article_id=article.pk)
    assert set(Source.objects.values_list("article", "event", "title")) == before
