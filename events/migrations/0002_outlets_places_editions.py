"""Events know their outlets, which are tallied, and have their place in a column; every write to published events makes
a new edition.
"""

import django.contrib.postgres.fields
import django.contrib.postgres.indexes
import django.db.models.functions.comparison
from django.conf import settings
from django.db import migrations, models

from events.migrations._tallies import FACETS, counting

# All tallies are counted anew afterwards.
FILL = """
    ALTER TABLE events_event DISABLE TRIGGER tally_update;
    UPDATE events_event AS e SET found_outlets = told.outlets
      FROM (SELECT s.event_id, array_agg(DISTINCT a.outlet_id ORDER BY a.outlet_id) AS outlets
              FROM events_source s JOIN events_article a ON a.id = s.article_id
             WHERE a.outlet_id IS NOT NULL GROUP BY s.event_id) AS told
     WHERE told.event_id = e.id;
    ALTER TABLE events_event ENABLE TRIGGER tally_update;
"""
OUTLETS = "SELECT 'source', unnest(e.found_outlets)::text"
NEW_EDITION = """
    CREATE FUNCTION newsdesk_new_edition() RETURNS void LANGUAGE sql AS $$
        INSERT INTO events_edition AS edition (id, number)
        VALUES (1, (extract(epoch FROM clock_timestamp()) * 1000000)::bigint)
        ON CONFLICT (id) DO UPDATE SET number = greatest(edition.number + 1, EXCLUDED.number);
    $$;
    SELECT newsdesk_new_edition();
"""
TRIGGER = """
    CREATE FUNCTION newsdesk_edition_{event}() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
        IF {shown} THEN
            PERFORM newsdesk_new_edition();
        END IF;
        RETURN NULL;
    END $$;
    CREATE TRIGGER edition_{event} AFTER {EVENT} ON events_event REFERENCING {tables}
        FOR EACH STATEMENT EXECUTE FUNCTION newsdesk_edition_{event}();
"""
CAME = "EXISTS (SELECT FROM came WHERE visibility = 'published')"
WENT = "EXISTS (SELECT FROM went WHERE visibility = 'published')"
STATEMENTS = {
    "insert": ("NEW TABLE AS came", CAME),
    "update": ("OLD TABLE AS went NEW TABLE AS came", f"{CAME} OR {WENT}"),
    "delete": ("OLD TABLE AS went", WENT),
}
MAKE = NEW_EDITION + "".join(
    TRIGGER.format(event=event, EVENT=event.upper(), tables=tables, shown=shown)
    for event, (tables, shown) in STATEMENTS.items()
)
DROP = "".join(
    f"DROP TRIGGER edition_{event} ON events_event; DROP FUNCTION newsdesk_edition_{event};" for event in STATEMENTS
)


class Migration(migrations.Migration):

    dependencies = [
        ('events', '0001_events'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.RemoveIndex(
            model_name='event',
            name='event_shown_by_salience',
        ),
        migrations.RemoveIndex(
            model_name='event',
            name='event_shown_by_days',
        ),
        migrations.AddField(
            model_name='event',
            name='found_outlets',
            field=django.contrib.postgres.fields.ArrayField(base_field=models.BigIntegerField(), default=list, editable=False, size=None),
        ),
        migrations.RunSQL(FILL, migrations.RunSQL.noop),
        migrations.AddField(
            model_name='event',
            name='shown_place',
            field=models.GeneratedField(db_persist=True, expression=django.db.models.functions.comparison.Coalesce(models.F('set_place'), models.F('found_place')), output_field=models.BigIntegerField(null=True)),
        ),
        migrations.AlterField(
            model_name='tally',
            name='facet',
            field=models.CharField(blank=True, choices=[('', 'all'), ('type', 'type'), ('status', 'status'), ('lang', 'language'), ('actor', 'actor'), ('place', 'place'), ('source', 'outlet')], max_length=6),
        ),
        migrations.AddIndex(
            model_name='event',
            index=django.contrib.postgres.indexes.GinIndex(fields=['found_outlets'], name='event_by_outlets'),
        ),
        migrations.AddIndex(
            model_name='event',
            index=models.Index(condition=models.Q(('visibility', 'published')), fields=['shown_place', 'first_day'], include=('days', 'type', 'status', 'found_languages', 'found_actors', 'salience', 'id'), name='event_shown_by_place'),
        ),
        migrations.AddIndex(
            model_name='event',
            index=models.Index(condition=models.Q(('visibility', 'published')), fields=['-salience', 'first_day', 'id'], include=('days', 'type', 'status', 'found_languages', 'found_actors', 'found_outlets', 'shown_place'), name='event_shown_by_salience'),
        ),
        migrations.AddIndex(
            model_name='event',
            index=django.contrib.postgres.indexes.GistIndex(condition=models.Q(('visibility', 'published')), fields=['days'], include=('middle_day', 'salience', 'first_day', 'id', 'type', 'status', 'found_languages', 'found_actors', 'found_outlets', 'shown_place'), name='event_shown_by_days'),
        ),
        counting([*FACETS, OUTLETS], before=FACETS),
        migrations.CreateModel(
            name='Edition',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('number', models.BigIntegerField(help_text='Microseconds since 1970 of the last write, or one more than before.')),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('pk', 1)), name='edition_is_one')],
            },
        ),
        migrations.RunSQL(MAKE, DROP + "DROP FUNCTION newsdesk_new_edition;"),
    ]
