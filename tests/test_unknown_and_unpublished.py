"""What only drafts have answers strangers as what nobody ever had: no address confirms that it is known.

Every public address is asked for something unpublished and for something unknown, in its path and by each parameter;
with the spelled value masked, both answers must be the same.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from urllib.parse import quote, urlencode

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from events import desk
from events.models import Actor, Article, Cover, Event, Outlet, Place, Timeline
from tests import factories
from tests.addresses import parameters_of, routes

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("plain_static_files")]

_NAMES = _NAME, _PLACE, _OUTLET = "Zubairqandil", "Port Qandil", "Secret Sheet"
#: Words of the same length, written alike in every encoding, so that nothing but what is known can tell them apart.
_WORDS = {"unpublished": "zubairqandil", "unknown": "gastonnobody"}
_KEYS = {known: f"name:en:{word}" for known, word in _WORDS.items()}
_NUMBERS = {"unpublished": "900000001", "unknown": "900000002"}
_DIGESTS = {"unpublished": "a" * 64, "unknown": "b" * 64}
_SPELLED = re.compile("|".join([*_WORDS.values(), *_NUMBERS.values(), *_DIGESTS.values()]))


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of value (actor, place …): where it occurs in paths and queries."""

    values: dict[str, str]
    paths: tuple[str, ...] = ()
    parameters: tuple[str, ...] = ()


KINDS = {
    "actor": Kind(_KEYS, ("actor", "embed-actor"), ("actor",)),
    "place": Kind(_KEYS, ("place", "embed-place"), ("place",)),
    "word": Kind(_WORDS, (), ("q", "find")),
    "outlet": Kind(_NUMBERS, (), ("source",)),
    "timeline": Kind(
        _WORDS,
        ("timeline", "embed-timeline", "timeline-window", "timeline-facets", "timeline-rows"),
        ("timeline",),
    ),
    "event": Kind(_NUMBERS, ("event", "panel"), ("event",)),
    "article": Kind(_NUMBERS, ("article",)),
    "cover": Kind(_DIGESTS, ("cover",)),
}


def _published() -> None:
    factories.an_event(
        title="They sign", actors=[("JOR", "Jordan", "actor")], place=factories.a_place("AQ", en="Aqaba"),
        outlet=factories.an_outlet(),
    )  # fmt: skip
    factories.a_timeline("water", filter={"actor": ["JOR"]})


def _a_draft() -> Event:
    """A proposed event that names everything that must stay unknown."""
    event = Event.objects.create(pk=_NUMBERS["unpublished"])
    _told_of(event)
    timeline = factories.a_timeline(_WORDS["unpublished"], is_published=False, filter={"actor": [_KEYS["unpublished"]]})
    Cover.objects.create(
        timeline=timeline, picture=b"RIFF", digest=_DIGESTS["unpublished"], width=1, height=1, alt_en=_NAME
    )
    return event


def _told_of(event: Event) -> None:
    """Named by a source that no editor accepted."""
    place = factories.a_place(_KEYS["unpublished"], en=_PLACE)
    outlet = Outlet.objects.create(pk=_NUMBERS["unpublished"], name=_OUTLET)
    quote = f"{_NAME} resigned in {_PLACE} on 1 September 2025."
    article = factories.an_article(body=f"Report. {quote} No more is known.", pk=_NUMBERS["unpublished"], outlet=outlet)
    factories.a_source(
        event=event, title=f"{_NAME} resigns", article=article, quote=quote, place=place, accepted=False,
        actors=[(_KEYS["unpublished"], _NAME, "actor")],
    )  # fmt: skip


def _withdrawn() -> None:
    event, editor = _a_draft(), factories.an_editor()
    for visibility in ("published", "hidden"):
        desk.set_visibility(events=[event], visibility=visibility, editor=editor)


def _merged_into_a_draft() -> None:
    desk.merge_events(into=factories.an_event(visibility="proposed"), others=[_a_draft()], editor=factories.an_editor())


def _pending() -> None:
    """Named by a pending source of a published event."""
    _told_of(Event.objects.published().get())


