"""Lanes divide a window's events; each lane shows its own most salient, and an event stands in one lane only."""

from __future__ import annotations

from dataclasses import replace

import pytest

from events.queries.collection import everything
from events.queries.filters import Filters
from events.queries.windows.lanes import KINDS
from events.queries.windows.window import read_window, window_values
from tests import factories

pytestmark = pytest.mark.django_db


def answer(lanes: str, **asked) -> dict:
    limit = asked.pop("limit", 60)
    return window_values(read_window(everything(), Filters.parse(asked), limit=limit, lanes=lanes), "en")


def parted(lanes: str, **asked) -> dict[str, list[int]]:
    told = answer(lanes, **asked)
    return {
        lane["label"]: [event["id"] for event in told["events"] if event["lane"] == lane["value"]]
        for lane in told["lanes"]
    }


def test_lane_with_most_events_comes_first_and_shows_its_most_salient() -> None:
    quiet = factories.an_event(type="PROTEST", salience=0.1)
    loud = [factories.an_event(type="AGREE", salience=salience) for salience in (0.7, 0.9, 0.8)]
    assert parted("type", limit=4) == {"Agreement": [loud[1].pk, loud[2].pk], "Protest": [quiet.pk]}
    assert [lane["total"] for lane in answer("type", limit=4)["lanes"]] == [3, 1]


@pytest.mark.parametrize("asked", [{}, {"actor": "JOR"}])
def test_event_of_two_actors_stands_in_the_lane_with_fewer_events(asked: dict[str, str]) -> None:
    both = factories.an_event(actors=[("JOR", "Jordan", "actor"), ("IRQ", "Iraq", "target")])
    alone = factories.an_event(actors=[("JOR", "Jordan", "actor")])
    assert parted("actor", **asked) == {"Jordan": [alone.pk], "Iraq": [both.pk]}


@pytest.mark.parametrize("asked", [{}, {"type": "CONSULT"}])
def test_event_lists_all_its_lanes_the_fullest_first(asked: dict[str, str]) -> None:
    both = factories.an_event(actors=[("JOR", "Jordan", "actor"), ("IRQ", "Iraq", "target")])
    alone = factories.an_event(actors=[("JOR", "Jordan", "actor")])
    lanes = {event["id"]: event["lanes"] for event in answer("actor", **asked)["events"]}
    assert lanes == {both.pk: ["JOR", "IRQ"], alone.pk: ["JOR"]}


def test_lanes_follow_filters_and_window() -> None:
    factories.an_event(type="AGREE", edtf="2020-01-01")
    new = factories.an_event(type="AGREE", edtf="2025-01-01")
    factories.an_event(type="PROTEST", edtf="2025-01-01")
    assert parted("type", **{"from": "2025", "to": "2025", "type": "AGREE"}) == {"Agreement": [new.pk]}


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_of_lane_shows_an_event(kind: str) -> None:
    event = factories.an_event(
        actors=[("JOR", "Jordan", "actor")], place=factories.a_place(), outlet=factories.an_outlet()
    )
    assert [event.pk] in parted(kind).values()


def test_no_lanes_are_given_unless_asked_for() -> None:
    factories.an_event()
    told = answer("")
    assert told["lanes"] == []
    assert "lane" not in told["events"][0]


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("asked", [{"from": "2024", "to": "2026"}, {"from": "2024", "to": "2026", "type": "AGREE"}])
def test_histogram_of_each_lane_counts_its_own_events(kind: str, asked: dict[str, str]) -> None:
    """The second filter has no tallies; for the first the tallies answer where they can."""
    place, outlet = factories.a_place(), factories.an_outlet()
    dates = ("2024-03-01", "2025-06-01", "2025-06-01", "2025", "2023-12-01/2024-01-09")
    for edtf in dates:
        factories.an_event(edtf=edtf, type="AGREE", actors=[("JOR", "Jordan", "actor")], place=place, outlet=outlet)
    told = answer(kind, **asked)
    [lane] = told["lanes"]
    assert lane["counts"] == [one["count"] for one in told["density"]]
    assert sum(lane["counts"]) == lane["total"] == len(dates)


def test_lanes_of_very_many_events_are_taken_from_the_most_salient(monkeypatch) -> None:
    monkeypatch.setattr("events.queries.windows.lanes.WEIGHED", 2)
    outlet = factories.an_outlet("The Courier")
    heavy = [factories.an_event(outlet=outlet, salience=salience) for salience in (0.9, 0.8)]
    factories.an_event(outlet=factories.an_outlet("The Gazette"), salience=0.1)
    asked = {"type": "CONSULT"}  # without it the tallies would know
    assert parted("source", **asked) == {"The Courier": [event.pk for event in heavy]}
    assert [(lane["total"], lane["counts"]) for lane in answer("source", **asked)["lanes"]] == [(None, [])]


@pytest.mark.parametrize("weighed", [2, 5_000])
def test_pinned_event_comes_first_in_its_lane_despite_low_salience(weighed: int, monkeypatch) -> None:
    monkeypatch.setattr("events.queries.windows.lanes.WEIGHED", weighed)
    outlet = factories.an_outlet("The Courier")
    loud, quiet = (factories.an_event(outlet=outlet, salience=salience) for salience in (0.9, 0.1))
    shown = replace(everything(), pinned=(quiet.pk,))
    window = read_window(shown, Filters.parse({"type": "CONSULT"}), limit=1, lanes="source")
    assert [event.pk for event in window.events] == [quiet.pk]
    window = read_window(shown, Filters.parse({"type": "CONSULT"}), limit=2, lanes="source")
    assert [event.pk for event in window.events] == [quiet.pk, loud.pk]
