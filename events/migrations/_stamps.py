"""Triggers that set when an event was published and when something that readers see of it last changed.

``published_at`` is set exactly while the event is published; a write that publishes may set it, else it is the present
time.  ``updated_at`` is set when a shown value changes, computed from found and set columns together; not when a run
finds the same again, nor when search terms are made again.
"""

from django.db import migrations

#: The values of an event's own columns that readers see; for quotes ``desk.changed`` sets ``updated_at``.
_SHOWN = """jsonb_build_array(
        {e}.visibility, {e}.found_titles || {e}.set_titles,
        CASE WHEN {e}.set_edtf <> '' THEN jsonb_build_array({e}.set_edtf, {e}.set_precision, 'editor')
             ELSE jsonb_build_array({e}.found_edtf, {e}.found_precision, {e}.found_basis) END,
        coalesce(nullif({e}.set_type, ''), {e}.found_type), coalesce(nullif({e}.set_status, ''), {e}.found_status),
        coalesce({e}.set_place_id, {e}.found_place_id), {e}.found_languages, {e}.found_actors, {e}.found_outlets,
        {e}.source_count, {e}.confidence, {e}.salience)"""

_STAMP = f"""
CREATE FUNCTION newsdesk_stamp() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    present timestamptz := clock_timestamp();
BEGIN
    IF NEW.visibility <> 'published' THEN
        NEW.published_at := NULL;
    ELSIF NEW.published_at IS NULL THEN
        NEW.published_at := present;
    END IF;
    IF TG_OP = 'UPDATE' AND {_SHOWN.format(e="OLD")} IS DISTINCT FROM {_SHOWN.format(e="NEW")} THEN
        NEW.updated_at := greatest(present, OLD.updated_at + interval '1 microsecond');
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER stamp BEFORE INSERT OR UPDATE ON events_event FOR EACH ROW EXECUTE FUNCTION newsdesk_stamp();
"""

#: Of events that were published without a decision (invented ones) nothing better is known than when they came.
_FILL = """
    ALTER TABLE events_event DISABLE TRIGGER tally_update;
    UPDATE events_event AS e
       SET published_at = coalesce(
               (SELECT max(d.at) FROM events_decision AS d WHERE d.event_id = e.id AND d.action = 'publish'),
               e.created_at)
     WHERE e.visibility = 'published';
    ALTER TABLE events_event ENABLE TRIGGER tally_update;
"""

FILL = migrations.RunSQL(_FILL, migrations.RunSQL.noop)
STAMP = migrations.RunSQL(_STAMP, "DROP TRIGGER stamp ON events_event; DROP FUNCTION newsdesk_stamp;")