def _named_by_nobody() -> None:
    """Rows that no source names any more."""
    Actor.objects.create(key=_KEYS["unpublished"], names={"en": _NAME})
    Place.objects.create(key=_KEYS["unpublished"], names={"en": _PLACE})
    Outlet.objects.create(pk=_NUMBERS["unpublished"], name=_OUTLET)


DRAFTS: dict[str, Callable[[], object]] = {
    "proposed": _a_draft,
    "withdrawn": _withdrawn,
    "merged into a draft": _merged_into_a_draft,
    "pending": _pending,
    "named by nobody": _named_by_nobody,
}


def _addresses(kind: Kind) -> Iterator[tuple[str, str]]:
    """The address with the unpublished value, and with the unknown one: in paths, in queries, and in oEmbed's."""
    for route in (route for route in routes() if not route.is_admin):
        if route.name.split(":")[-1] in kind.paths:
            known, unknown = (route.template % _filled(route.parameters, value) for value in kind.values.values())
            yield known, unknown
            yield _oembed(known), _oembed(unknown)
        elif not route.parameters:
            for name in set(parameters_of(route.name)) & set(kind.parameters):
                known, unknown = (f"{route.template}?{urlencode({name: value})}" for value in kind.values.values())
                yield known, unknown


def _filled(parameters: tuple[str, ...], value: str) -> dict[str, str]:
    return {name: quote(value, safe=":") if number == 0 else "wrong" for number, name in enumerate(parameters)}


def _oembed(path: str) -> str:
    return f"/oembed?{urlencode({'url': f'http://testserver{path}'})}"


def _answer(client: Client, address: str) -> tuple[int, dict[str, str], str, int]:
    """Status, headers, body and number of questions to the database, whatever was spelled masked.

    Lines of a calendar are folded by their length; an ETag is made of the body, which holds what was spelled.
    """
    with CaptureQueriesContext(connection) as queries:
        response = client.get(address)
        body = response.getvalue().decode().replace("\r\n ", "")
    headers = {name: _SPELLED.sub("…", text) for name, text in response.headers.items() if name != "ETag"}
    return response.status_code, headers, _SPELLED.sub("…", body), len(queries)


@pytest.mark.parametrize("draft", DRAFTS)
@pytest.mark.parametrize("kind", KINDS)
def test_unpublished_and_unknown_are_answered_alike_at_every_address(client: Client, kind: str, draft: str, settings):
    settings.API_ANONYMOUS_RATE = ""
    _published()
    DRAFTS[draft]()
    asked = 0
    for unpublished, unknown in _addresses(KINDS[kind]):
        known = _answer(client, unpublished)
        assert known == _answer(client, unknown), unpublished
        assert not [name for name in _NAMES if name in known[2]], unpublished
        asked += 1
    assert asked >= len(KINDS[kind].paths) + len(KINDS[kind].parameters)


def test_same_addresses_show_what_is_published(client: Client):
    """Otherwise they might answer alike because they show nothing of anybody."""
    _published()
    [outlet] = Outlet.objects.all()
    told = {
        "/en/feed/?actor=JOR": "Jordan",
        "/en/calendar.ics?place=AQ": "Aqaba",
        "/en/subscribe/?actor=JOR": "Jordan",
        "/en/?actor=JOR&type=DEATH": "Jordan",
        "/en/choices/?place=AQ&from=2030": "Aqaba",
        f"/en/choices/?source={outlet.pk}&from=2030": outlet.name,
        "/api/v1/facets/?actor=JOR&from=2030&ui=en": "Jordan",
        "/oembed?url=http://testserver/en/places/AQ/": "Aqaba",
    }
    for address, name in told.items():
        assert name in client.get(address).content.decode(), address


@pytest.mark.parametrize("model", [Article, Event, Timeline])
def test_drafts_exist_in_the_database(model):
    """Otherwise the tests above would compare nothing with nothing."""
    _a_draft()
    assert model._default_manager.filter(pk__gte=1).exists()
