"""The page of all filter choices: counts beside each, any actor within reach, usable without JavaScript."""

from __future__ import annotations

import re

import pytest

from tests import factories

pytestmark = pytest.mark.django_db
JORDAN, IRAQ = ("JOR", "Jordan", "actor"), ("IRQ", "Iraq", "target")


@pytest.fixture(autouse=True)
def _files_under_their_own_names(settings):
    settings.STORAGES = {
        **settings.STORAGES,
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
    }


@pytest.fixture
def post():
    return factories.an_outlet("The Harbour Post")


@pytest.fixture(autouse=True)
def _events(post):
    """Two treaties, told by different outlets at different places, and a strike."""
    aqaba, basra = factories.a_place("AQ", en="Aqaba"), factories.a_place("BA", en="Basra")
    factories.an_event(type="AGREE", actors=[JORDAN, IRAQ], place=aqaba, outlet=post)
    factories.an_event(type="AGREE", actors=[JORDAN], place=basra, outlet=factories.an_outlet("The River"))
    factories.an_event(type="PROTEST", actors=[IRAQ], place=aqaba, status="planned", edtf="2030-01-01")


def page(client, query="", status=200):
    response = client.get(f"/en/choices/?{query}")
    assert response.status_code == status
    return response.content.decode()


def offered(html, kind):
    """Name → (count, chosen) of a kind's choices."""
    found = re.findall(
        rf'<input type="\w+" id="[^"]+" name="{kind}" value="[^"]+"( checked)?><label[^>]+><bdi>(.*?)</bdi> '
        r'<span class="count">(\d+)<',
        html,
    )
    return {name: (int(count), bool(checked)) for checked, name, count in found}


@pytest.mark.parametrize(
    ("kind", "choices"),
    [
        ("type", {"Agreement": (2, False), "Protest": (1, False)}),
        ("status", {"Occurred": (2, False), "Planned": (1, False)}),
        ("lang", {"English": (3, False)}),
        ("actor", {"Iraq": (2, False), "Jordan": (2, False)}),
        ("place", {"Aqaba": (2, False), "Basra": (1, False)}),
        ("source", {"The Harbour Post": (1, False), "The River": (1, False)}),
    ],
)
def test_every_choice_is_listed_with_its_count(client, kind, choices):
    assert offered(page(client), kind) == choices


def test_counts_follow_the_filter_and_chosen_values_are_checked(client, post):
    html = page(client, f"type=AGREE&source={post.pk}&place=AQ")
    assert offered(html, "type") == {"Agreement": (1, True)}
    assert offered(html, "source") == {"The Harbour Post": (1, True)}
    assert offered(html, "place") == {"Aqaba": (1, True)}
    assert '<span class="total" role="status">1 event</span>' in html


def test_chosen_place_or_outlet_stays_listed_with_count_0(client, post):
    html = page(client, f"type=PROTEST&source={post.pk}&place=BA")
    assert offered(html, "place")["Basra"] == (0, True)
    assert offered(html, "source")["The Harbour Post"] == (0, True)


def test_several_values_of_a_facet_may_be_chosen(client):
    html = page(client, "type=AGREE&type=PROTEST&actor=JOR&actor=IRQ")
    assert [chosen for _count, chosen in offered(html, "type").values()] == [True, True]
    assert offered(html, "actor") == {"Iraq": (1, True), "Jordan": (1, True)}


def test_more_actors_are_listed_when_asked_for(client, monkeypatch):
    monkeypatch.setattr("events.site.timeline.choices_page.FEW", 1)
    few, more = page(client), page(client, "more=actor")
    assert len(offered(few, "actor")) == 1
    assert 'name="more" value="actor"><' not in more.replace('type="hidden" name="more" value="actor"', "")
    assert set(offered(more, "actor")) == {"Jordan", "Iraq"}
    assert len(offered(more, "type")) == 2


@pytest.mark.parametrize("words", ["jord", "JOR", "Jordan"])
def test_actor_search_finds_any_actor_with_its_count(client, words):
    html = page(client, f"find={words}&type=AGREE")
    found = html[html.index("Actors matching") : html.index("</fieldset>")]
    assert offered(found, "actor") == {"Jordan": (2, False)}


def test_actor_search_without_a_match_says_so(client):
    assert "No actor in published events has this name." in page(client, "find=%00nobody")


def test_choices_of_a_curated_timeline_are_counted_within_it(client):
    factories.a_timeline("strikes", title_en="Strikes", filter={"type": ["PROTEST"]})
    html = page(client, "timeline=strikes")
    assert offered(html, "type") == {"Protest": (1, False)}
    assert 'formaction="/en/timelines/strikes/"' in html
    page(client, "timeline=drafts", status=404)


def test_invalid_choices_are_explained_and_ignored(client):
    html = page(client, "source=x&from=2025-13")
    assert html.count('class="fault"') == 2
    assert '<span class="total" role="status">3 events</span>' in html


def test_timeline_filtered_by_outlet_links_to_all_choices(client, post):
    answer = client.get("/en/", {"source": post.pk})
    assert answer.context["paging"].words.startswith("1 event ")
    assert f'href="/en/choices/?source={post.pk}"' in answer.content.decode()


def test_number_of_queries_does_not_grow_with_the_choices(client, django_assert_max_num_queries):
    for number in range(20):
        factories.an_event(actors=[(f"A{number}", f"Actor {number}", "actor")], place=factories.a_place(f"P{number}"))
    with django_assert_max_num_queries(14):
        page(client, "find=actor&more=actor")
