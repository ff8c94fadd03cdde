"""Places are tallied too."""

import importlib

from django.db import migrations, models

before = importlib.import_module("events.migrations.0012_tally_cells")


def with_places(sql):
    """The same statement, of rows that also name their place."""
    columns = f"{before.COLUMNS}, coalesce(set_place_id, found_place_id) AS place_id"
    actors = "UNION ALL SELECT 'actor', unnest(e.found_actors)"
    places = "UNION ALL SELECT 'place', place.key FROM events_place AS place WHERE place.id = e.place_id"
    return sql.replace(before.COLUMNS, columns).replace(actors, f"{actors}\n           {places}")


COUNT_ALL = before.COUNT_ALL.replace("CREATE FUNCTION", "CREATE OR REPLACE FUNCTION")


class Migration(migrations.Migration):

    dependencies = [
        ('events', '0014_shown_by_change'),
    ]

    operations = [
        migrations.AlterField(
            model_name='tally',
            name='facet',
            field=models.CharField(blank=True, choices=[('', 'all'), ('type', 'type'), ('status', 'status'), ('lang', 'language'), ('actor', 'actor'), ('place', 'place')], max_length=6),
        ),
        migrations.RunSQL(with_places(before.FUNCTIONS), before.FUNCTIONS),
        migrations.RunSQL(with_places(COUNT_ALL), COUNT_ALL),
        migrations.RunSQL("SELECT newsdesk_tally_all();", "SELECT newsdesk_tally_all();"),
    ]
