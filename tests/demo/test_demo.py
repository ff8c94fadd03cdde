"""Invented events are events like any other: they have sources, quotes and dates, and can be found."""

from __future__ import annotations

from datetime import date
from itertools import islice

import pytest
from django.db import connection

from events.demo.happenings import happenings
from events.demo.write import write_demo
from events.models import Article, Event, Mention, Participation
from events.reading.collection import everything
from events.reading.filters import Filters
from events.reading.panel import read_panel
from events.reading.window import read_window


def invented(seed: int, count: int = 300) -> list:
    return list(islice(happenings(seed, date(2026, 1, 1)), count))


def test_the_same_seed_invents_the_same_and_another_something_else() -> None:
    assert invented(1) == invented(1)
    assert invented(1) != invented(2)


def test_dates_are_of_every_kind_and_some_days_hold_many() -> None:
    told = invented(1, 5000)
    assert {one.when.precision for one in told} >= {"day", "week", "month", "season", "year", "decade", "interval"}
    days = [one.when.text for one in told if one.when.precision == "day"]
    assert max(map(days.count, set(days))) > 100


@pytest.mark.django_db
def test_what_is_written_satisfies_every_constraint() -> None:
    done: list[int] = []
    for seed in (1, 2):
        write_demo(150, seed=seed, progress=done.append)
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
    assert done == [150, 150]
    assert Event.objects.published().count() == 300
    assert Mention.objects.count() == Participation.objects.count() / 2 >= 300
    assert set(Article.objects.values_list("state", flat=True)) == {"done"}


@pytest.mark.django_db
def test_what_is_written_can_be_read() -> None:
    write_demo(50, seed=1, progress=lambda done: None)
    [event, *_others] = read_window(everything(), Filters(), limit=5).events
    panel = read_panel(Event.objects.with_evidence().get(pk=event.pk), "ar")
    assert panel.why.expression
    assert panel.titles[panel.sources[0].lang] in panel.sources[0].quotes[0].text
    assert Filters(words=event.title.split()[-1]).narrow(Event.objects.published()).contains(event)
