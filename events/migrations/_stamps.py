"""When an event was published and when readers last saw it change: kept by the database, so that no write forgets it.

``published_at`` is set exactly while the event is published; a write that publishes may give it, or the present is
taken.  ``updated_at`` moves when one of the columns that readers see, of found and set ones together, has another value
than before, and at no other write: not when a run reads the same again, nor when search terms are folded anew.
"""

from django.db import migrations

#: What readers see of an event's own columns; quotes are told by ``desk.changed``.
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
