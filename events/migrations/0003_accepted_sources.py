"""A source of a published event is shown once an editor has accepted it; those that are shown already are accepted.

What readers see is the same before and after.
"""

import django.contrib.postgres.fields
import django.db.models.deletion
from django.db import migrations, models

from events.migrations._invariants import SHOWN_HAS_EVIDENCE

ACCEPT = """
    UPDATE events_source AS s SET accepted_at = now()
      FROM events_event AS e WHERE e.id = s.event_id AND e.visibility = 'published';
    UPDATE events_source AS s SET place_name = coalesce(p.names ->> a.language, '')
      FROM events_place AS p, events_article AS a WHERE p.id = s.place_id AND a.id = s.article_id;
    UPDATE events_extractionrun AS r SET shown = true
     WHERE r.current
       AND EXISTS (SELECT FROM events_source s WHERE s.article_id = r.article_id AND s.accepted_at IS NOT NULL);
    UPDATE events_actor SET found_names = names;
    UPDATE events_place SET found_names = names;
    SET CONSTRAINTS ALL IMMEDIATE;
    SET CONSTRAINTS ALL DEFERRED;
"""
EVIDENCE = """
    CREATE OR REPLACE FUNCTION newsdesk_check_evidence(event_id bigint) RETURNS void LANGUAGE plpgsql AS $$
    BEGIN
        PERFORM 1 FROM events_event e
         WHERE e.id = event_id AND e.visibility = 'published' AND e.added_by_id IS NULL
           AND NOT EXISTS (SELECT 1 FROM events_source s WHERE s.event_id = e.id AND s.accepted_at IS NOT NULL);
        IF FOUND THEN
            RAISE EXCEPTION 'event % is shown without evidence that an editor accepted, or an editor behind it', event_id
                USING ERRCODE = 'check_violation', CONSTRAINT = 'event_shown_has_evidence';
        END IF;
    END $$;
    DROP TRIGGER source_leaves_shown_event ON events_source;
    CREATE CONSTRAINT TRIGGER source_leaves_shown_event AFTER DELETE OR UPDATE OF event_id, accepted_at
        ON events_source DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION newsdesk_source_taken();
"""
# What is pending is nothing that the earlier program knows: it would be shown.
TAKE_BACK = """
    DELETE FROM events_source WHERE revises_id IS NOT NULL;
    SET CONSTRAINTS ALL IMMEDIATE;
    DROP TRIGGER event_shown_has_evidence ON events_event;
    DROP TRIGGER source_leaves_shown_event ON events_source;
    DROP FUNCTION newsdesk_event_written, newsdesk_source_taken, newsdesk_check_evidence(bigint);
""" + SHOWN_HAS_EVIDENCE


class Migration(migrations.Migration):

    dependencies = [
        ('events', '0002_outlets_places_editions'),
    ]

    operations = [
        migrations.AddField(
            model_name='actor',
            name='found_names',
            field=models.JSONField(default=dict, editable=False),
        ),
        migrations.AddField(
            model_name='place',
            name='found_names',
            field=models.JSONField(default=dict, editable=False),
        ),
        migrations.AddField(
            model_name='source',
            name='accepted_at',
            field=models.DateTimeField(editable=False, help_text='When an editor let it through as it stands.', null=True, verbose_name='accepted'),
        ),
        migrations.AddField(
            model_name='source',
            name='gone',
            field=models.BooleanField(default=False, editable=False, help_text='Accepted, but the latest run no longer finds it; an editor decides.'),
        ),
        migrations.AddField(
            model_name='source',
            name='place_name',
            field=models.CharField(blank=True, help_text='What this article calls the place.', max_length=300),
        ),
        migrations.AddField(
            model_name='source',
            name='refused',
            field=django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=64), default=list, editable=False, help_text='Digests of readings that an editor refused, so that they are not proposed again.', size=None),
        ),
        migrations.AddField(
            model_name='source',
            name='revises',
            field=models.OneToOneField(editable=False, help_text='The accepted source that the latest run reads like this.', null=True, on_delete=django.db.models.deletion.CASCADE, related_name='revision', to='events.source'),
        ),
        migrations.AddField(
            model_name='extractionrun',
            name='shown',
            field=models.BooleanField(default=False, editable=False, help_text='The first run of which an editor accepted a source: readers see its dates.'),
        ),
        migrations.AddConstraint(
            model_name='extractionrun',
            constraint=models.UniqueConstraint(condition=models.Q(('shown', True)), fields=('article',), name='run_one_shown_per_article'),
        ),
        migrations.AlterField(
            model_name='decision',
            name='action',
            field=models.CharField(choices=[('add', 'added by hand'), ('edit', 'edited'), ('publish', 'published'), ('hide', 'hidden'), ('withdraw', 'taken back to proposals'), ('merge', 'merged'), ('detach', 'source detached'), ('accept', 'source accepted'), ('refuse', 'source refused')], max_length=10, verbose_name='decision'),
        ),
        migrations.AddConstraint(
            model_name='source',
            constraint=models.CheckConstraint(condition=models.Q(('revises__isnull', True), models.Q(('accepted_at__isnull', True), ('gone', False)), _connector='OR'), name='source_revision_is_pending'),
        ),
        migrations.AddConstraint(
            model_name='source',
            constraint=models.CheckConstraint(condition=models.Q(('accepted_at__isnull', False), models.Q(('gone', False), ('refused', [])), _connector='OR'), name='source_gone_was_accepted'),
        ),
        migrations.RunSQL(ACCEPT, migrations.RunSQL.noop),
        migrations.AddIndex(
            model_name='source',
            index=models.Index(condition=models.Q(('accepted_at__isnull', True), ('gone', True), _connector='OR'), fields=['event'], name='source_waiting'),
        ),
        migrations.RunSQL(EVIDENCE, TAKE_BACK),
    ]
