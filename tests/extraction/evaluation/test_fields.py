"""Figures of type, status, actors and places."""

import pytest

from events.extraction.evaluation.fields import same_name
from tests.extraction.evaluation.articles import DIED, OPENED, STRIKE, article, compared, event, found


def names(*said):
    return [{"name": name} for name in said]


def test_type_and_status_are_counted_on_core_hits():
    annotated = article(
        event(OPENED, type="LAUNCH", status="occurred"),
        event(STRIKE, type="PROTEST", status="ongoing"),
        event(DIED, core=False, type="DEATH", status="occurred"),
    )
    fields = compared(
        annotated,
        found(OPENED, type="LAUNCH", status="occurred"),
        found(STRIKE, type="ASSAULT", status="ongoing"),
        found(DIED, type="DEATH", status="occurred"),
    ).fields
    assert (fields.hits, fields.type, fields.status) == (2, 1, 2)
    assert fields.figures()["type"] == 0.5


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Barack Obama", "President Obama", True),
        ("OBAMA", "obama", True),
        ("UN", "un", True),
        ("UN", "UN Council", False),  # no word of four letters in common
        ("Red Sea", "Red Cross", False),
        ("Bank of Iran", "Bank of Qatar", True),
    ],
)
def test_names_match_by_a_word_of_four_letters_or_as_a_whole(one, other, same):
    assert same_name(one, other) is same


def test_actors_and_places_count_wanted_found_and_right_names():
    annotated = article(event(actors=["Obama", "Merkel"], place="Berlin"))
    fields = compared(
        annotated, found(actors=names("Barack Obama", "Reuters", "Tass"), places=names("Berlin", "Bonn"))
    ).fields
    assert fields.figures() == {
        "type": 1.0, "status": 1.0, "actors recall": 1 / 2, "actors precision": 1 / 3,
        "places recall": 1.0, "places precision": 1 / 2,
    }  # fmt: skip


def test_names_in_arabic_articles_are_not_compared():
    body = "افتتح الميناء"
    annotated = article(event(body, actors=["Egypt"], place="Cairo"), lang="ar", body=body)
    fields = compared(annotated, found(body, body=body, actors=names("مصر"))).fields
    assert (fields.hits, fields.actors_got, fields.figures()["actors recall"]) == (1, 0, None)


def test_actors_of_events_without_annotated_actors_do_not_count():
    assert compared(article(event()), found(actors=names("Obama"))).fields.actors_got == 0
    assert compared(article(event(actors=[])), found(actors=names("Obama"))).fields.actors_got == 1


def test_places_of_events_without_an_annotated_place_do_not_count():
    assert compared(article(event(place="")), found(places=names("Bonn"))).fields.places_got == 0
