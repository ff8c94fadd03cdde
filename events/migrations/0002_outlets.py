"""Events know their outlets, and these are tallied too."""

import django.contrib.postgres.fields
import django.contrib.postgres.indexes
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
            index=models.Index(condition=models.Q(('visibility', 'published')), fields=['-salience', 'first_day', 'id'], include=('days', 'type', 'status', 'found_languages', 'found_actors', 'found_outlets'), name='event_shown_by_salience'),
        ),
        migrations.AddIndex(
            model_name='event',
            index=django.contrib.postgres.indexes.GistIndex(condition=models.Q(('visibility', 'published')), fields=['days'], include=('middle_day', 'salience', 'first_day', 'id', 'type', 'status', 'found_languages', 'found_actors', 'found_outlets'), name='event_shown_by_days'),
        ),
        counting([*FACETS, OUTLETS], before=FACETS),
    ]
