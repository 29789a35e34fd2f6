-- What the form noticed of how it was filled in: when its first page was opened, and whether a field
-- was filled that people do not see (1). For the desk alone, as long as the draft is kept; it refuses
-- nobody. Nothing for what was begun before this was kept.
ALTER TABLE drafts ADD COLUMN opened_at TIMESTAMP;
ALTER TABLE drafts ADD COLUMN hidden_filled INTEGER;
CREATE INDEX drafts_sent ON drafts (sent_revision);

-- How many entries came lately, and what was mailed to one address.
CREATE INDEX revisions_created ON revisions (created_at);
CREATE INDEX outbox_recipient ON outbox (lower(recipient), created_at);

-- What still names somebody, for whoever looks hourly whether it does so for too long.
CREATE INDEX revisions_named ON revisions (created_at)
    WHERE poster_email <> 'erased@erased.invalid' AND source <> 'import';
CREATE INDEX outbox_named ON outbox (created_at) WHERE recipient <> 'erased@erased.invalid';

-- Meetings that were rejected as spam, and of which nothing else is kept any more.
CREATE TABLE removals (
    meeting_id TEXT NOT NULL PRIMARY KEY,
    reference TEXT NOT NULL,
    created_at TIMESTAMP NOT NULL
);

-- What was said stays append-only, with two exceptions. Whose it was may be taken away, for good and
-- by the one reserved name and address. And what was never published goes with its meeting once that
-- stands in `removals`.
CREATE FUNCTION refuse_rewriting_revisions() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'DELETE' THEN
        IF EXISTS (SELECT 1 FROM removals WHERE meeting_id = OLD.meeting_id)
            AND NOT EXISTS (SELECT 1 FROM changes WHERE subject = OLD.meeting_id)
        THEN
            RETURN OLD;
        END IF;
    ELSIF NEW.poster_name = '[erased]' AND NEW.poster_email = 'erased@erased.invalid'
        AND to_jsonb(NEW) - 'poster_name' - 'poster_email' = to_jsonb(OLD) - 'poster_name' - 'poster_email'
    THEN
        RETURN NEW;
    END IF;
    RAISE EXCEPTION '% are append-only', TG_TABLE_NAME;
END $$;
CREATE FUNCTION refuse_rewriting_of_meeting() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'DELETE'
        AND EXISTS (SELECT 1 FROM removals WHERE meeting_id = OLD.meeting_id)
        AND NOT EXISTS (SELECT 1 FROM changes WHERE subject = OLD.meeting_id)
    THEN
        RETURN OLD;
    END IF;
    RAISE EXCEPTION '% are append-only', TG_TABLE_NAME;
END $$;
CREATE FUNCTION refuse_rewriting_decisions() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'DELETE' AND EXISTS (
        SELECT 1 FROM revisions JOIN removals ON removals.meeting_id = revisions.meeting_id
        WHERE revisions.id = OLD.revision_id
            AND NOT EXISTS (SELECT 1 FROM changes WHERE subject = revisions.meeting_id)
    ) THEN
        RETURN OLD;
    END IF;
    RAISE EXCEPTION '% are append-only', TG_TABLE_NAME;
END $$;
DROP TRIGGER revisions_append_only ON revisions;
DROP TRIGGER reviews_append_only ON reviews;
DROP TRIGGER retractions_append_only ON retractions;
DROP TRIGGER undos_append_only ON undos;
CREATE TRIGGER revisions_append_only BEFORE UPDATE OR DELETE ON revisions FOR EACH ROW EXECUTE FUNCTION refuse_rewriting_revisions();
CREATE TRIGGER reviews_append_only BEFORE UPDATE OR DELETE ON reviews FOR EACH ROW EXECUTE FUNCTION refuse_rewriting_decisions();
CREATE TRIGGER retractions_append_only BEFORE UPDATE OR DELETE ON retractions FOR EACH ROW EXECUTE FUNCTION refuse_rewriting_decisions();
CREATE TRIGGER undos_append_only BEFORE UPDATE OR DELETE ON undos FOR EACH ROW EXECUTE FUNCTION refuse_rewriting_of_meeting();
CREATE TRIGGER removals_append_only BEFORE UPDATE OR DELETE ON removals FOR EACH ROW EXECUTE FUNCTION refuse_rewriting();
CREATE TRIGGER removals_no_truncate BEFORE TRUNCATE ON removals FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewriting();
