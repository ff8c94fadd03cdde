"""Tallies equal what counting event by event gives, whatever is written."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta
from random import Random

import pytest
from django.http import QueryDict

from events import desk
from events.demo.write import write_demo
from events.edtf import parse
from events.models import Event, Outlet, Place, Tally
from events.models.choices import Visibility
from events.queries.counting.distribution import distribution_of
from events.queries.counting.histogram import Extent, Grid, Whole
from events.queries.counting.tallies import TallySelection, add_up, extent_of_tallies, tallies_for, totals
from events.queries.filters import Filters
from tests import factories

pytestmark = pytest.mark.django_db
TALLIED = [
    "",
    "type=AGREE",
    "type=AGREE&type=AID&type=CONSULT",
    "status=planned",
    "lang=ar",
    "actor=ABW",
    "place=AW",
    "source={wire}",
]


def both(query: str, first: date, last: date) -> list[tuple[dict[int, int], Whole]]:
    """Counts (without empty bins) and total: from the tallies, and from the events."""
    wire = Outlet.objects.get(name="Northern Wire")
    filters, grid = Filters.parse(QueryDict(query.format(wire=wire.pk))), Grid(first, last)
    kept = tallies_for(filters)
    assert kept
    narrowed = filters.narrow(Event.objects.published())
    counts, whole = add_up(kept, grid)
    tallied = {number: count for number, count in counts.items() if count}
    spread = distribution_of(narrowed)
    return [(tallied, Whole(extent_of_tallies(kept), whole)), (spread.counts(grid), spread.whole)]


@pytest.mark.parametrize("query", TALLIED)
def test_tallies_equal_counted_events_in_any_window(query: str) -> None:
    write_demo(400, seed=3, progress=lambda done: None)
    random, span = Random(1), (date(1985, 1, 1).toordinal(), date(2027, 12, 31).toordinal())
    for _ in range(20):
        first, last = sorted(date.fromordinal(random.randint(*span)) for _ in range(2))
        from_tallies, from_events = both(query, first, last)
        assert from_tallies == from_events
    [everything, _] = both(query, date(1, 1, 1), date(9999, 12, 31))
    assert sum(everything[0].values()) > 0


def edit_at_random(random: Random) -> None:
    """Change a third of all events as editors do: another date, another type, hidden, deleted."""
    edtfs = ["2024-05-05", "1999", "2020-06/..", "../2001-02-03", "201X", "2019-12-30/2020-01-05"]
    for event in Event.objects.order_by("pk"):
        match random.randrange(12):
            case 0:
                when = parse(random.choice(edtfs))
                Event.objects.filter(pk=event.pk).update(
                    set_edtf=when.text, set_first_day=when.first, set_last_day=when.last, set_precision=when.precision
                )
            case 1:
                Event.objects.filter(pk=event.pk).update(set_type="AGREE")
            case 2:
                Event.objects.filter(pk=event.pk).update(visibility="hidden")
            case 3:
                event.delete()
            case 4:
                Event.objects.filter(pk=event.pk).update(set_place=Place.objects.get(key="AW"))


@pytest.mark.parametrize("query", TALLIED)
def test_tallies_equal_counted_events_after_random_edits(query: str) -> None:
    write_demo(300, seed=4, progress=lambda done: None)
    random, span = Random(2), (date(1985, 1, 1).toordinal(), date(2027, 12, 31).toordinal())
    edit_at_random(random)
    for _ in range(20):
        start = date.fromordinal(random.randint(*span))
        from_tallies, from_events = both(query, start, start + timedelta(days=random.choice([0, 1, 40, 63, 64, 400])))
        assert from_tallies == from_events


def counted_naively(facet: str, first: date, last: date) -> dict[str, int]:
    """Value → events that overlap the days, counted one by one."""
    values = {
        "type": lambda event: [event.type],
        "status": lambda event: [event.status],
        "lang": lambda event: event.found_languages,
        "actor": lambda event: event.found_actors,
        "source": lambda event: map(str, event.found_outlets),
    }[facet]
    meeting = [
        event
        for event in Event.objects.published()
        if (event.first_day or date.min) <= last and (event.last_day or date.max) >= first
    ]
    return dict(Counter(value for event in meeting for value in values(event)))


@pytest.mark.parametrize("facet", ["type", "status", "lang", "actor", "source"])
def test_facet_counts_of_any_window_are_exact(facet: str) -> None:
    write_demo(300, seed=5, progress=lambda done: None)
    random, span = Random(3), (date(1985, 1, 1).toordinal(), date(2027, 12, 31).toordinal())
    edit_at_random(random)
    for _ in range(15):
        first, last = sorted(date.fromordinal(random.randint(*span)) for _ in range(2))
        assert totals(Tally.Facet(facet), first, last) == counted_naively(facet, first, last)
    assert totals(Tally.Facet(facet)) == counted_naively(facet, date.min, date.max)


@pytest.mark.parametrize(
    "query",
    [
        "q=gas",
        "type=AID&lang=ar",
        "lang=ar&lang=en",
        "actor=A&actor=B",
        "type=AID&status=planned",
        "place=JO&lang=ar",
        "source=1&source=2",
    ],
)
def test_other_filters_have_no_tally(query: str) -> None:
    assert tallies_for(Filters.parse(QueryDict(query))) is None


def shown(facet: str = "", value: str = "") -> dict[str, int]:
    """Day → count, of days with events."""
    rows = Tally.objects.filter(facet=facet, value=value, length=1).exclude(count=0)
    return {row.day.isoformat(): row.count for row in rows}


class TestTalliesAfterWrites:
    def test_proposals_are_not_counted_until_they_are_published(self, editor) -> None:
        event = factories.an_event(visibility="proposed", edtf="2025-09-01")
        assert shown() == {}
        desk.set_visibility(events=[event], visibility=Visibility.PUBLISHED, editor=editor)
        assert shown() == {"2025-09-01": 1}
        desk.set_visibility(events=[event], visibility=Visibility.HIDDEN, editor=editor)
        assert shown() == {}

    def test_editors_date_moves_the_count(self, editor) -> None:
        event = factories.an_event(edtf="2025-09-01")
        desk.edit_event(event=event, editor=editor, edtf="2024-05-05")
        assert shown() == {"2024-05-05": 1}

    def test_coarser_date_with_the_same_middle_widens_the_extent(self, editor) -> None:
        event = factories.an_event(edtf="2025-07-02")
        desk.edit_event(event=event, editor=editor, edtf="2025")
        everything = TallySelection("", [""])
        assert extent_of_tallies(everything) == Extent(date(2025, 1, 1), date(2025, 12, 31))
        desk.set_visibility(events=[event], visibility=Visibility.HIDDEN, editor=editor)
        factories.an_event(edtf="2025-07-02")
        assert extent_of_tallies(everything) == Extent(date(2025, 7, 2), date(2025, 7, 2))

    def test_editors_type_moves_the_count(self, editor) -> None:
        event = factories.an_event(edtf="2025-09-01", type="AID")
        desk.edit_event(event=event, editor=editor, type="AGREE")
        assert (shown("type", "AID"), shown("type", "AGREE")) == ({}, {"2025-09-01": 1})

    def test_another_source_brings_its_language_and_actors(self) -> None:
        event = factories.an_event(edtf="2025-09-01", actors=[("JOR", "Jordan", "actor")])
        factories.a_source(
            event=event, language="ar", title="اجتمع الوزراء", edtf="2025-09-01", actors=[("SAU", "الرياض", "actor")]
        )
        once = {"2025-09-01": 1}
        assert [shown("lang", "ar"), shown("lang", "en"), shown("actor", "SAU"), shown("actor", "JOR")] == [once] * 4
        assert shown() == once

    def test_deleting_an_article_removes_its_counts(self, editor) -> None:
        event = factories.an_event(visibility="proposed")
        kept = factories.an_event(edtf="2025-09-01")
        desk.delete_article(article=event.sources.get().article)
        assert shown() == {"2025-09-01": 1}
        Event.objects.filter(pk=kept.pk).delete()
        assert shown() == {}
