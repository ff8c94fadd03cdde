"""Writing invented articles and events to the database, beside what is there already."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import islice

from django.contrib.auth.models import User
from django.db import connection, transaction
from django.utils import timezone

from events.demo.articles import invent
from events.demo.bulk import loading
from events.demo.demo_events import demo_events
from events.demo.tables import COLUMNS, Newsroom, Row, rows_of_articles, rows_of_events
from events.demo.vocabulary import OUTLETS, countries
from events.models import Actor, Outlet, Place

BATCH = 10_000
#: From so many events on it is faster to build all indexes again than to add to them.
BULK = 20_000
_NUMBERED = ("article", "extractionrun", "timeexpression", "event", "source", "mention")


def write_demo(events: int, *, seed: int, progress: Callable[[int], None]) -> None:
    """Add this many published events with their sources, in one transaction; ``progress`` gets the number so far."""
    room, first = _newsroom(), _next_number()
    invented = demo_events(seed, room.today)
    loaded = loading([f"events_{table}" for table in COLUMNS], first) if events >= BULK else transaction.atomic()
    with loaded:
        for done in range(0, events, BATCH):
            _write_batch(list(islice(invented, min(BATCH, events - done))), first + done * 2, room)
            progress(min(done + BATCH, events))
        _number_on()


def settle() -> None:
    """Update PostgreSQL's statistics and visibility map, without which it chooses bad plans for the new rows."""
    with connection.cursor() as cursor:
        cursor.execute(f"VACUUM (ANALYZE) {', '.join(f'events_{table}' for table in (*COLUMNS, 'tally'))}")


def _newsroom() -> Newsroom:
    """The rows that invented articles refer to, creating those that are missing."""
    for three, two, names in countries():
        Actor.objects.get_or_create(key=three, defaults={"names": names})
        Place.objects.get_or_create(key=two, defaults={"names": names})
    actors = dict(Actor.objects.values_list("key", "pk"))
    places = dict(Place.objects.values_list("key", "pk"))
    return Newsroom(
        correspondent=User.objects.get_or_create(username="demo", defaults={"is_active": False})[0].pk,
        outlets=[Outlet.objects.get_or_create(name=name)[0].pk for name in OUTLETS],
        actors=[actors[three] for three, _two, _names in countries()],
        places=[places[two] for _three, two, _names in countries()],
        today=timezone.localdate(), now=timezone.now(),
    )  # fmt: skip


def _write_batch(events: list, first: int, room: Newsroom) -> None:
    """Write a batch, numbered from ``first``.

    An event has at most two sources, so a batch uses at most twice as many numbers as it has events.
    """
    numbered = list(enumerate(events, first))
    articles = invent(first, numbered)
    rows = rows_of_articles(articles, first, room)
    for table in ("article", "extractionrun", "timeexpression"):
        _copy(table, rows[table])
    _copy("event", rows_of_events(numbered, articles, room))
    for table in ("source", "mention", "participation"):
        _copy(table, rows[table])


def _number_on() -> None:
    """Move the sequences of primary keys behind the written rows."""
    with connection.cursor() as cursor:
        for table in _NUMBERED:
            cursor.execute(
                f"SELECT setval(pg_get_serial_sequence('events_{table}', 'id'), (SELECT max(id) FROM events_{table}))"
            )


def _next_number() -> int:
    """The first number that is free in all tables, so that an event's rows have the same number in all of them."""
    highest = " UNION ALL ".join(f"SELECT max(id) AS id FROM events_{table}" for table in _NUMBERED)
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT coalesce(max(id), 0) + 1 FROM ({highest}) AS highest")
        return int(cursor.fetchone()[0])


def _copy(table: str, rows: Iterable[Row]) -> None:
    with connection.cursor() as cursor, cursor.copy(f"COPY events_{table} ({COLUMNS[table]}) FROM STDIN") as copy:
        for row in rows:
            copy.write_row(row)
