"""Making all stored search terms again after their rules have changed."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from django.db import connection, models, transaction

from events.desk.aggregate import terms_of
from events.desk.locking import wait_for_turn
from events.models import Actor, Article, Event, Outlet, Place, TermsMade, Timeline
from events.models.evidence import with_evidence
from events.models.search_terms import rules_digest, stored_terms

#: Rows in a transaction; other writes may have to wait for one.
BATCH = 500
_WRITE = """
    UPDATE {table} AS row SET search_terms = made.terms
      FROM unnest(%s::bigint[], %s::text[]) AS made (id, terms)
     WHERE row.id = made.id AND row.search_terms <> made.terms
"""
#: The smallest tables first; events are most of the work.
_TABLES: tuple[type[models.Model], ...] = (Timeline, Outlet, Place, Actor, Article, Event)


def make_terms_anew(*, progress: Callable[[str, int], None] = lambda table, rows: None) -> int:
    """Make all stored search terms again that were made by other rules; returns how many rows were looked at.

    It works in batches, each in its own transaction, and continues where an earlier call stopped.  No other column
    changes, not even ``updated_at``.  ``progress`` is called with a table's name and the number of its rows so far.
    """
    return sum(_make_table_anew(table, progress) for table in _TABLES)


def _make_table_anew(model: type[models.Model], progress: Callable[[str, int], None]) -> int:
    table, rules, looked_at = model._meta.db_table, rules_digest(), 0
    made, _new = TermsMade.objects.get_or_create(table=table, defaults={"rules": rules, "reached": 0})
    if made.rules != rules:
        made.rules, made.reached = rules, 0
    while made.reached is not None:
        with transaction.atomic():
            if model is Event:
                wait_for_turn()
            rows = list(_rows(model, after=made.reached))
            _write(table, rows)
            made.reached = rows[-1].pk if rows else None
            made.save()
        looked_at += len(rows)
        if rows:
            progress(table, looked_at)
    return looked_at


def _rows(model: type[models.Model], *, after: int) -> Iterable[models.Model]:
    if model is Event:
        return with_evidence(Event.objects.filter(pk__gt=after).order_by("pk"))[:BATCH]
    rows = model._default_manager.filter(pk__gt=after).order_by("pk")
    return (rows.defer("body") if model is Article else rows)[:BATCH]


def _write(table: str, rows: Iterable[models.Model]) -> None:
    terms = [terms_of(row) if isinstance(row, Event) else stored_terms(row.searched_texts()) for row in rows]  # type: ignore[attr-defined]
    with connection.cursor() as cursor:
        cursor.execute(_WRITE.format(table=table), [[row.pk for row in rows], terms])
