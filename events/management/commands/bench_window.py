"""``manage.py bench_window``: how long windows and facets take with the data in the database."""

from __future__ import annotations

import http.client
import statistics
import time
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from random import Random
from typing import Any
from urllib.parse import urlencode, urlsplit

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db.models import Count

from events.models import Actor, Event, Outlet, Place
from events.models.choices import EventType
from events.queries.choices.facets import read_facets
from events.queries.collection import everything
from events.queries.counting.histogram import Extent, extent_of
from events.queries.filters import Filters
from events.queries.windows.lanes import KINDS
from events.queries.windows.window import SHOWN, read_window, window_values

#: The lengths of windows in days, from one day to everything there is.
_ZOOMS = (1, 7, 31, 92, 366, 1830, 3660, 36_600)


class Command(BaseCommand):
    help = "Ask for windows at every zoom, unfiltered, filtered and searched, and print how long that took."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--windows", type=int, default=200, help="How many of each kind (200).")
        parser.add_argument("--seed", type=int, default=1)
        instead = parser.add_mutually_exclusive_group()
        instead.add_argument("--facets", action="store_true", help="Ask for the counts beside each choice instead.")
        instead.add_argument("--lanes", action="store_true", help="Ask for the windows in lanes instead.")
        parser.add_argument(
            "--url", default="", help="Ask a running site instead, over HTTP (its API_ANONYMOUS_RATE must be empty)."
        )

    def handle(self, *args: Any, windows: int, seed: int, facets: bool, lanes: bool, url: str, **options: Any) -> None:
        random = Random(seed)
        extent = extent_of(Event.objects.published())
        if extent.first is None or extent.last is None:
            self.stdout.write("There are no published events; see seed_demo.")
            return
        answer = Site(url, "facets" if facets else "window") if url else _facets if facets else _window
        self.stdout.write(f"{Event.objects.published().count()} published events, {windows} windows of each kind")
        self.stdout.write(f"{'':38}{'median':>9}{'p95':>9}{'longest':>9}   ms")
        for name, asked in (_in_lanes if lanes else _kinds)(random).items():
            self._measure(name, answer, [asked() | window for window in _windows(random, extent, windows)])

    def _measure(self, name: str, answer: Callable[[dict[str, Any]], object], asked: list[dict[str, Any]]) -> None:
        spent = sorted(_milliseconds(answer, one) for one in asked)
        p95 = spent[min(len(spent) - 1, int(len(spent) * 0.95))]
        self.stdout.write(f"{name:38}{statistics.median(spent):9.1f}{p95:9.1f}{spent[-1]:9.1f}")


def _milliseconds(answer: Callable[[dict[str, Any]], object], asked: dict[str, Any]) -> float:
    started = time.perf_counter()
    answer(asked)
    return (time.perf_counter() - started) * 1000


def _window(asked: dict[str, Any]) -> object:
    """A window as the API makes it, including parsing and wording, but without HTTP and JSON."""
    lanes = asked.get("lanes", "")
    return window_values(read_window(everything(), Filters.parse(asked), limit=SHOWN, lanes=lanes), "ar")


def _facets(asked: dict[str, Any]) -> object:
    return read_facets(everything().events, Filters.parse(asked), "ar")


class Site:
    """Requests to a running site, over one connection."""

    def __init__(self, url: str, question: str) -> None:
        where = urlsplit(url)
        kind = http.client.HTTPSConnection if where.scheme == "https" else http.client.HTTPConnection
        self._connection, self._question = kind(where.netloc, timeout=60), question

    def __call__(self, asked: dict[str, Any]) -> object:
        self._connection.request("GET", f"/api/v1/{self._question}/?{urlencode(asked | {'ui': 'ar'}, doseq=True)}")
        answered = self._connection.getresponse()
        body = answered.read()
        if answered.status != http.client.OK:
            raise CommandError(f"The site answered {answered.status}: {body[:200]!r}")
        return body


def _windows(random: Random, extent: Extent, count: int) -> Iterator[dict[str, Any]]:
    """Random windows between the first and the last event, of each length equally many."""
    first, last = extent.first or date.min, extent.last or date.max
    for number in range(count):
        length = _ZOOMS[number % len(_ZOOMS)]
        start = first + timedelta(days=random.randrange(max(1, (last - first).days - length)))
        yield {"from": start.isoformat(), "to": (start + timedelta(days=length - 1)).isoformat()}


def _kinds(random: Random) -> dict[str, Callable[[], dict[str, Any]]]:
    """Name → function that draws filters."""
    actors = list(Actor.objects.annotate(parts=Count("participations")).filter(parts__gt=0).order_by("-parts")[:200])
    words = [
        word
        for titles in Event.objects.published().order_by("pk").values_list("titles", flat=True)[:50]
        for title in titles.values()
        for word in title.split()
        if len(word) > 3  # nobody searches for "the" or "من"
    ]
    places = list(Place.objects.annotate(number=Count("found_events")).filter(number__gt=0).order_by("-number")[:200])
    types, outlets = EventType.values, [str(pk) for pk in Outlet.objects.values_list("pk", flat=True)]
    return {
        "unfiltered": dict,
        "one type": lambda: {"type": random.choice(types)},
        "three types": lambda: {"type": random.sample(types, 3)},
        "one language": lambda: {"lang": random.choice(["ar", "en"])},
        "the most common actor": lambda: {"actor": actors[0].key},
        "any actor": lambda: {"actor": random.choice(actors).key},
        "one status": lambda: {"status": random.choice(["occurred", "ongoing", "planned"])},
        "the most common place": lambda: {"place": places[0].key},
        "any place": lambda: {"place": random.choice(places).key},
        "one outlet": lambda: {"source": random.choice(outlets)},
        "two languages": lambda: {"lang": ["ar", "en"]},
        "a language and a status": lambda: {"lang": random.choice(["ar", "en"]), "status": "occurred"},
        "an outlet and a status": lambda: {"source": random.choice(outlets), "status": "occurred"},
        "the most common actor and a language": lambda: {"actor": actors[0].key, "lang": "ar"},
        "two outlets": lambda: {"source": random.sample(outlets, 2)},
        "type, language and actor": lambda: {"type": random.choice(types), "lang": "ar", "actor": actors[1].key},
        "one word": lambda: {"q": random.choice(words)},
        "two words": lambda: {"q": " ".join(random.sample(words, 2))},
        "a word and a type": lambda: {"q": random.choice(words), "type": random.choice(types)},
    }


def _in_lanes(random: Random) -> dict[str, Callable[[], dict[str, Any]]]:
    """Every kind of lanes, for all events (counted by the tallies) and for one type (counted event by event)."""
    asked: dict[str, Callable[[], dict[str, Any]]] = {}
    for kind in KINDS:
        asked[f"by {kind}"] = lambda kind=kind: {"lanes": kind}  # type: ignore[misc]
        asked[f"by {kind}, one type"] = lambda kind=kind: {  # type: ignore[misc]
            "lanes": kind,
            "type": random.choice(EventType.values),
        }
    return asked
