"""Everything up to the first published version: the tables, what the database keeps true, and its tallies."""

import django.contrib.postgres.fields
import django.contrib.postgres.fields.ranges
import django.contrib.postgres.indexes
import django.contrib.postgres.search
import django.db.models.deletion
import django.db.models.functions.comparison
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models

from events.migrations._invariants import INVARIANTS
from events.migrations._tallies import FACETS, counting

class Migration(migrations.Migration):

    initial = True

    # What grew while there was nothing to keep; databases that have all of it go on from here.
    replaces = [
        ("events", name)
        for name in (
            "0001_initial", "0002_invariants", "0003_middle_day", "0004_order_of_the_timeline", "0005_tallies",
            "0006_tally_triggers", "0007_tally_extents", "0008_types_from_the_index_alone", "0009_no_rejoin_decision",
            "0010_picks_and_eras", "0011_covers_and_curations", "0012_tally_cells", "0013_rank_types_from_the_index",
            "0014_shown_by_change", "0015_tally_places",
        )
    ]

    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Actor',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('key', models.CharField(max_length=200, unique=True, verbose_name='key')),
                ('names', models.JSONField(default=dict, help_text='The name in each language, by language code.', verbose_name='names')),
            ],
            options={
                'verbose_name': 'actor',
                'verbose_name_plural': 'actors',
                'ordering': ['key'],
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Outlet',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=200, unique=True, verbose_name='name')),
                ('url', models.URLField(blank=True, verbose_name='address')),
            ],
            options={
                'verbose_name': 'outlet',
                'verbose_name_plural': 'outlets',
                'ordering': ['name'],
            },
        ),
        migrations.CreateModel(
            name='Place',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('key', models.CharField(max_length=200, unique=True, verbose_name='key')),
                ('names', models.JSONField(default=dict, help_text='The name in each language, by language code.', verbose_name='names')),
            ],
            options={
                'verbose_name': 'place',
                'verbose_name_plural': 'places',
                'ordering': ['key'],
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Article',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('title', models.CharField(blank=True, max_length=500, verbose_name='title')),
                ('body', models.TextField(verbose_name='text')),
                ('language', models.CharField(blank=True, choices=[('ar', 'Arabic'), ('en', 'English')], max_length=8, verbose_name='language')),
                ('url', models.URLField(blank=True, max_length=2000, verbose_name='address')),
                ('author', models.CharField(blank=True, max_length=200, verbose_name='author')),
                ('publication_date', models.DateField(verbose_name='publication date')),
                ('submitted_at', models.DateTimeField(auto_now_add=True, verbose_name='pasted')),
                ('state', models.CharField(choices=[('queued', 'queued'), ('extracting', 'extracting'), ('done', 'done'), ('failed', 'failed')], default='queued', editable=False, max_length=12, verbose_name='state')),
                ('queued_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ('failure', models.CharField(blank=True, editable=False, max_length=500, verbose_name='reason of failure')),
                ('content_hash', models.CharField(editable=False, max_length=64)),
                ('submitted_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='articles', to=settings.AUTH_USER_MODEL, verbose_name='pasted by')),
                ('outlet', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='articles', to='events.outlet', verbose_name='outlet')),
            ],
            options={
                'verbose_name': 'article',
                'verbose_name_plural': 'articles',
                'ordering': ['-submitted_at'],
                'permissions': [('rerun_article', 'Can run the extraction again')],
            },
        ),
        migrations.CreateModel(
            name='Event',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('found_titles', models.JSONField(default=dict, editable=False)),
                ('found_edtf', models.CharField(blank=True, editable=False, max_length=64)),
                ('found_first_day', models.DateField(editable=False, null=True)),
                ('found_last_day', models.DateField(editable=False, null=True)),
                ('found_precision', models.CharField(blank=True, choices=[('minute', 'minute'), ('day', 'day'), ('week', 'week'), ('month', 'month'), ('season', 'season, quarter or half'), ('year', 'year'), ('decade', 'decade'), ('century', 'century'), ('interval', 'interval')], editable=False, max_length=12)),
                ('found_basis', models.CharField(blank=True, choices=[('explicit', 'written out in the text'), ('relative', 'counted from the publication date'), ('anaphoric', 'counted from another date in the text'), ('vague', 'a window, not a date'), ('publication', 'the publication date: the text gives none'), ('editor', 'set by an editor')], editable=False, max_length=12)),
                ('found_type', models.CharField(blank=True, choices=[('AGREE', 'Agreement'), ('CONSULT', 'Meeting or talks'), ('SUPPORT', 'Support'), ('CONCEDE', 'Concession'), ('COOPERATE', 'Cooperation'), ('AID', 'Aid'), ('RETREAT', 'Withdrawal or release'), ('REQUEST', 'Request or appeal'), ('REJECT', 'Rejection'), ('ACCUSE', 'Accusation or charge'), ('THREATEN', 'Threat or warning'), ('PROTEST', 'Protest'), ('SANCTION', 'Sanction'), ('MOBILIZE', 'Mobilisation'), ('COERCE', 'Arrest or coercion'), ('ASSAULT', 'Attack'), ('ELECT', 'Election or vote'), ('LEGISLATE', 'Law, resolution or ruling'), ('APPOINT', 'Taking or leaving office'), ('DISASTER', 'Disaster or accident'), ('DEATH', 'Death'), ('ECONOMY', 'Economy and business'), ('LAUNCH', 'Opening, release or start'), ('STATEMENT', 'Statement'), ('OTHER', 'Other')], editable=False, max_length=12)),
                ('found_status', models.CharField(blank=True, choices=[('occurred', 'occurred'), ('ongoing', 'ongoing'), ('planned', 'planned')], editable=False, max_length=12)),
                ('found_languages', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=8), default=list, editable=False, size=None)),
                ('found_actors', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=200), default=list, editable=False, size=None)),
                ('salience', models.FloatField(default=0.5, editable=False, verbose_name='salience')),
                ('confidence', models.FloatField(default=1.0, editable=False, verbose_name='confidence')),
                ('source_count', models.PositiveIntegerField(default=0, editable=False, verbose_name='sources')),
                ('search_terms', models.TextField(blank=True, editable=False)),
                ('set_titles', models.JSONField(blank=True, default=dict, verbose_name='titles')),
                ('set_edtf', models.CharField(blank=True, max_length=64, verbose_name='date')),
                ('set_first_day', models.DateField(editable=False, null=True)),
                ('set_last_day', models.DateField(editable=False, null=True)),
                ('set_precision', models.CharField(blank=True, choices=[('minute', 'minute'), ('day', 'day'), ('week', 'week'), ('month', 'month'), ('season', 'season, quarter or half'), ('year', 'year'), ('decade', 'decade'), ('century', 'century'), ('interval', 'interval')], editable=False, max_length=12)),
                ('set_type', models.CharField(blank=True, choices=[('AGREE', 'Agreement'), ('CONSULT', 'Meeting or talks'), ('SUPPORT', 'Support'), ('CONCEDE', 'Concession'), ('COOPERATE', 'Cooperation'), ('AID', 'Aid'), ('RETREAT', 'Withdrawal or release'), ('REQUEST', 'Request or appeal'), ('REJECT', 'Rejection'), ('ACCUSE', 'Accusation or charge'), ('THREATEN', 'Threat or warning'), ('PROTEST', 'Protest'), ('SANCTION', 'Sanction'), ('MOBILIZE', 'Mobilisation'), ('COERCE', 'Arrest or coercion'), ('ASSAULT', 'Attack'), ('ELECT', 'Election or vote'), ('LEGISLATE', 'Law, resolution or ruling'), ('APPOINT', 'Taking or leaving office'), ('DISASTER', 'Disaster or accident'), ('DEATH', 'Death'), ('ECONOMY', 'Economy and business'), ('LAUNCH', 'Opening, release or start'), ('STATEMENT', 'Statement'), ('OTHER', 'Other')], max_length=12, verbose_name='type')),
                ('set_status', models.CharField(blank=True, choices=[('occurred', 'occurred'), ('ongoing', 'ongoing'), ('planned', 'planned')], max_length=12, verbose_name='status')),
                ('visibility', models.CharField(choices=[('proposed', 'proposed'), ('published', 'published'), ('hidden', 'hidden')], default='proposed', max_length=10, verbose_name='visibility')),
                ('titles', models.GeneratedField(db_persist=True, expression=models.Func(models.F('found_titles'), models.F('set_titles'), arg_joiner=' || ', template='(%(expressions)s)'), output_field=models.JSONField())),
                ('edtf', models.GeneratedField(db_persist=True, expression=models.Case(models.When(models.Q(('set_edtf', ''), _negated=True), then=models.F('set_edtf')), default=models.F('found_edtf')), output_field=models.CharField(max_length=64, verbose_name='date'))),
                ('first_day', models.GeneratedField(db_persist=True, expression=models.Case(models.When(models.Q(('set_edtf', ''), _negated=True), then=models.F('set_first_day')), default=models.F('found_first_day')), output_field=models.DateField(null=True))),
                ('last_day', models.GeneratedField(db_persist=True, expression=models.Case(models.When(models.Q(('set_edtf', ''), _negated=True), then=models.F('set_last_day')), default=models.F('found_last_day')), output_field=models.DateField(null=True))),
                ('days', models.GeneratedField(db_persist=True, expression=models.Func(models.Case(models.When(models.Q(('set_edtf', ''), _negated=True), then=models.F('set_first_day')), default=models.F('found_first_day')), models.Case(models.When(models.Q(('set_edtf', ''), _negated=True), then=models.F('set_last_day')), default=models.F('found_last_day')), models.Value('[]'), function='daterange'), output_field=django.contrib.postgres.fields.ranges.DateRangeField())),
                ('middle_day', models.GeneratedField(db_persist=True, expression=models.Case(models.When(models.Q(('set_edtf', ''), _negated=True), then=django.db.models.functions.comparison.Coalesce(models.Func(models.F('set_first_day'), models.Func(models.F('set_last_day'), models.F('set_first_day'), arg_joiner=' - ', template='((%(expressions)s + 1) / 2)'), arg_joiner=' + ', output_field=models.DateField(null=True), template='(%(expressions)s)'), models.F('set_first_day'), models.F('set_last_day'))), default=django.db.models.functions.comparison.Coalesce(models.Func(models.F('found_first_day'), models.Func(models.F('found_last_day'), models.F('found_first_day'), arg_joiner=' - ', template='((%(expressions)s + 1) / 2)'), arg_joiner=' + ', output_field=models.DateField(null=True), template='(%(expressions)s)'), models.F('found_first_day'), models.F('found_last_day'))), output_field=models.DateField(null=True))),
                ('precision', models.GeneratedField(db_persist=True, expression=models.Case(models.When(models.Q(('set_edtf', ''), _negated=True), then=models.F('set_precision')), default=models.F('found_precision')), output_field=models.CharField(choices=[('minute', 'minute'), ('day', 'day'), ('week', 'week'), ('month', 'month'), ('season', 'season, quarter or half'), ('year', 'year'), ('decade', 'decade'), ('century', 'century'), ('interval', 'interval')], max_length=12, verbose_name='precision'))),
                ('basis', models.GeneratedField(db_persist=True, expression=models.Case(models.When(models.Q(('set_edtf', ''), _negated=True), then=models.Value('editor')), default=models.F('found_basis')), output_field=models.CharField(choices=[('explicit', 'written out in the text'), ('relative', 'counted from the publication date'), ('anaphoric', 'counted from another date in the text'), ('vague', 'a window, not a date'), ('publication', 'the publication date: the text gives none'), ('editor', 'set by an editor')], max_length=12, verbose_name='basis'))),
                ('type', models.GeneratedField(db_persist=True, expression=models.Case(models.When(models.Q(('set_type', ''), _negated=True), then=models.F('set_type')), default=models.F('found_type')), output_field=models.CharField(choices=[('AGREE', 'Agreement'), ('CONSULT', 'Meeting or talks'), ('SUPPORT', 'Support'), ('CONCEDE', 'Concession'), ('COOPERATE', 'Cooperation'), ('AID', 'Aid'), ('RETREAT', 'Withdrawal or release'), ('REQUEST', 'Request or appeal'), ('REJECT', 'Rejection'), ('ACCUSE', 'Accusation or charge'), ('THREATEN', 'Threat or warning'), ('PROTEST', 'Protest'), ('SANCTION', 'Sanction'), ('MOBILIZE', 'Mobilisation'), ('COERCE', 'Arrest or coercion'), ('ASSAULT', 'Attack'), ('ELECT', 'Election or vote'), ('LEGISLATE', 'Law, resolution or ruling'), ('APPOINT', 'Taking or leaving office'), ('DISASTER', 'Disaster or accident'), ('DEATH', 'Death'), ('ECONOMY', 'Economy and business'), ('LAUNCH', 'Opening, release or start'), ('STATEMENT', 'Statement'), ('OTHER', 'Other')], max_length=12, verbose_name='type'))),
                ('status', models.GeneratedField(db_persist=True, expression=models.Case(models.When(models.Q(('set_status', ''), _negated=True), then=models.F('set_status')), default=models.F('found_status')), output_field=models.CharField(choices=[('occurred', 'occurred'), ('ongoing', 'ongoing'), ('planned', 'planned')], max_length=12, verbose_name='status'))),
                ('search', models.GeneratedField(db_persist=True, expression=django.contrib.postgres.search.SearchVector('search_terms', config='simple'), output_field=django.contrib.postgres.search.SearchVectorField())),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('updated_at', models.DateTimeField(auto_now=True)),
                ('added_by', models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('merged_into', models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='merged', to='events.event')),
                ('found_place', models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='found_events', to='events.place')),
                ('set_place', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='set_events', to='events.place', verbose_name='place')),
            ],
            options={
                'verbose_name': 'event',
                'verbose_name_plural': 'events',
                'ordering': ['first_day', 'last_day', 'id'],
                'permissions': [('publish_event', 'Can publish and hide events')],
            },
        ),
        migrations.CreateModel(
            name='Decision',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('action', models.CharField(choices=[('add', 'added by hand'), ('edit', 'edited'), ('publish', 'published'), ('hide', 'hidden'), ('withdraw', 'taken back to proposals'), ('merge', 'merged'), ('detach', 'source detached')], max_length=10, verbose_name='decision')),
                ('before', models.JSONField(default=dict, verbose_name='before')),
                ('after', models.JSONField(default=dict, verbose_name='after')),
                ('at', models.DateTimeField(auto_now_add=True, verbose_name='time')),
                ('editor', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='editor')),
                ('event', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='decisions', to='events.event', verbose_name='event')),
            ],
            options={
                'verbose_name': 'decision',
                'verbose_name_plural': 'decisions',
                'ordering': ['-at', '-id'],
            },
        ),
        migrations.CreateModel(
            name='ExtractionRun',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('engine_version', models.CharField(max_length=40, verbose_name='engine version')),
                ('language', models.CharField(blank=True, max_length=8, verbose_name='language')),
                ('started_at', models.DateTimeField(default=django.utils.timezone.now, verbose_name='started')),
                ('finished_at', models.DateTimeField(blank=True, null=True, verbose_name='finished')),
                ('outcome', models.CharField(choices=[('running', 'running'), ('done', 'done'), ('failed', 'failed'), ('abandoned', 'abandoned')], default='running', max_length=12, verbose_name='outcome')),
                ('error', models.TextField(blank=True, verbose_name='error')),
                ('current', models.BooleanField(default=False, help_text='The run whose events and dates the article shows.', verbose_name='current')),
                ('article', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='runs', to='events.article', verbose_name='article')),
            ],
            options={
                'verbose_name': 'extraction run',
                'verbose_name_plural': 'extraction runs',
                'ordering': ['-started_at'],
            },
        ),
        migrations.CreateModel(
            name='Source',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('title', models.CharField(max_length=200, verbose_name='title')),
                ('edtf', models.CharField(max_length=64, verbose_name='date')),
                ('first_day', models.DateField(null=True)),
                ('last_day', models.DateField(null=True)),
                ('precision', models.CharField(choices=[('minute', 'minute'), ('day', 'day'), ('week', 'week'), ('month', 'month'), ('season', 'season, quarter or half'), ('year', 'year'), ('decade', 'decade'), ('century', 'century'), ('interval', 'interval')], max_length=12)),
                ('basis', models.CharField(choices=[('explicit', 'written out in the text'), ('relative', 'counted from the publication date'), ('anaphoric', 'counted from another date in the text'), ('vague', 'a window, not a date'), ('publication', 'the publication date: the text gives none'), ('editor', 'set by an editor')], max_length=12, verbose_name='basis')),
                ('anchor', models.CharField(blank=True, max_length=64, verbose_name='anchor')),
                ('type', models.CharField(choices=[('AGREE', 'Agreement'), ('CONSULT', 'Meeting or talks'), ('SUPPORT', 'Support'), ('CONCEDE', 'Concession'), ('COOPERATE', 'Cooperation'), ('AID', 'Aid'), ('RETREAT', 'Withdrawal or release'), ('REQUEST', 'Request or appeal'), ('REJECT', 'Rejection'), ('ACCUSE', 'Accusation or charge'), ('THREATEN', 'Threat or warning'), ('PROTEST', 'Protest'), ('SANCTION', 'Sanction'), ('MOBILIZE', 'Mobilisation'), ('COERCE', 'Arrest or coercion'), ('ASSAULT', 'Attack'), ('ELECT', 'Election or vote'), ('LEGISLATE', 'Law, resolution or ruling'), ('APPOINT', 'Taking or leaving office'), ('DISASTER', 'Disaster or accident'), ('DEATH', 'Death'), ('ECONOMY', 'Economy and business'), ('LAUNCH', 'Opening, release or start'), ('STATEMENT', 'Statement'), ('OTHER', 'Other')], max_length=12, verbose_name='type')),
                ('status', models.CharField(choices=[('occurred', 'occurred'), ('ongoing', 'ongoing'), ('planned', 'planned')], max_length=12, verbose_name='status')),
                ('confidence', models.FloatField(verbose_name='confidence')),
                ('salience', models.FloatField(verbose_name='salience')),
                ('link_reason', models.JSONField(default=dict, help_text='Why linking joined this article to the event.')),
                ('stale', models.BooleanField(default=False, help_text='A later run no longer finds it; kept because an editor worked on the event.')),
                ('article', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='sources', to='events.article', verbose_name='article')),
                ('event', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='sources', to='events.event', verbose_name='event')),
                ('place', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='sources', to='events.place')),
                ('run', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='sources', to='events.extractionrun')),
            ],
            options={
                'verbose_name': 'source',
                'verbose_name_plural': 'sources',
                'ordering': ['article__publication_date', 'id'],
            },
        ),
        migrations.CreateModel(
            name='Participation',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('role', models.CharField(default='actor', max_length=12, verbose_name='role')),
                ('name', models.CharField(max_length=300, verbose_name='name in the text')),
                ('actor', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='participations', to='events.actor')),
                ('source', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='participations', to='events.source')),
            ],
            options={
                'verbose_name': 'participation',
                'verbose_name_plural': 'participations',
                'ordering': ['id'],
            },
        ),
        migrations.CreateModel(
            name='KeptApart',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('event', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='kept_apart', to='events.event')),
                ('source', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='kept_apart', to='events.source')),
            ],
        ),
        migrations.CreateModel(
            name='Tally',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('facet', models.CharField(blank=True, choices=[('', 'all'), ('type', 'type'), ('status', 'status'), ('lang', 'language'), ('actor', 'actor'), ('place', 'place')], max_length=6)),
                ('value', models.CharField(blank=True, max_length=200)),
                ('length', models.SmallIntegerField(choices=[(1, 'a day'), (64, 'a cell')])),
                ('day', models.DateField(help_text="The cell's first.")),
                ('count', models.IntegerField()),
                ('starting', models.IntegerField()),
                ('ending', models.IntegerField()),
                ('open_starting', models.IntegerField()),
                ('open_ending', models.IntegerField()),
            ],
            options={
                'indexes': [models.Index(fields=['facet', 'length', 'day'], include=('value', 'starting', 'ending', 'open_starting', 'open_ending'), name='tally_by_cell')],
                'constraints': [models.UniqueConstraint(fields=('facet', 'value', 'length', 'day'), include=('count', 'starting', 'ending', 'open_starting', 'open_ending'), name='tally_once_a_cell')],
            },
        ),
        migrations.CreateModel(
            name='TimeExpression',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('start', models.PositiveIntegerField()),
                ('end', models.PositiveIntegerField()),
                ('text', models.TextField()),
                ('type', models.CharField(max_length=8)),
                ('value', models.CharField(max_length=64)),
                ('edtf', models.CharField(blank=True, max_length=64)),
                ('basis', models.CharField(blank=True, choices=[('explicit', 'written out in the text'), ('relative', 'counted from the publication date'), ('anaphoric', 'counted from another date in the text'), ('vague', 'a window, not a date'), ('publication', 'the publication date: the text gives none'), ('editor', 'set by an editor')], max_length=12)),
                ('anchor', models.CharField(blank=True, max_length=64)),
                ('rules', models.JSONField(default=list)),
                ('run', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='time_expressions', to='events.extractionrun')),
            ],
            options={
                'verbose_name': 'time expression',
                'verbose_name_plural': 'time expressions',
                'ordering': ['start'],
            },
        ),
        migrations.CreateModel(
            name='Mention',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('start', models.PositiveIntegerField()),
                ('end', models.PositiveIntegerField()),
                ('quote', models.TextField(verbose_name='quote')),
                ('rules', models.JSONField(default=list, verbose_name='rules')),
                ('source', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='mentions', to='events.source')),
                ('time_expression', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='mentions', to='events.timeexpression', verbose_name='time expression')),
            ],
            options={
                'verbose_name': 'mention',
                'verbose_name_plural': 'mentions',
                'ordering': ['start'],
            },
        ),
        migrations.CreateModel(
            name='Timeline',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('slug', models.SlugField(max_length=80, unique=True, verbose_name='address')),
                ('title_ar', models.CharField(blank=True, max_length=200, verbose_name='title (Arabic)')),
                ('title_en', models.CharField(blank=True, max_length=200, verbose_name='title (English)')),
                ('introduction_ar', models.TextField(blank=True, verbose_name='introduction (Arabic)')),
                ('introduction_en', models.TextField(blank=True, verbose_name='introduction (English)')),
                ('filter', models.JSONField(blank=True, default=dict, help_text='As in an address: {"type": ["AGREE"], "actor": ["RUS"], "q": "…", "from": "2020-01-01"}', verbose_name='filter')),
                ('is_published', models.BooleanField(default=False, verbose_name='published')),
            ],
            options={
                'verbose_name': 'timeline',
                'verbose_name_plural': 'timelines',
                'ordering': ['slug'],
                'constraints': [models.CheckConstraint(condition=models.Q(('title_ar', ''), ('title_en', ''), _negated=True), name='timeline_has_title')],
            },
        ),
        migrations.CreateModel(
            name='Era',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('title_ar', models.CharField(blank=True, max_length=120, verbose_name='title (Arabic)')),
                ('title_en', models.CharField(blank=True, max_length=120, verbose_name='title (English)')),
                ('edtf', models.CharField(help_text='For example 2020-03/2021-06 or 2022/..', max_length=60, verbose_name='from and to (EDTF)')),
                ('first_day', models.DateField(editable=False, null=True)),
                ('last_day', models.DateField(editable=False, null=True)),
                ('colour', models.CharField(choices=[('sand', 'sand'), ('sky', 'sky'), ('leaf', 'leaf'), ('rose', 'rose')], default='sand', max_length=4, verbose_name='colour')),
                ('timeline', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='eras', to='events.timeline', verbose_name='timeline')),
            ],
            options={
                'verbose_name': 'era',
                'verbose_name_plural': 'eras',
                'ordering': [models.OrderBy(models.F('first_day'), nulls_first=True), 'pk'],
            },
        ),
        migrations.CreateModel(
            name='Curation',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('before', models.JSONField(default=dict, verbose_name='before')),
                ('after', models.JSONField(default=dict, verbose_name='after')),
                ('at', models.DateTimeField(auto_now_add=True, verbose_name='time')),
                ('editor', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='editor')),
                ('timeline', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='curations', to='events.timeline', verbose_name='timeline')),
            ],
            options={
                'verbose_name': 'change of a timeline',
                'verbose_name_plural': 'changes of timelines',
                'ordering': ['-at', '-id'],
            },
        ),
        migrations.CreateModel(
            name='Cover',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('picture', models.BinaryField()),
                ('digest', models.CharField(db_index=True, max_length=64)),
                ('width', models.PositiveSmallIntegerField()),
                ('height', models.PositiveSmallIntegerField()),
                ('alt_ar', models.CharField(blank=True, max_length=250, verbose_name='what the picture shows (Arabic)')),
                ('alt_en', models.CharField(blank=True, max_length=250, verbose_name='what the picture shows (English)')),
                ('timeline', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='cover', to='events.timeline', verbose_name='timeline')),
            ],
            options={
                'verbose_name': 'cover picture',
                'verbose_name_plural': 'cover pictures',
            },
        ),
        migrations.CreateModel(
            name='TimelinePick',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(choices=[('pinned', 'always shown, first of all'), ('hidden', 'never shown')], default='pinned', max_length=6, verbose_name='what for')),
                ('event', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='picks', to='events.event', verbose_name='event')),
                ('timeline', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='picks', to='events.timeline', verbose_name='timeline')),
            ],
            options={
                'verbose_name': 'hand-picked event',
                'verbose_name_plural': 'hand-picked events',
                'ordering': ['kind', 'pk'],
            },
        ),
        migrations.AddConstraint(
            model_name='extractionrun',
            constraint=models.UniqueConstraint(condition=models.Q(('outcome', 'running')), fields=('article',), name='run_one_live_per_article'),
        ),
        migrations.AddConstraint(
            model_name='extractionrun',
            constraint=models.UniqueConstraint(condition=models.Q(('current', True)), fields=('article',), name='run_one_current_per_article'),
        ),
        migrations.AddConstraint(
            model_name='extractionrun',
            constraint=models.CheckConstraint(condition=models.Q(('outcome__in', ['running', 'done', 'failed', 'abandoned'])), name='run_outcome_known'),
        ),
        migrations.AddConstraint(
            model_name='extractionrun',
            constraint=models.CheckConstraint(condition=models.Q(('outcome', 'running'), ('finished_at__isnull', False), _connector='XOR'), name='run_finished_has_time'),
        ),
        migrations.AddConstraint(
            model_name='extractionrun',
            constraint=models.CheckConstraint(condition=models.Q(('current', False), ('outcome', 'done'), _connector='OR'), name='run_current_is_done'),
        ),
        migrations.AddIndex(
            model_name='article',
            index=models.Index(condition=models.Q(('state__in', ['queued', 'extracting'])), fields=['state', 'queued_at'], name='article_unfinished'),
        ),
        migrations.AddConstraint(
            model_name='article',
            constraint=models.UniqueConstraint(fields=('content_hash',), name='article_pasted_once'),
        ),
        migrations.AddConstraint(
            model_name='article',
            constraint=models.CheckConstraint(condition=models.Q(('body__regex', '\\S')), name='article_body_not_blank'),
        ),
        migrations.AddConstraint(
            model_name='article',
            constraint=models.CheckConstraint(condition=models.Q(('state__in', ['queued', 'extracting', 'done', 'failed'])), name='article_state_known'),
        ),
        migrations.AddConstraint(
            model_name='article',
            constraint=models.CheckConstraint(condition=models.Q(('state', 'failed'), ('failure', ''), _connector='XOR'), name='article_failed_has_reason'),
        ),
        migrations.AddIndex(
            model_name='event',
            index=models.Index(fields=['visibility', 'first_day'], name='event_by_first_day'),
        ),
        migrations.AddIndex(
            model_name='event',
            index=django.contrib.postgres.indexes.GinIndex(fields=['found_actors'], name='event_by_actors'),
        ),
        migrations.AddIndex(
            model_name='event',
            index=models.Index(condition=models.Q(('visibility', 'published')), fields=['type', 'first_day'], include=('days', 'status', 'found_languages', 'found_actors', 'salience', 'id'), name='event_shown_by_type'),
        ),
        migrations.AddIndex(
            model_name='event',
            index=models.Index(models.OrderBy(models.F('first_day'), nulls_first=True), models.F('last_day'), models.F('id'), condition=models.Q(('visibility', 'published')), name='event_shown_in_order'),
        ),
        migrations.AddIndex(
            model_name='event',
            index=models.Index(condition=models.Q(('visibility', 'published')), fields=['-salience', 'first_day', 'id'], include=('days', 'type', 'status', 'found_languages', 'found_actors'), name='event_shown_by_salience'),
        ),
        migrations.AddIndex(
            model_name='event',
            index=models.Index(condition=models.Q(('visibility', 'published')), fields=['-updated_at', '-id'], name='event_shown_by_change'),
        ),
        migrations.AddIndex(
            model_name='event',
            index=django.contrib.postgres.indexes.GistIndex(fields=['days'], name='event_by_days'),
        ),
        migrations.AddIndex(
            model_name='event',
            index=django.contrib.postgres.indexes.GistIndex(condition=models.Q(('visibility', 'published')), fields=['days'], include=('middle_day', 'salience', 'first_day', 'id', 'type', 'status', 'found_languages', 'found_actors'), name='event_shown_by_days'),
        ),
        migrations.AddIndex(
            model_name='event',
            index=django.contrib.postgres.indexes.GinIndex(fields=['search'], name='event_by_search'),
        ),
        migrations.AddConstraint(
            model_name='event',
            constraint=models.CheckConstraint(condition=models.Q(('found_first_day__isnull', True), ('found_last_day__isnull', True), ('found_first_day__lte', models.F('found_last_day')), _connector='OR'), name='event_found_first_day_not_after_last'),
        ),
        migrations.AddConstraint(
            model_name='event',
            constraint=models.CheckConstraint(condition=models.Q(('set_first_day__isnull', True), ('set_last_day__isnull', True), ('set_first_day__lte', models.F('set_last_day')), _connector='OR'), name='event_set_first_day_not_after_last'),
        ),
        migrations.AddConstraint(
            model_name='event',
            constraint=models.CheckConstraint(condition=models.Q(('confidence__gte', 0), ('confidence__lte', 1)), name='event_confidence_is_share'),
        ),
        migrations.AddConstraint(
            model_name='event',
            constraint=models.CheckConstraint(condition=models.Q(('salience__gte', 0), ('salience__lte', 1)), name='event_salience_is_share'),
        ),
        migrations.AddConstraint(
            model_name='event',
            constraint=models.CheckConstraint(condition=models.Q(('visibility__in', ['proposed', 'published', 'hidden'])), name='event_visibility_known'),
        ),
        migrations.AddConstraint(
            model_name='event',
            constraint=models.CheckConstraint(condition=models.Q(('merged_into__isnull', True), models.Q(('visibility', 'published'), _negated=True), _connector='OR'), name='event_merged_is_not_shown'),
        ),
        migrations.AddConstraint(
            model_name='event',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('visibility', 'published'), _negated=True), models.Q(('set_edtf', ''), _negated=True), models.Q(('found_edtf', ''), _negated=True), _connector='OR'), name='event_shown_has_date'),
        ),
        migrations.AddConstraint(
            model_name='source',
            constraint=models.CheckConstraint(condition=models.Q(('first_day__isnull', True), ('last_day__isnull', True), ('first_day__lte', models.F('last_day')), _connector='OR'), name='source_first_day_not_after_last'),
        ),
        migrations.AddConstraint(
            model_name='source',
            constraint=models.CheckConstraint(condition=models.Q(('confidence__gte', 0), ('confidence__lte', 1)), name='source_confidence_is_share'),
        ),
        migrations.AddConstraint(
            model_name='source',
            constraint=models.CheckConstraint(condition=models.Q(('salience__gte', 0), ('salience__lte', 1)), name='source_salience_is_share'),
        ),
        migrations.AddConstraint(
            model_name='participation',
            constraint=models.UniqueConstraint(fields=('source', 'actor', 'role'), name='participation_told_once'),
        ),
        migrations.AddConstraint(
            model_name='keptapart',
            constraint=models.UniqueConstraint(fields=('source', 'event'), name='kept_apart_said_once'),
        ),
        migrations.AddConstraint(
            model_name='timeexpression',
            constraint=models.CheckConstraint(condition=models.Q(('start__lt', models.F('end'))), name='time_expression_span_not_empty'),
        ),
        migrations.AddConstraint(
            model_name='mention',
            constraint=models.CheckConstraint(condition=models.Q(('start__lt', models.F('end'))), name='mention_span_not_empty'),
        ),
        migrations.AddConstraint(
            model_name='era',
            constraint=models.CheckConstraint(condition=models.Q(('title_ar', ''), ('title_en', ''), _negated=True), name='era_has_title'),
        ),
        migrations.AddConstraint(
            model_name='era',
            constraint=models.CheckConstraint(condition=models.Q(('colour__in', ['sand', 'sky', 'leaf', 'rose'])), name='era_colour_is_known'),
        ),
        migrations.AddConstraint(
            model_name='era',
            constraint=models.CheckConstraint(condition=models.Q(('first_day__isnull', True), ('last_day__isnull', True), ('first_day__lte', models.F('last_day')), _connector='OR'), name='era_days_in_order'),
        ),
        migrations.AddConstraint(
            model_name='cover',
            constraint=models.CheckConstraint(condition=models.Q(('alt_ar', ''), ('alt_en', ''), _negated=True), name='cover_is_described'),
        ),
        migrations.AddConstraint(
            model_name='cover',
            constraint=models.CheckConstraint(condition=models.Q(('height__gt', 0), ('width__gt', 0)), name='cover_has_size'),
        ),
        migrations.AddConstraint(
            model_name='timelinepick',
            constraint=models.UniqueConstraint(fields=('timeline', 'event'), name='pick_once_a_timeline', violation_error_message='This event is pinned or hidden already.'),
        ),
        migrations.AddConstraint(
            model_name='timelinepick',
            constraint=models.CheckConstraint(condition=models.Q(('kind__in', ['pinned', 'hidden'])), name='pick_kind_is_known'),
        ),
        *INVARIANTS,
        counting(FACETS),
    ]
