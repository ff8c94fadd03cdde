"""Invented events are events like any other: they have sources, quotes and dates, and can be found."""

from __future__ import annotations

import re
from datetime import date
from itertools import islice

import pytest
from django.db import connection

from events.demo.bulk import BrokenLoadError
from events.demo.demo_events import demo_events
from events.demo.write import write_demo
from events.models import Article, Event, Mention, Participation, Tally
from events.models.evidence import with_evidence
from events.queries.collection import everything
from events.queries.evidence.panel import read_panel
from events.queries.filters import Filters
from events.queries.windows.window import read_window


def invented(seed: int, count: int = 300) -> list:
    return list(islice(demo_events(seed, date(2026, 1, 1)), count))


def test_same_seed_invents_the_same_and_another_seed_does_not() -> None:
    assert invented(1) == invented(1)
    assert invented(1) != invented(2)


def test_dates_have_every_precision_and_some_days_hold_many_events() -> None:
    events = invented(1, 5000)
    assert {one.when.precision for one in events} >= {"day", "week", "month", "season", "year", "decade", "interval"}
    days = [one.when.text for one in events if one.when.precision == "day"]
    assert max(map(days.count, set(days))) > 100


@pytest.mark.django_db
def test_written_demo_satisfies_every_constraint() -> None:
    done: list[int] = []
    for seed in (1, 2):
        write_demo(150, seed=seed, progress=done.append)
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
    assert done == [150, 150]
    assert Event.objects.published().count() == 300
    assert Mention.objects.count() == Participation.objects.count() / 2 >= 300
    assert set(Article.objects.values_list("state", flat=True)) == {"done"}


def described() -> set[tuple[str, ...]]:
    """Every index, constraint and trigger of the tables, and whether it is in force; but for casts, which PostgreSQL
    writes otherwise each time it reads them.
    """
    with connection.cursor() as cursor:
        cursor.execute("""
            SELECT indexname, indexdef FROM pg_indexes WHERE tablename LIKE 'events_%%'
            UNION ALL SELECT conname, pg_get_constraintdef(oid) FROM pg_constraint WHERE conname LIKE 'event%%'
            UNION ALL SELECT tgname, tgenabled::text FROM pg_trigger WHERE NOT tgisinternal
        """)
        return {(name, re.sub(r"[()\[\]]|::[a-z]+( varying)?", "", said)) for name, said in cursor.fetchall()}


@pytest.fixture
def loaded_in_bulk(db, monkeypatch) -> None:
    monkeypatch.setattr("events.demo.write.BULK", 100)


@pytest.mark.usefixtures("loaded_in_bulk")
class TestInBulk:
    def test_every_index_constraint_and_trigger_is_restored(self) -> None:
        before = described()
        write_demo(150, seed=1, progress=lambda done: None)
        assert described() == before

    def test_tallies_equal_those_of_events_written_one_by_one(self) -> None:
        write_demo(50, seed=2, progress=lambda done: None)
        write_demo(150, seed=1, progress=lambda done: None)
        columns = "facet", "value", "length", "day", "count", "starting", "ending", "open_starting", "open_ending"
        counted = set(Tally.objects.values_list(*columns))
        Tally.objects.all().delete()
        # Every row is written anew: what the triggers take away they bring back.
        Event.objects.update(visibility="hidden")
        Tally.objects.all().delete()
        Event.objects.update(visibility="published")
        assert set(Tally.objects.values_list(*columns)) == counted

    def test_quote_missing_from_its_article_stops_the_whole_load(self, monkeypatch) -> None:
        monkeypatch.setattr("events.demo.write._number_on", misquote)
        with pytest.raises(BrokenLoadError):
            write_demo(150, seed=1, progress=lambda done: None)
        assert not Event.objects.exists()


def misquote() -> None:
    """Give every mention a quote that is not in its article; the trigger would refuse it for a single row."""
    Mention.objects.update(quote="Nothing happened.")


@pytest.mark.django_db
def test_written_demo_events_can_be_opened() -> None:
    write_demo(50, seed=1, progress=lambda done: None)
    [event, *_others] = read_window(everything(), Filters(), limit=5).events
    panel = read_panel(with_evidence(Event.objects.all()).get(pk=event.pk), "ar")
    assert panel.why.expression
    assert panel.titles[panel.sources[0].lang] in panel.sources[0].quotes[0].text
    assert Filters(words=event.title.split()[-1]).narrow(Event.objects.published()).contains(event)
