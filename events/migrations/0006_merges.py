"""Merges are kept with all that it takes to undo them, and the database keeps their tree in order."""

import django.contrib.postgres.fields
import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models

from events.migrations._old_merges import keep_old_merges

TREE = """
CREATE FUNCTION newsdesk_check_merged() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM 1 FROM events_event e JOIN events_event root ON root.id = e.merged_into_id
     WHERE NEW.id IN (e.id, root.id) AND root.merged_into_id IS NOT NULL;
    IF FOUND THEN
        RAISE EXCEPTION 'event % is merged into one that is itself merged', NEW.id
            USING ERRCODE = 'check_violation', CONSTRAINT = 'event_merged_into_a_root';
    END IF;
    PERFORM newsdesk_check_home(s.id) FROM events_source s WHERE s.home_id = NEW.id;
    RETURN NULL;
END $$;
CREATE FUNCTION newsdesk_check_home(source_id bigint) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    PERFORM 1 FROM events_source s JOIN events_event home ON home.id = s.home_id
     WHERE s.id = source_id AND home.merged_into_id IS DISTINCT FROM s.event_id;
    IF FOUND THEN
        RAISE EXCEPTION 'source % tells another event than its home is merged into', source_id
            USING ERRCODE = 'check_violation', CONSTRAINT = 'source_home_is_merged_into_its_event';
    END IF;
END $$;
CREATE FUNCTION newsdesk_source_moved() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM newsdesk_check_home(NEW.id);
    RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER event_merged_into_a_root AFTER UPDATE OF merged_into_id ON events_event
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (OLD.merged_into_id IS DISTINCT FROM NEW.merged_into_id)
    EXECUTE FUNCTION newsdesk_check_merged();
CREATE CONSTRAINT TRIGGER source_home_is_merged_into_its_event AFTER INSERT OR UPDATE OF event_id, home_id
    ON events_source DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NEW.home_id IS NOT NULL)
    EXECUTE FUNCTION newsdesk_source_moved();
"""
NO_TREE = """
DROP TRIGGER event_merged_into_a_root ON events_event;
DROP TRIGGER source_home_is_merged_into_its_event ON events_source;
DROP FUNCTION newsdesk_check_merged, newsdesk_source_moved, newsdesk_check_home(bigint);
"""


class Migration(migrations.Migration):

    dependencies = [
        ('events', '0005_named_by_editor'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name='source',
            name='home',
            field=models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='away', to='events.event'),
        ),
        migrations.AddField(
            model_name='timelinepick',
            name='through_merge',
            field=models.BooleanField(default=False, editable=False, help_text='Pinned in place of an event that was merged into it, until it leaves.'),
        ),
        migrations.AlterField(
            model_name='timelinepick',
            name='event',
            field=models.ForeignKey(limit_choices_to={'merged_into': None}, on_delete=django.db.models.deletion.CASCADE, related_name='picks', to='events.event', verbose_name='event'),
        ),
        migrations.AlterField(
            model_name='decision',
            name='action',
            field=models.CharField(choices=[('add', 'added by hand'), ('edit', 'edited'), ('publish', 'published'), ('hide', 'hidden'), ('withdraw', 'taken back to proposals'), ('merge', 'merged'), ('unmerge', 'unmerged'), ('detach', 'source detached'), ('accept', 'source accepted'), ('refuse', 'source refused')], max_length=10, verbose_name='decision'),
        ),
        migrations.CreateModel(
            name='Merge',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('at', models.DateTimeField(default=django.utils.timezone.now, verbose_name='time')),
                ('visibility', models.CharField(choices=[('proposed', 'proposed'), ('published', 'published'), ('hidden', 'hidden')], help_text="The event's own, which it gets back.", max_length=10)),
                ('published_at', models.DateTimeField(help_text='Since when readers saw the event, which it gets back.', null=True)),
                ('articles', django.contrib.postgres.fields.ArrayField(base_field=models.BigIntegerField(), default=list, help_text='Numbers of articles that told the event, or one merged into it, and not the survivor: whatever a later run reads of it in them belongs to the event.', size=None)),
                ('took', models.JSONField(default=dict, help_text='Words of the survivor that this merge changed: {"title_en": {"before", "after", "of"}, "date": …}.')),
                ('undone_at', models.DateTimeField(null=True)),
                ('editor', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='editor')),
                ('event', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='merges', to='events.event', verbose_name='event')),
                ('survivor', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='absorbed', to='events.event', verbose_name='merged into')),
                ('undone_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': 'merge',
                'verbose_name_plural': 'merges',
                'ordering': ['at', 'id'],
                'constraints': [models.UniqueConstraint(condition=models.Q(('undone_at', None)), fields=('event',), name='merge_live_once_an_event'), models.CheckConstraint(condition=models.Q(('event', models.F('survivor')), _negated=True), name='merge_not_into_itself'), models.CheckConstraint(condition=models.Q(('visibility__in', ['proposed', 'published', 'hidden'])), name='merge_visibility_known')],
            },
        ),
        migrations.RunPython(keep_old_merges, migrations.RunPython.noop),
        migrations.RunSQL(TREE, NO_TREE),
    ]
