"""Terms reach the index just as they were made, and actors, places, outlets, articles and timelines have terms as well.

What is stored is made anew after migrating, batch by batch (``events/terms_after_migrating.py``).
"""

import django.contrib.postgres.indexes
import django.contrib.postgres.search
from django.db import migrations, models

FOUND = ('actor', 'article', 'outlet', 'place', 'timeline')
LEXEMES = models.Func(
    models.F('search_terms'), models.Value(' '), arg_joiner=', ',
    output_field=django.contrib.postgres.search.SearchVectorField(),
    template='array_to_tsvector(string_to_array(%(expressions)s))',
)
# A lexeme has at most 2046 bytes; PostgreSQL's parser left out what was longer.
NOTHING_TOO_LONG = r"UPDATE events_event SET search_terms = '' WHERE search_terms ~ '\S{250}\S{250}'"


def search(expression):
    return models.GeneratedField(
        db_persist=True, expression=expression, output_field=django.contrib.postgres.search.SearchVectorField()
    )


def index(model):
    return django.contrib.postgres.indexes.GinIndex(fields=['search'], name=f'{model}_by_search')


class Migration(migrations.Migration):

    dependencies = [
        ('events', '0007_reasons'),
    ]

    operations = [
        migrations.RunSQL(NOTHING_TOO_LONG, migrations.RunSQL.noop),
        migrations.RemoveIndex(model_name='event', name='event_by_search'),
        migrations.RemoveField(model_name='event', name='search'),
        migrations.AddField(model_name='event', name='search', field=search(LEXEMES)),
        migrations.AddIndex(model_name='event', index=index('event')),
        *(
            migrations.AddField(
                model_name=model, name='search_terms', field=models.TextField(blank=True, default='', editable=False)
            )
            for model in FOUND
        ),
        *(migrations.AddField(model_name=model, name='search', field=search(LEXEMES)) for model in FOUND),
        *(migrations.AddIndex(model_name=model, index=index(model)) for model in FOUND),
        migrations.CreateModel(
            name='TermsMade',
            fields=[
                ('table', models.CharField(max_length=63, primary_key=True, serialize=False)),
                ('rules', models.CharField(help_text='The digest of the rules.', max_length=64)),
                ('reached', models.BigIntegerField(help_text='The last row made by these rules; null once all are.', null=True)),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('rules', ''), _negated=True), name='terms_made_by_rules')],
            },
        ),
    ]
