"""The panel of an event: why this date, which sources say so, which say otherwise."""

from __future__ import annotations

from datetime import date

import pytest

from events.models import Event
from events.models.evidence import with_evidence
from events.queries.evidence.panel import EventPanel, read_panel
from events.queries.evidence.why import Why
from events.queries.participants import Named, Participant
from tests import factories

pytestmark = pytest.mark.django_db


def panel(event: Event, language: str = "en") -> EventPanel:
    return read_panel(with_evidence(Event.objects.all()).get(pk=event.pk), language)


def test_relative_date_is_explained_by_its_words_and_anchor() -> None:
    event = factories.an_event(
        edtf="2025-09-01", basis="relative", anchor="2025-09-02", time_words="on Monday",
        title="Ministers meet at the harbour",
    )  # fmt: skip
    assert panel(event).why == Why(
        expression="on Monday", lang="en", anchor="2025-09-02", anchor_words="2 September 2025", basis="relative",
        basis_words="counted from the publication date", rules=("date",),
    )  # fmt: skip


def test_publication_date_is_explained_without_time_expression() -> None:
    event = factories.an_event(basis="publication", quote="Ministers meet at the harbour.", time_words="today")
    why = panel(event).why
    assert (why.expression, why.rules, why.basis) == ("", (), "publication")


def test_editors_date_still_shows_the_dates_of_sources() -> None:
    event = factories.an_event(edtf="2025-09-01")
    Event.objects.filter(pk=event.pk).update(
        set_edtf="2025-08", set_first_day="2025-08-01", set_last_day="2025-08-31", set_precision="month"
    )
    shown = panel(event)
    assert (shown.edtf, shown.why.basis, shown.why.expression) == ("2025-08", "editor", "")
    assert [other.edtf for other in shown.other_dates] == ["2025-09-01"]


def test_most_confident_of_agreeing_sources_explains_the_date() -> None:
    event = factories.an_event(time_words="on the first", confidence=0.6)
    factories.a_source(event=event, time_words="last Monday", confidence=0.9)
    assert panel(event).why.expression == "last Monday"


def test_sources_come_with_quotes_and_the_words_around_them() -> None:
    outlet = factories.an_outlet("The Harbour Post")
    event = factories.an_event(
        title="The dam opened", time_words="in May", edtf="2025-05", outlet=outlet, publication_date=date(2025, 6, 1)
    )
    [source] = panel(event).sources
    [quote] = source.quotes
    body = event.sources.get().article.body
    assert (source.outlet, source.published, source.published_words) == (
        "The Harbour Post", date(2025, 6, 1), "1 June 2025",
    )  # fmt: skip
    assert body[quote.start : quote.end] == quote.text == "The dam opened (in May)."
    assert quote.before + quote.text + quote.after == body


def test_sources_stand_in_the_order_of_publication() -> None:
    event = factories.an_event(publication_date=date(2025, 9, 5))
    factories.a_source(event=event, publication_date=date(2025, 9, 2))
    assert [source.published.day for source in panel(event).sources] == [2, 5]


def test_other_dates_name_who_gives_them() -> None:
    event = factories.an_event(edtf="2025-09-01")
    other = factories.a_source(event=event, edtf="2025-09", outlet=factories.an_outlet("Evening News"))
    [given] = panel(event).other_dates
    assert (given.edtf, given.date_words, given.outlet, given.article) == (
        "2025-09", "September 2025", "Evening News", other.article_id,
    )  # fmt: skip


def test_actors_of_all_sources_are_listed_once_in_the_readers_language() -> None:
    factories.an_actor("JOR", en="Jordan", ar="الأردن")
    event = factories.an_event(
        actors=[("JOR", "Jordan", "actor"), ("SAU", "Riyadh", "target")], place=factories.a_place("JO", ar="عمّان")
    )
    factories.a_source(event=event, language="ar", title="اجتمع الوزراء", actors=[("JOR", "عمّان", "actor")])
    shown = panel(event, "ar")
    assert shown.actors == (
        Participant("JOR", "الأردن", "actor"),
        Participant("SAU", "المملكة العربية السعودية", "target"),
    )
    assert shown.place == Named("JO", "عمّان")


@pytest.mark.parametrize(("language", "title", "lang"), [("ar", "اجتمع الوزراء", "ar"), ("en", "اجتمع الوزراء", "ar")])
def test_title_carries_its_language(language: str, title: str, lang: str) -> None:
    shown = panel(factories.an_event(language="ar", title="اجتمع الوزراء"), language)
    assert (shown.title, shown.lang) == (title, lang)


def test_event_added_by_hand_needs_no_source() -> None:
    shown = panel(factories.an_added_event(edtf="2025-03~"))
    assert (shown.sources, shown.why.basis, shown.approximate) == ((), "editor", True)


def test_proposal_without_a_date_can_be_read() -> None:
    shown = panel(Event.objects.create(added_by=factories.an_editor(), set_titles={"en": "Something happened"}))
    assert (shown.edtf, shown.date_words, shown.type_label) == ("", "", "")


def test_panel_takes_the_same_number_of_queries_for_many_sources(django_assert_num_queries) -> None:
    event = factories.an_event(actors=[("JOR", "Jordan", "actor")])
    for _ in range(4):
        factories.a_source(event=event, actors=[("JOR", "Jordan", "actor")], outlet=factories.an_outlet())
    with django_assert_num_queries(4):
        panel(event)
