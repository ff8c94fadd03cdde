"""Triggers that enforce invariants over several tables.

Deferred ones are checked at the end of the transaction, so that they may be violated in between.
"""

from django.db import migrations

SPAN_INSIDE_BODY = """
CREATE FUNCTION newsdesk_check_mention() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM 1 FROM events_source s JOIN events_article a ON a.id = s.article_id
     WHERE s.id = NEW.source_id AND substr(a.body, NEW.start + 1, NEW."end" - NEW.start) = NEW.quote;
    IF NOT FOUND THEN
        RAISE EXCEPTION 'mention [%, %) does not quote the body of its article', NEW.start, NEW."end"
            USING ERRCODE = 'check_violation', CONSTRAINT = 'mention_quotes_body';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER mention_quotes_body BEFORE INSERT OR UPDATE OF start, "end", quote, source_id ON events_mention
    FOR EACH ROW EXECUTE FUNCTION newsdesk_check_mention();

CREATE FUNCTION newsdesk_check_time_expression() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM 1 FROM events_extractionrun r JOIN events_article a ON a.id = r.article_id
     WHERE r.id = NEW.run_id AND substr(a.body, NEW.start + 1, NEW."end" - NEW.start) = NEW.text;
    IF NOT FOUND THEN
        RAISE EXCEPTION 'time expression [%, %) does not quote the body of its article', NEW.start, NEW."end"
            USING ERRCODE = 'check_violation', CONSTRAINT = 'time_expression_quotes_body';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER time_expression_quotes_body BEFORE INSERT OR UPDATE OF start, "end", text, run_id
    ON events_timeexpression FOR EACH ROW EXECUTE FUNCTION newsdesk_check_time_expression();
"""

BODY_NEVER_CHANGES = """
CREATE FUNCTION newsdesk_keep_body() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'the body of article % cannot change: its quotes point into it', OLD.id
        USING ERRCODE = 'check_violation', CONSTRAINT = 'article_body_never_changes';
END $$;
CREATE TRIGGER article_body_never_changes BEFORE UPDATE OF body ON events_article
    FOR EACH ROW WHEN (OLD.body IS DISTINCT FROM NEW.body) EXECUTE FUNCTION newsdesk_keep_body();
"""

SHOWN_HAS_EVIDENCE = """
CREATE FUNCTION newsdesk_check_evidence(event_id bigint) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    PERFORM 1 FROM events_event e
     WHERE e.id = event_id AND e.visibility = 'published' AND e.added_by_id IS NULL
       AND NOT EXISTS (SELECT 1 FROM events_source s WHERE s.event_id = e.id);
    IF FOUND THEN
        RAISE EXCEPTION 'event % is shown without evidence or an editor behind it', event_id
            USING ERRCODE = 'check_violation', CONSTRAINT = 'event_shown_has_evidence';
    END IF;
END $$;
CREATE FUNCTION newsdesk_event_written() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM newsdesk_check_evidence(NEW.id);
    RETURN NULL;
END $$;
CREATE FUNCTION newsdesk_source_taken() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM newsdesk_check_evidence(OLD.event_id);
    RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER event_shown_has_evidence AFTER INSERT OR UPDATE OF visibility, added_by_id ON events_event
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION newsdesk_event_written();
CREATE CONSTRAINT TRIGGER source_leaves_shown_event AFTER DELETE OR UPDATE OF event_id ON events_source
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION newsdesk_source_taken();
"""


INVARIANTS = [
    migrations.RunSQL(
        SPAN_INSIDE_BODY,
        """
        DROP TRIGGER mention_quotes_body ON events_mention;
        DROP TRIGGER time_expression_quotes_body ON events_timeexpression;
        DROP FUNCTION newsdesk_check_mention, newsdesk_check_time_expression;
        """,
    ),
    migrations.RunSQL(
        BODY_NEVER_CHANGES,
        """
        DROP TRIGGER article_body_never_changes ON events_article;
        DROP FUNCTION newsdesk_keep_body;
        """,
    ),
    migrations.RunSQL(
        SHOWN_HAS_EVIDENCE,
        """
        DROP TRIGGER event_shown_has_evidence ON events_event;
        DROP TRIGGER source_leaves_shown_event ON events_source;
        DROP FUNCTION newsdesk_event_written, newsdesk_source_taken, newsdesk_check_evidence(bigint);
        """,
    ),
]
