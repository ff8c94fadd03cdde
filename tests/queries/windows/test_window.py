"""A window shows the most salient events, counts the rest, and says how far all events reach."""

from __future__ import annotations

from datetime import date
from itertools import pairwise
from random import Random
from urllib.parse import quote

import pytest
from django.http import QueryDict

from events.demo.write import write_demo
from events.models import Event
from events.queries.collection import everything
from events.queries.counting.histogram import Extent
from events.queries.filters import Filters
from events.queries.windows.window import Window, read_window
from tests import factories

pytestmark = pytest.mark.django_db


def window(query: str = "", **options) -> Window:
    return read_window(everything(), Filters.parse(QueryDict(query)), **options)


def filled(found: Window) -> dict[str, int]:
    """First day of each bin that holds anything → its count."""
    return {one.first.isoformat(): one.count for one in found.density if one.count}


def test_window_without_events_is_empty() -> None:
    assert window() == Window(None, None, 0, [], [], Extent(None, None))


def test_requested_window_without_events_keeps_its_ends() -> None:
    found = window("from=2025&to=2025")
    assert (found.first, found.last, found.total) == (date(2025, 1, 1), date(2025, 12, 31), 0)


def test_window_defaults_to_the_extent_of_the_events() -> None:
    factories.an_event(edtf="2025-01")
    factories.an_event(edtf="2025-09-03")
    found = window()
    assert (found.first, found.last) == (date(2025, 1, 1), date(2025, 9, 3))
    assert found.extent == Extent(date(2025, 1, 1), date(2025, 9, 3))


@pytest.mark.parametrize(("edtf", "day"), [("2022-05-01/..", date(2022, 5, 1)), ("../2022-05-01", date(2022, 5, 1))])
def test_open_interval_counts_with_its_known_end_in_the_extent(edtf: str, day: date) -> None:
    factories.an_event(edtf=edtf)
    assert window().extent == Extent(day, day)


def test_extent_covers_all_filtered_events_also_outside_the_window() -> None:
    factories.an_event(edtf="2001", type="AID")
    factories.an_event(edtf="2010", type="AGREE")
    found = window("type=AID&from=2005&to=2006")
    assert (found.total, found.extent) == (0, Extent(date(2001, 1, 1), date(2001, 12, 31)))


@pytest.mark.parametrize(
    ("query", "ends"), [("from=2030", (date(2030, 1, 1),) * 2), ("to=1990", (date(1990, 12, 31),) * 2)]
)
def test_window_beyond_all_events_is_empty(query: str, ends: tuple) -> None:
    factories.an_event(edtf="2025-09-03")
    found = window(query)
    assert (found.first, found.last) == ends
    assert found.total == 0


def test_most_salient_events_are_shown_and_the_others_counted() -> None:
    for salience in (0.2, 0.9, 0.5):
        factories.an_event(salience=salience)
    found = window(limit=2)
    assert [event.salience for event in found.events] == [0.9, 0.5]
    assert (found.total, found.hidden) == (3, 1)


def test_proposed_and_hidden_events_are_neither_shown_nor_counted() -> None:
    factories.an_event(visibility="proposed")
    factories.an_event(visibility="hidden")
    assert window("from=2025&to=2025").total == 0


@pytest.mark.parametrize(
    ("edtf", "stands"),
    [
        ("2025-09-05", "2025-09-05"),
        ("2025-09-04/2025-09-06", "2025-09-05"),
        ("2025-09-04/2025-09-05", "2025-09-05"),
        ("2025-09-05/..", "2025-09-05"),
        ("../2025-09-05", "2025-09-05"),
        ("2025", "2025-09-01"),
        ("2024/..", "2025-09-01"),
        ("2025-10~/..", None),
        ("2025-09-10/2026", "2025-09-10"),
        ("20XX", "2025-09-10"),
    ],
)
def test_event_is_counted_once_in_the_bin_of_its_middle_day(edtf: str, stands: str | None) -> None:
    factories.an_event(edtf=edtf)
    assert filled(window("from=2025-09-01&to=2025-09-10")) == ({stands: 1} if stands else {})


