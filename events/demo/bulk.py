"""Loading many rows as ``pg_restore`` does: rows first, then indexes, constraints and counts, once for all rows.

It is one transaction: if anything fails, the tables stay as they were.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager

from django.db import connection, transaction

_CONSTRAINTS = """
    SELECT 'ALTER TABLE ' || conrelid::regclass || ' DROP CONSTRAINT ' || quote_ident(conname),
           'ALTER TABLE ' || conrelid::regclass || ' ADD CONSTRAINT ' || quote_ident(conname) || ' '
           || pg_get_constraintdef(oid)
      FROM pg_constraint
     WHERE conrelid = ANY (%s::regclass[]) AND contype IN ('f', 'u') ORDER BY contype DESC, conname
"""
_INDEXES = """
    SELECT 'DROP INDEX ' || i.indexrelid::regclass, pg_get_indexdef(i.indexrelid)
      FROM pg_index i
     WHERE i.indrelid = ANY (%s::regclass[])
       AND NOT EXISTS (SELECT 1 FROM pg_constraint c WHERE c.conindid = i.indexrelid) ORDER BY 1
"""
_QUOTES = """
    SELECT NOT EXISTS (
        SELECT 1 FROM events_mention m
          JOIN events_source s ON s.id = m.source_id JOIN events_article a ON a.id = s.article_id
         WHERE m.id >= %s AND substr(a.body, m.start + 1, m."end" - m.start) <> m.quote)
       AND NOT EXISTS (
        SELECT 1 FROM events_timeexpression t
          JOIN events_extractionrun r ON r.id = t.run_id JOIN events_article a ON a.id = r.article_id
         WHERE t.id >= %s AND substr(a.body, t.start + 1, t."end" - t.start) <> t.text)
       AND NOT EXISTS (
        SELECT 1 FROM events_event e WHERE e.id >= %s AND e.visibility = 'published'
           AND NOT EXISTS (SELECT 1 FROM events_source s WHERE s.event_id = e.id AND s.accepted_at IS NOT NULL))
"""


class BrokenLoadError(Exception):
    """The loaded rows break a rule that triggers enforce for single rows."""


@contextmanager
def loading(tables: Iterable[str], first: int) -> Iterator[None]:
    """Copy rows, numbered from ``first``, inside the ``with`` block.

    Triggers are switched off; what they would check of each row is checked for all at the end.  Raises BrokenLoadError.
    """
    names = [*tables, "events_tally"]
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET LOCAL maintenance_work_mem = '256MB'; SET LOCAL work_mem = '256MB'")
        # A table with deferred checks still to be done cannot be altered.
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        found: list[tuple[str, str]] = []
        for question in (_CONSTRAINTS, _INDEXES):
            cursor.execute(question, [names])
            pieces = cursor.fetchall()
            _run([drop for drop, _make in pieces])
            found = [*pieces, *found]
        _run([f"ALTER TABLE {name} DISABLE TRIGGER USER" for name in names])
        yield
        cursor.execute("SELECT newsdesk_tally_all(), newsdesk_new_edition()")
        _run([make for _drop, make in found])
        _run([f"ALTER TABLE {name} ENABLE TRIGGER USER" for name in names])
        cursor.execute(_QUOTES, [first] * 3)
        if cursor.fetchone() != (True,):
            raise BrokenLoadError("A quote is not in its article, or an event has no evidence.")


def _run(statements: Sequence[str]) -> None:
    with connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)
