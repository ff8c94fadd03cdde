"""Distributions are counted event by event, are exact, and are cached until published events change."""

from __future__ import annotations

from datetime import date, timedelta
from random import Random

import pytest

from events import desk
from events.demo.write import write_demo
from events.models import Edition, Event
from events.models.choices import Visibility
from events.queries.counting.distribution import distribution_of
from events.queries.counting.histogram import Grid
from tests import factories

pytestmark = pytest.mark.django_db


def counted_naively(grid: Grid) -> dict[int, int]:
    """Bin number → events in the window, counted one by one."""
    counts: dict[int, int] = {}
    for event in Event.objects.published():
        if (event.first_day or date.min) <= grid.last and (event.last_day or date.max) >= grid.first:
            number = grid.number(min(max(event.middle_day, grid.first), grid.last))
            counts[number] = counts.get(number, 0) + 1
    return counts


def test_distribution_counts_every_window_as_a_naive_count_does() -> None:
    write_demo(300, seed=6, progress=lambda done: None)
    for edtf in ("../2001-02-03", "2020-06/..", "1999", "2019-12-30/2020-01-05"):
        factories.an_event(edtf=edtf)
    random, span = Random(4), (date(1980, 1, 1).toordinal(), date(2029, 12, 31).toordinal())
    spread = distribution_of(Event.objects.published())
    for length in [0, 1, 30, 63, 400, 4000, 30_000] * 3:
        first = date.fromordinal(random.randint(*span))
        grid = Grid(first, first + timedelta(days=length))
        assert spread.counts(grid) == counted_naively(grid)
    assert spread.whole.count == Event.objects.published().count()


def test_extent_reaches_from_the_first_to_the_last_day_of_all_events() -> None:
    for edtf in ("2024", "../2001-02-03", "2023-12-30/2025-01-05"):
        factories.an_event(edtf=edtf)
    extent = distribution_of(Event.objects.published()).extent
    assert (extent.first, extent.last) == (date(2001, 2, 3), date(2025, 1, 5))


def test_distribution_of_no_events_is_empty_without_extent() -> None:
    spread = distribution_of(Event.objects.published())
    assert (spread.whole.count, spread.extent.first, spread.extent.last) == (0, None, None)
    assert spread.counts(Grid(date(2020, 1, 1), date(2020, 12, 31))) == {}


def test_second_distribution_is_taken_from_the_cache(django_assert_num_queries) -> None:
    factories.an_event()
    distribution_of(Event.objects.published())
    with django_assert_num_queries(1):  # the edition's number
        assert distribution_of(Event.objects.published()).whole.count == 1


def test_publishing_editing_and_hiding_change_the_distribution_at_once(editor) -> None:
    event = factories.an_event(visibility="proposed", edtf="2025-09-01")

    def seen() -> tuple[int, date | None]:
        spread = distribution_of(Event.objects.published())
        return spread.whole.count, spread.extent.first

    assert seen() == (0, None)
    desk.set_visibility(events=[event], visibility=Visibility.PUBLISHED, editor=editor)
    assert seen() == (1, date(2025, 9, 1))
    Event.objects.filter(pk=event.pk).update(set_edtf="2024", set_first_day="2024-01-01", set_last_day="2024-12-31")
    assert seen() == (1, date(2024, 1, 1))
    desk.set_visibility(events=[event], visibility=Visibility.HIDDEN, editor=editor)
    assert seen() == (0, None)


def test_edit_of_a_proposal_makes_no_new_edition() -> None:
    proposed = factories.an_event(visibility="proposed")
    published = factories.an_event()
    before = Edition.latest()
    Event.objects.filter(pk=proposed.pk).update(set_type="AID")
    assert Edition.latest() == before
    Event.objects.filter(pk=published.pk).update(set_type="AID")
    assert Edition.latest() > before
