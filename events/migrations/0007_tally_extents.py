"""Tallies also keep how far the events of a day reach, and count each status."""

import datetime
import django.contrib.postgres.indexes
from django.conf import settings
from django.db import migrations, models


# As in 0006: the three functions differ only in their rows.  Days that went are not taken back from begins and
# ends, which stay as they were until a day's count has been 0.
ADD = """
    INSERT INTO events_tally AS tally (facet, value, day, count, begins, ends)
    SELECT f.facet, f.value, e.middle_day, sum(e.change),
           coalesce(min(e.begins) FILTER (WHERE e.change = 1), min(e.begins)),
           coalesce(max(e.ends) FILTER (WHERE e.change = 1), max(e.ends))
      FROM (%s) AS e
     CROSS JOIN LATERAL (
           SELECT '' AS facet, '' AS value
           UNION ALL SELECT 'type', e.type
           UNION ALL SELECT 'status', e.status
           UNION ALL SELECT 'lang', unnest(e.found_languages)
           UNION ALL SELECT 'actor', unnest(e.found_actors)) AS f
     WHERE e.visibility = 'published' AND e.middle_day IS NOT NULL
     GROUP BY 1, 2, 3
    HAVING sum(e.change) <> 0
        OR min(e.begins) FILTER (WHERE e.change = 1) < min(e.begins) FILTER (WHERE e.change = -1)
        OR max(e.ends) FILTER (WHERE e.change = 1) > max(e.ends) FILTER (WHERE e.change = -1)
     ORDER BY 1, 2, 3
    ON CONFLICT (facet, value, day) DO UPDATE SET
        count = tally.count + EXCLUDED.count,
        begins = CASE WHEN tally.count = 0 THEN EXCLUDED.begins ELSE least(tally.begins, EXCLUDED.begins) END,
        ends = CASE WHEN tally.count = 0 THEN EXCLUDED.ends ELSE greatest(tally.ends, EXCLUDED.ends) END;
"""
COLUMNS = (
    "visibility, middle_day, type, status, found_languages, found_actors, "
    "coalesce(first_day, last_day) AS begins, coalesce(last_day, first_day) AS ends"
)
CAME = f"SELECT 1 AS change, {COLUMNS} FROM came"
WENT = f"SELECT -1 AS change, {COLUMNS} FROM went"
ROWS = {"insert": CAME, "update": f"{CAME} UNION ALL {WENT}", "delete": WENT}
FUNCTIONS = "".join(
    f"""
    CREATE OR REPLACE FUNCTION newsdesk_tally_{event}() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
        {ADD % rows}
        RETURN NULL;
    END $$;
    """
    for event, rows in ROWS.items()
)
EVERYTHING = ADD % f"SELECT 1 AS change, {COLUMNS} FROM events_event"


class Migration(migrations.Migration):

    dependencies = [
        ('events', '0006_tally_triggers'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.RunSQL("TRUNCATE events_tally;", migrations.RunSQL.noop),
        migrations.RemoveConstraint(
            model_name='tally',
            name='tally_once_a_day',
        ),
        migrations.RemoveIndex(
            model_name='event',
            name='event_shown_by_beginning',
        ),
        migrations.RemoveIndex(
            model_name='event',
            name='event_shown_by_end',
        ),
        migrations.RemoveIndex(
            model_name='event',
            name='event_shown_by_salience',
        ),
        migrations.RemoveIndex(
            model_name='event',
            name='event_shown_by_days',
        ),
        migrations.AddField(
            model_name='tally',
            name='begins',
            field=models.DateField(default=datetime.date(1, 1, 1)),
            preserve_default=False,
        ),
        migrations.AddField(
            model_name='tally',
            name='ends',
            field=models.DateField(default=datetime.date(9999, 12, 31)),
            preserve_default=False,
        ),
        migrations.AlterField(
            model_name='tally',
            name='facet',
            field=models.CharField(blank=True, choices=[('', 'all'), ('type', 'type'), ('status', 'status'), ('lang', 'language'), ('actor', 'actor')], max_length=6),
        ),
        migrations.AddIndex(
            model_name='event',
            index=models.Index(condition=models.Q(('visibility', 'published')), fields=['type', 'first_day'], name='event_shown_by_type'),
        ),
        migrations.AddIndex(
            model_name='event',
            index=models.Index(condition=models.Q(('visibility', 'published')), fields=['-salience', 'first_day', 'id'], include=('days', 'type', 'status', 'found_languages', 'found_actors'), name='event_shown_by_salience'),
        ),
        migrations.AddIndex(
            model_name='event',
            index=django.contrib.postgres.indexes.GistIndex(condition=models.Q(('visibility', 'published')), fields=['days'], include=('middle_day', 'salience', 'first_day', 'id', 'type', 'status', 'found_languages', 'found_actors'), name='event_shown_by_days'),
        ),
        migrations.AddConstraint(
            model_name='tally',
            constraint=models.UniqueConstraint(fields=('facet', 'value', 'day'), include=('count', 'begins', 'ends'), name='tally_once_a_day'),
        ),
        migrations.RunSQL(FUNCTIONS, migrations.RunSQL.noop),
        migrations.RunSQL(EVERYTHING, migrations.RunSQL.noop),
    ]
