"""Facets: beside each value stands how many events choosing it would leave."""

from __future__ import annotations

import pytest
from django.http import QueryDict

from events.models import Actor, Event
from events.queries.choices.facets import Choice, Facets, read_facets
from events.queries.filters import Filters
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def rows(db) -> None:
    jordan = ("JOR", "Jordan", "actor")
    factories.an_event(type="AGREE", edtf="2025-01", actors=[jordan, ("SAU", "Riyadh", "target")])
    both = factories.an_event(type="AGREE", edtf="2025-02-01", actors=[jordan])
    factories.a_source(event=both, language="ar", title="وقّع الوزراء", edtf="2025-02-01", type="AGREE", actors=[jordan])
    factories.an_event(type="AID", edtf="2026-01", status="planned", language="ar", actors=[("SAU", "الرياض", "actor")])
    factories.an_event(type="AID", visibility="proposed")


def facets(query: str = "", language: str = "en", **options) -> Facets:
    return read_facets(Event.objects.published(), Filters.parse(QueryDict(query)), language, **options)


def counts(choices: list[Choice]) -> list[tuple[str, int]]:
    return [(choice.value, choice.count) for choice in choices]


def test_every_facet_value_is_counted_among_published_events() -> None:
    found = facets()
    assert counts(found.type) == [("AGREE", 2), ("AID", 1)]
    assert counts(found.status) == [("occurred", 2), ("planned", 1)]
    assert counts(found.lang) == [("ar", 2), ("en", 2)]
    assert counts(found.actor) == [("JOR", 2), ("SAU", 2)]


def test_tallies_and_events_give_the_same_counts() -> None:
    assert facets() == facets("from=0001-01-01&to=9999-12-31")


@pytest.mark.parametrize("window", ["from=2025-01-10&to=2025-02-01", "from=2026-01-20", "to=2025-01-03", ""])
def test_events_overlapping_the_window_are_counted_once(window: str) -> None:
    factories.an_event(type="THREATEN", edtf="2024-12/2026-03", actors=[("JOR", "Jordan", "actor")])
    counted_one_by_one = Event.objects.published().filter(pk__gt=0)
    assert facets(window) == read_facets(counted_one_by_one, Filters.parse(QueryDict(window)), "en")


def test_values_of_a_facet_are_counted_as_if_none_of_it_were_chosen() -> None:
    assert counts(facets("type=AGREE").type) == [("AGREE", 2), ("AID", 1)]


def test_other_filters_and_the_window_narrow_the_counts() -> None:
    found = facets("type=AGREE&to=2025-01")
    assert counts(found.lang) == [("en", 1)]
    assert counts(found.actor) == [("JOR", 1), ("SAU", 1)]


def test_actors_are_counted_among_events_of_the_chosen_actors() -> None:
    assert counts(facets("actor=SAU").actor) == [("SAU", 2), ("JOR", 1)]


def test_chosen_value_is_listed_even_with_count_0() -> None:
    found = facets("type=DEATH&actor=JOR&from=2030")
    assert counts(found.type) == [("DEATH", 0)]
    assert counts(found.actor) == [("JOR", 0)]


def test_only_actors_with_most_events_are_listed() -> None:
    assert counts(facets(actors=1).actor) == [("JOR", 2)]


def test_facet_values_are_named_in_the_readers_language() -> None:
    Actor.objects.filter(key="SAU").update(names={"en": "Saudi Arabia", "ar": "السعودية"})
    assert {choice.value: choice.label for choice in facets(language="ar").actor}["SAU"] == "السعودية"


@pytest.mark.parametrize(("query", "queries"), [("type=AGREE&lang=en", 4), ("lang=en", 3), ("actor=JOR", 2), ("", 5)])
def test_facets_without_a_choice_are_counted_in_one_query(django_assert_num_queries, query, queries) -> None:
    with django_assert_num_queries(queries):
        facets(query)
