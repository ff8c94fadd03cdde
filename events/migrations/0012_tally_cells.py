"""Tallies also know where events begin and end, by days and by cells of 64 days: a window adds up hundreds of rows."""

from django.db import migrations, models

# An event is tallied where it stands, where it begins and where it ends.  %s are rows with 1 for what came, -1 for
# what went; %%s are the lengths of the cells.
TALLIED = """
    SELECT f.facet, f.value, l.length, DATE '0001-01-01' + (p.day - DATE '0001-01-01') / l.length * l.length AS day,
           sum(e.change * p.count) AS count, sum(e.change * p.starting) AS starting, sum(e.change * p.ending) AS ending,
           sum(e.change * p.open_starting) AS open_starting, sum(e.change * p.open_ending) AS open_ending
      FROM (%s) AS e
     CROSS JOIN LATERAL (VALUES
           (e.middle_day, 1, 0, 0, 0, 0),
           (coalesce(e.first_day, e.last_day), 0, 1, 0, (e.first_day IS NULL)::int, 0),
           (coalesce(e.last_day, e.first_day), 0, 0, 1, 0, (e.last_day IS NULL)::int)
           ) AS p (day, count, starting, ending, open_starting, open_ending)
     CROSS JOIN (VALUES %%s) AS l (length)
     CROSS JOIN LATERAL (
           SELECT '' AS facet, '' AS value
           UNION ALL SELECT 'type', e.type
           UNION ALL SELECT 'status', e.status
           UNION ALL SELECT 'lang', unnest(e.found_languages)
           UNION ALL SELECT 'actor', unnest(e.found_actors)) AS f
     WHERE e.visibility = 'published' AND e.middle_day IS NOT NULL
     GROUP BY 1, 2, 3, 4
"""
NAMES = "facet, value, length, day, count, starting, ending, open_starting, open_ending"
ADD = f"""
    INSERT INTO events_tally AS tally ({NAMES})
    {TALLIED}
    HAVING (sum(e.change * p.count), sum(e.change * p.starting), sum(e.change * p.ending),
            sum(e.change * p.open_starting), sum(e.change * p.open_ending)) <> (0, 0, 0, 0, 0)
     ORDER BY 1, 2, 3, 4
    ON CONFLICT (facet, value, length, day) DO UPDATE SET
        count = tally.count + EXCLUDED.count,
        starting = tally.starting + EXCLUDED.starting,
        ending = tally.ending + EXCLUDED.ending,
        open_starting = tally.open_starting + EXCLUDED.open_starting,
        open_ending = tally.open_ending + EXCLUDED.open_ending;
"""
COLUMNS = "visibility, middle_day, first_day, last_day, type, status, found_languages, found_actors"
CAME = f"SELECT 1 AS change, {COLUMNS} FROM came"
WENT = f"SELECT -1 AS change, {COLUMNS} FROM went"
ROWS = {"insert": CAME, "update": f"{CAME} UNION ALL {WENT}", "delete": WENT}
FUNCTIONS = "".join(
    f"""
    CREATE OR REPLACE FUNCTION newsdesk_tally_{event}() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
        {ADD % rows % "(1), (64)"}
        RETURN NULL;
    END $$;
    """
    for event, rows in ROWS.items()
)
# Cells are the sums of their days, so the events are read once.
COUNT_ALL = f"""
    CREATE FUNCTION newsdesk_tally_all() RETURNS void LANGUAGE plpgsql AS $$
    BEGIN
        TRUNCATE events_tally;
        INSERT INTO events_tally ({NAMES})
        {TALLIED % f"SELECT 1 AS change, {COLUMNS} FROM events_event" % "(1)"};
        INSERT INTO events_tally ({NAMES})
        SELECT facet, value, 64, DATE '0001-01-01' + (day - DATE '0001-01-01') / 64 * 64,
               sum(count), sum(starting), sum(ending), sum(open_starting), sum(open_ending)
          FROM events_tally WHERE length = 1 GROUP BY 1, 2, 4;
    END $$;
"""


class Migration(migrations.Migration):

    dependencies = [
        ('events', '0011_covers_and_curations'),
    ]

    operations = [
        migrations.RunSQL("TRUNCATE events_tally;", migrations.RunSQL.noop),
        migrations.RemoveConstraint(
            model_name='tally',
            name='tally_once_a_day',
        ),
        migrations.RemoveField(
            model_name='tally',
            name='begins',
        ),
        migrations.RemoveField(
            model_name='tally',
            name='ends',
        ),
        migrations.AddField(
            model_name='tally',
            name='length',
            field=models.SmallIntegerField(choices=[(1, 'a day'), (64, 'a cell')], default=1),
            preserve_default=False,
        ),
        *(
            migrations.AddField(
                model_name='tally',
                name=name,
                field=models.IntegerField(default=0),
                preserve_default=False,
            )
            for name in ("starting", "ending", "open_starting", "open_ending")
        ),
        migrations.AlterField(
            model_name='tally',
            name='day',
            field=models.DateField(help_text="The cell's first."),
        ),
        migrations.AddConstraint(
            model_name='tally',
            constraint=models.UniqueConstraint(fields=('facet', 'value', 'length', 'day'), include=('count', 'starting', 'ending', 'open_starting', 'open_ending'), name='tally_once_a_cell'),
        ),
        migrations.AddIndex(
            model_name='tally',
            index=models.Index(fields=['facet', 'length', 'day'], include=('value', 'starting', 'ending', 'open_starting', 'open_ending'), name='tally_by_cell'),
        ),
        migrations.RunSQL(FUNCTIONS, migrations.RunSQL.noop),
        migrations.RunSQL(COUNT_ALL, "DROP FUNCTION newsdesk_tally_all();"),
        migrations.RunSQL("SELECT newsdesk_tally_all();", migrations.RunSQL.noop),
    ]
