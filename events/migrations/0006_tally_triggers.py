"""The database counts what is shown: a row a day of all events, of each type, language and actor."""

from django.db import migrations

# Of events that were there before: languages and actors of their sources, as ``desk.refresh`` keeps them.
FILL = """
UPDATE events_event e SET
    found_languages = ARRAY(SELECT jsonb_object_keys(e.found_titles) ORDER BY 1),
    found_actors = ARRAY(
        SELECT DISTINCT a.key FROM events_source s
          JOIN events_participation p ON p.source_id = s.id JOIN events_actor a ON a.id = p.actor_id
         WHERE s.event_id = e.id ORDER BY a.key);
"""

# One statement may change many events (a batch published at once), so triggers see whole statements.
# The three differ only in the rows that they have: %s is their union, with 1 for what came and -1 for what went.
ADD = """
    INSERT INTO events_tally AS tally (facet, value, day, count)
    SELECT f.facet, f.value, e.middle_day, sum(e.change)
      FROM (%s) AS e
     CROSS JOIN LATERAL (
           SELECT '' AS facet, '' AS value
           UNION ALL SELECT 'type', e.type
           UNION ALL SELECT 'lang', unnest(e.found_languages)
           UNION ALL SELECT 'actor', unnest(e.found_actors)) AS f
     WHERE e.visibility = 'published' AND e.middle_day IS NOT NULL
     GROUP BY 1, 2, 3 HAVING sum(e.change) <> 0
     ORDER BY 1, 2, 3
    ON CONFLICT (facet, value, day) DO UPDATE SET count = tally.count + EXCLUDED.count;
"""
COLUMNS = "visibility, middle_day, type, found_languages, found_actors"
CAME = f"SELECT 1 AS change, {COLUMNS} FROM came"
WENT = f"SELECT -1 AS change, {COLUMNS} FROM went"


def trigger(event, tables, rows):
    """SQL for one function and the trigger that calls it."""
    return f"""
        CREATE FUNCTION newsdesk_tally_{event}() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            {ADD % rows}
            RETURN NULL;
        END $$;
        CREATE TRIGGER tally_{event} AFTER {event.upper()} ON events_event REFERENCING {tables}
            FOR EACH STATEMENT EXECUTE FUNCTION newsdesk_tally_{event}();
    """


EVERYTHING = ADD % f"SELECT 1 AS change, {COLUMNS} FROM events_event"
BACK = "".join(
    f"DROP TRIGGER tally_{event} ON events_event; DROP FUNCTION newsdesk_tally_{event};"
    for event in ("insert", "update", "delete")
)


class Migration(migrations.Migration):
    dependencies = [("events", "0005_tallies")]

    operations = [
        migrations.RunSQL(FILL, migrations.RunSQL.noop),
        migrations.RunSQL(EVERYTHING, "DELETE FROM events_tally;"),
        migrations.RunSQL(
            trigger("insert", "NEW TABLE AS came", CAME)
            + trigger("update", "OLD TABLE AS went NEW TABLE AS came", f"{CAME} UNION ALL {WENT}")
            + trigger("delete", "OLD TABLE AS went", WENT),
            BACK,
        ),
    ]