@pytest.mark.parametrize(
    ("query", "bins"),
    [("from=2025-09-01&to=2025-09-10", 10), ("from=2025&to=2025", 92), ("from=0001-01-01&to=9999-12-31", 112)],
)
def test_histogram_bins_are_equal_and_cover_the_window_without_gaps(query: str, bins: int) -> None:
    density = window(query).density
    assert len(density) == bins
    for left, right in pairwise(density):
        assert right.first.toordinal() - left.last.toordinal() == 1
    assert len({one.last.toordinal() - one.first.toordinal() for one in density[1:-1]}) == 1


def test_moving_the_window_keeps_the_bins_inside_it() -> None:
    here = {(one.first, one.last) for one in window("from=2025-01-01&to=2025-12-31").density[1:-1]}
    there = {(one.first, one.last) for one in window("from=2025-01-08&to=2026-01-07").density[1:-1]}
    assert len(here & there) >= len(here) - 3


def test_bin_counts_add_up_to_the_total() -> None:
    for edtf in ("1999", "2025", "2025-09", "2025-09-03", "2025-09-03", "2024/..", "../2026"):
        factories.an_event(edtf=edtf)
    found = window("from=2025-08&to=2025-10")
    assert sum(one.count for one in found.density) == found.total == 6


def test_search_narrows_the_total() -> None:
    factories.an_event(title="افتتح الوزير السد", language="ar")
    factories.an_event(title="Opened the dam")
    assert window("q=" + quote("السدّ")).total == 1


def test_search_finds_counts_and_ranks_as_a_naive_search_does() -> None:
    write_demo(400, seed=6, progress=lambda done: None)
    random = Random(4)
    for _ in range(12):
        first, last = sorted(date.fromordinal(random.randint(725_000, 739_900)) for _ in range(2))
        word, kind = random.choice(["treaty", "السكة", "bridge"]), random.choice(["", "&type=AGREE&type=AID"])
        found = window(f"q={quote(word)}&from={first}&to={last}{kind}", limit=5)
        narrowed = list(Filters.parse(QueryDict(f"q={quote(word)}{kind}")).narrow(Event.objects.published()))
        met = [e for e in narrowed if (e.first_day or date.min) <= last and (e.last_day or date.max) >= first]
        met.sort(key=lambda event: (-event.salience, event.first_day or date.max, event.pk))
        assert [event.pk for event in found.events] == [event.pk for event in met[:5]]
        assert found.total == len(met) == sum(one.count for one in found.density)
        begins = min((event.first_day or event.last_day for event in narrowed), default=None)
        assert found.extent.first == begins


@pytest.mark.parametrize("few", [0, 10_000])
@pytest.mark.parametrize(
    ("query", "expected"), [("from=2025-09&to=2025-09", ["d", "b"]), ("from=1900&to=2100", ["a", "d"])]
)
def test_few_and_many_events_are_ranked_alike(monkeypatch, few: int, query: str, expected: list[str]) -> None:
    monkeypatch.setattr("events.queries.windows.window.FEW", few)
    for title, salience, edtf in [
        ("a", 0.9, "2001"),
        ("b", 0.5, "2025-09"),
        ("c", 0.4, "2025-09-03"),
        ("d", 0.8, "2025"),
    ]:
        factories.an_event(title=title, salience=salience, edtf=edtf)
    for _ in range(20):
        factories.an_event(edtf="2010", salience=0.1)
    assert [event.title for event in window(query, limit=2).events] == expected


def test_window_takes_the_same_number_of_queries_for_many_events(django_assert_num_queries) -> None:
    for _ in range(5):
        factories.an_event()
    with django_assert_num_queries(4):
        [event.titles for event in window().events]
