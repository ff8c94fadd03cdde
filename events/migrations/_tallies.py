"""Triggers that keep the tallies of published events (``events.models.tally``).

A later migration that adds a facet calls ``counting`` with all facets.
"""

from collections.abc import Iterable

from django.db import migrations

#: SQL for the rows (facet, value) that are counted for an event ``e``.
FACETS = (
    "SELECT '' AS facet, '' AS value",
    "SELECT 'type', e.type",
    "SELECT 'status', e.status",
    "SELECT 'lang', unnest(e.found_languages)",
    "SELECT 'actor', unnest(e.found_actors)",
    "SELECT 'place', place.key FROM events_place AS place WHERE place.id = coalesce(e.set_place_id, e.found_place_id)",
)
_COUNTED = "facet, value, length, day, count, starting, ending, open_starting, open_ending"

# An event is counted on its middle day, its first and its last.  ``rows`` are events with 1 if they were added and -1 if
# they were removed; ``lengths`` are the lengths of cells.
_TALLIED = """
    SELECT f.facet, f.value, l.length, DATE '0001-01-01' + (p.day - DATE '0001-01-01') / l.length * l.length AS day,
           sum(e.change * p.count) AS count, sum(e.change * p.starting) AS starting, sum(e.change * p.ending) AS ending,
           sum(e.change * p.open_starting) AS open_starting, sum(e.change * p.open_ending) AS open_ending
      FROM ({rows}) AS e
     CROSS JOIN LATERAL (VALUES
           (e.middle_day, 1, 0, 0, 0, 0),
           (coalesce(e.first_day, e.last_day), 0, 1, 0, (e.first_day IS NULL)::int, 0),
           (coalesce(e.last_day, e.first_day), 0, 0, 1, 0, (e.last_day IS NULL)::int)
           ) AS p (day, count, starting, ending, open_starting, open_ending)
     CROSS JOIN (VALUES {lengths}) AS l (length)
     CROSS JOIN LATERAL ({facets}) AS f
     WHERE e.visibility = 'published' AND e.middle_day IS NOT NULL
     GROUP BY 1, 2, 3, 4
"""
# A statement may change many events (a batch that is published at once), so the triggers are for statements, not rows.
_TRIGGER = """
    CREATE OR REPLACE FUNCTION newsdesk_tally_{event}() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
        INSERT INTO events_tally AS tally ({counted})
        {tallied}
        HAVING (sum(e.change * p.count), sum(e.change * p.starting), sum(e.change * p.ending),
                sum(e.change * p.open_starting), sum(e.change * p.open_ending)) <> (0, 0, 0, 0, 0)
         ORDER BY 1, 2, 3, 4
        ON CONFLICT (facet, value, length, day) DO UPDATE SET
            count = tally.count + EXCLUDED.count,
            starting = tally.starting + EXCLUDED.starting,
            ending = tally.ending + EXCLUDED.ending,
            open_starting = tally.open_starting + EXCLUDED.open_starting,
            open_ending = tally.open_ending + EXCLUDED.open_ending;
        RETURN NULL;
    END $$;
    CREATE OR REPLACE TRIGGER tally_{event} AFTER {EVENT} ON events_event REFERENCING {tables}
        FOR EACH STATEMENT EXECUTE FUNCTION newsdesk_tally_{event}();
"""
# Coarse cells are computed as sums of days, so that the events are read only once.
_COUNT_ALL = """
    CREATE OR REPLACE FUNCTION newsdesk_tally_all() RETURNS void LANGUAGE plpgsql AS $$
    BEGIN
        TRUNCATE events_tally;
        INSERT INTO events_tally ({counted})
        {tallied};
        INSERT INTO events_tally ({counted})
        SELECT facet, value, 64, DATE '0001-01-01' + (day - DATE '0001-01-01') / 64 * 64,
               sum(count), sum(starting), sum(ending), sum(open_starting), sum(open_ending)
          FROM events_tally WHERE length = 1 GROUP BY 1, 2, 4;
    END $$;
"""
_CAME, _WENT = "SELECT 1 AS change, * FROM came", "SELECT -1 AS change, * FROM went"
_STATEMENTS = {
    "insert": ("NEW TABLE AS came", _CAME),
    "update": ("OLD TABLE AS went NEW TABLE AS came", f"{_CAME} UNION ALL {_WENT}"),
    "delete": ("OLD TABLE AS went", _WENT),
}
_NONE = "".join(
    f"DROP TRIGGER tally_{event} ON events_event; DROP FUNCTION newsdesk_tally_{event};" for event in _STATEMENTS
)


def _sql(facets: Iterable[str]) -> str:
    counted, together = _COUNTED, "\n           UNION ALL ".join(facets)
    triggers = [
        _TRIGGER.format(
            event=event, EVENT=event.upper(), tables=tables, counted=counted,
            tallied=_TALLIED.format(rows=rows, lengths="(1), (64)", facets=together),
        )
        for event, (tables, rows) in _STATEMENTS.items()
    ]  # fmt: skip
    every = _TALLIED.format(rows="SELECT 1 AS change, * FROM events_event", lengths="(1)", facets=together)
    return "".join([*triggers, _COUNT_ALL.format(counted=counted, tallied=every)])


def counting(facets: Iterable[str], before: Iterable[str] = ()) -> migrations.RunSQL:
    """The migration operation that starts counting ``facets``, also for existing events.

    ``before`` are the facets that were counted until now.
    """
    count = "SELECT newsdesk_tally_all();"
    back = _sql(before) + count if before else f"{_NONE} DROP FUNCTION newsdesk_tally_all();"
    return migrations.RunSQL(_sql(facets) + count, back)
