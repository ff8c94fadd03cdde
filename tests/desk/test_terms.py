"""Stored search terms are made anew when the rules change, and nothing else of a row is touched."""

from __future__ import annotations

from typing import Any

import pytest
from django.core.management import call_command

from events import desk
from events.desk import terms
from events.models import Actor, Article, Event, Outlet, Place, TermsMade, Timeline
from events.models.search_terms import rules_digest
from tests import factories

pytestmark = pytest.mark.django_db
MODELS: list[Any] = [Actor, Article, Event, Outlet, Place, Timeline]


@pytest.fixture
def rows() -> None:
    """A row of each model that "labor" should find, stored with the terms of older rules."""
    place = factories.a_place("p", en="Labour Square")
    outlet = factories.an_outlet("The Labour Times")
    factories.an_article(title="Labour day", body="Labour day. Ministers met on 1 May 2025.", outlet=outlet)
    factories.an_event(
        title="Labour ministers meet", edtf="2025-05-01", place=place, actors=[("a", "Labour Party", "actor")]
    )
    factories.a_timeline("labour", title_en="Labour")
    for model in MODELS:
        model.objects.update(search_terms="labour")
    TermsMade.objects.update(rules="other rules", reached=None)


def found(model) -> bool:
    return model.objects.matching("labor").exists()


@pytest.mark.usefixtures("rows")
class TestTermsOfOlderRules:
    @pytest.mark.parametrize("model", MODELS)
    def test_migrating_makes_rows_findable_by_the_new_rules(self, model) -> None:
        assert not found(model)
        call_command("migrate", verbosity=0)
        assert found(model)
        assert set(TermsMade.objects.values_list("rules", "reached")) == {(rules_digest(), None)}

    def test_making_terms_anew_does_not_touch_updated_at(self) -> None:
        before = list(Event.objects.values_list("pk", "updated_at", "found_titles", "salience", "visibility"))
        desk.make_terms_anew()
        assert list(Event.objects.values_list("pk", "updated_at", "found_titles", "salience", "visibility")) == before

    def test_terms_made_anew_equal_those_a_write_stores(self) -> None:
        desk.make_terms_anew()
        anew = list(Event.objects.order_by("pk").values_list("search_terms", flat=True))
        desk.aggregate.refresh_events(Event.objects.values_list("pk", flat=True))
        assert list(Event.objects.order_by("pk").values_list("search_terms", flat=True)) == anew

    def test_interrupted_run_resumes_where_it_stopped(self, monkeypatch) -> None:
        events = [factories.an_event(title=f"Labour {n}") for n in range(5)]
        Event.objects.update(search_terms="labour")
        monkeypatch.setattr(terms, "BATCH", 2)
        looked_at: list[int] = []

        def lose_power(table: str, rows: int) -> None:
            looked_at.append(rows)
            if table == "events_event" and rows >= 4:
                raise KeyboardInterrupt

        with pytest.raises(KeyboardInterrupt):
            desk.make_terms_anew(progress=lose_power)
        made = TermsMade.objects.get(table="events_event")
        assert (made.rules, made.reached) == (rules_digest(), events[2].pk)
        assert Event.objects.matching("labor").count() == 4
        assert desk.make_terms_anew() == 2
        assert Event.objects.matching("labor").count() == 6

    def test_second_run_has_nothing_to_do(self) -> None:
        assert desk.make_terms_anew() >= len(MODELS)
        assert desk.make_terms_anew() == 0


def test_migrating_prints_progress(rows, monkeypatch, capsys) -> None:
    monkeypatch.setattr("events.terms_after_migrating._REPORT_EVERY", 1)
    call_command("migrate", verbosity=1)
    assert "Making search terms anew: 1 rows of events_event" in capsys.readouterr().out


def test_database_migrated_backwards_is_left_alone(rows, django_assert_num_queries) -> None:
    """As while ``migrate events 0002`` goes back: the columns are not there."""
    from django.apps import apps
    from django.apps.registry import Apps

    from events.terms_after_migrating import make_terms_anew

    with django_assert_num_queries(0):
        make_terms_anew(sender=apps.get_app_config("events"), plan=[], apps=Apps(), verbosity=0)
