"""Actors and places are deleted with the last article that names them, unless an editor or a timeline uses them."""

from __future__ import annotations

import pytest

from events import desk
from events.models import Actor, Article, Event, Outlet, Place
from tests import factories
from tests.found_events import a_reading, found_event

pytestmark = pytest.mark.django_db

BODY = "Zubair Qandil resigned in Port Qandil on 1 September 2025. Nothing else is known of it."
OTHER = "It was in the morning that Zubair Qandil resigned in Port Qandil, a clerk said later."
RESIGNED = "Zubair Qandil resigned in Port Qandil"
ACTOR, PLACE = "name:en:zubair qandil", "geonames:77"


def resigned(body: str = BODY, **more):
    return found_event(body, RESIGNED, **{"names": ["Zubair Qandil"], "places": [PLACE], "type": "APPOINT"} | more)


@pytest.fixture
def article(read) -> Article:
    return read(factories.an_article(body=BODY, outlet=factories.an_outlet("Sheet")), a_reading(resigned()))


def keys() -> set[str]:
    return {*Actor.objects.values_list("key", flat=True), *Place.objects.values_list("key", flat=True)}


def test_actor_and_place_exist_while_their_article_does(article):
    assert keys() == {ACTOR, PLACE}


def test_actor_and_place_go_with_the_last_article_that_names_them(article):
    desk.delete_article(article=article)
    assert keys() == set()


def test_actor_and_place_stay_while_another_article_names_them(article, read):
    other = read(factories.an_article(body=OTHER), a_reading(resigned(OTHER)))
    desk.delete_article(article=article)
    assert keys() == {ACTOR, PLACE}
    desk.delete_article(article=other)
    assert keys() == set()


def test_actor_and_place_go_when_a_later_run_finds_them_no_more(article, read):
    read(article, a_reading(resigned(names=["Zubair K."], places=["geonames:78"])))
    assert keys() == {"name:en:zubair k.", "geonames:78"}
    read(article, a_reading())
    assert keys() == set()


def test_actor_and_place_renamed_by_an_editor_stay(article):
    desk.rename(named=Actor.objects.get(), names={"en": "Governor Qandil"})
    desk.rename(named=Place.objects.get(), names={"en": "Port Qandil", "ar": "ميناء قنديل"})
    desk.delete_article(article=article)
    assert keys() == {ACTOR, PLACE}


@pytest.mark.parametrize("as_list", [True, False])
def test_actor_and_place_in_a_timelines_filter_stay(article, as_list):
    factories.a_timeline(filter={"actor": [ACTOR] if as_list else ACTOR, "place": [PLACE] if as_list else PLACE})
    desk.delete_article(article=article)
    assert keys() == {ACTOR, PLACE}


def test_place_set_by_an_editor_stays(article, editor):
    elsewhere = factories.an_event()
    desk.edit_event(event=elsewhere, editor=editor, place=Place.objects.get())
    desk.delete_article(article=article)
    assert keys() == {PLACE}


def test_event_added_by_hand_loses_the_actors_of_a_deleted_article(article, editor):
    added = factories.an_added_event(title="They met", edtf="2025-09-02")
    found_event = Event.objects.get(added_by=None)
    desk.set_visibility(events=[found_event], visibility="published", editor=editor)
    desk.merge_events(into=added, others=[found_event], editor=editor)
    added.refresh_from_db()
    assert added.found_actors == [ACTOR]
    desk.delete_article(article=article)
    added.refresh_from_db()
    assert (added.found_actors, added.place, added.titles, added.source_count) == ([], None, {"en": "They met"}, 0)
    assert (added.edtf, added.type, added.status) == ("2025-09-02", "CONSULT", "occurred")
    assert not Event.objects.published().matching("Qandil").exists()


def test_outlet_stays_when_its_article_is_deleted(article):
    """Addresses and filters hold its number; a later article would give the outlet another one."""
    desk.delete_article(article=article)
    assert Outlet.objects.get().name == "Sheet"
