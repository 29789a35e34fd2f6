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
-- stands in `removals`. Whoever gives `revisions` another column lays the first of these anew.
DROP TRIGGER revisions_no_update;
DROP TRIGGER revisions_no_delete;
DROP TRIGGER reviews_no_delete;
DROP TRIGGER retractions_no_delete;
DROP TRIGGER undos_no_delete;
CREATE TRIGGER revisions_no_update BEFORE UPDATE ON revisions
WHEN NOT (
    NEW.poster_name = '[erased]' AND NEW.poster_email = 'erased@erased.invalid'
    AND NEW.id IS OLD.id AND NEW.meeting_id IS OLD.meeting_id AND NEW.number IS OLD.number
    AND NEW.group_slug IS OLD.group_slug AND NEW.title IS OLD.title AND NEW.starts_at IS OLD.starts_at
    AND NEW.ends_at IS OLD.ends_at AND NEW.details IS OLD.details AND NEW.source IS OLD.source
    AND NEW.created_at IS OLD.created_at AND NEW.base_revision IS OLD.base_revision
    AND NEW.language IS OLD.language AND NEW.sent_by IS OLD.sent_by
)
BEGIN SELECT RAISE(ABORT, 'revisions are append-only'); END;
CREATE TRIGGER revisions_no_delete BEFORE DELETE ON revisions
WHEN NOT EXISTS (SELECT 1 FROM removals WHERE meeting_id = OLD.meeting_id)
    OR EXISTS (SELECT 1 FROM changes WHERE subject = OLD.meeting_id)
BEGIN SELECT RAISE(ABORT, 'revisions are append-only'); END;
CREATE TRIGGER reviews_no_delete BEFORE DELETE ON reviews
WHEN NOT EXISTS (
    SELECT 1 FROM revisions JOIN removals ON removals.meeting_id = revisions.meeting_id
    WHERE revisions.id = OLD.revision_id
        AND NOT EXISTS (SELECT 1 FROM changes WHERE subject = revisions.meeting_id)
)
BEGIN SELECT RAISE(ABORT, 'reviews are append-only'); END;
CREATE TRIGGER retractions_no_delete BEFORE DELETE ON retractions
WHEN NOT EXISTS (
    SELECT 1 FROM revisions JOIN removals ON removals.meeting_id = revisions.meeting_id
    WHERE revisions.id = OLD.revision_id
        AND NOT EXISTS (SELECT 1 FROM changes WHERE subject = revisions.meeting_id)
)
BEGIN SELECT RAISE(ABORT, 'retractions are append-only'); END;
CREATE TRIGGER undos_no_delete BEFORE DELETE ON undos
WHEN NOT EXISTS (SELECT 1 FROM removals WHERE meeting_id = OLD.meeting_id)
    OR EXISTS (SELECT 1 FROM changes WHERE subject = OLD.meeting_id)
BEGIN SELECT RAISE(ABORT, 'undos are append-only'); END;
CREATE TRIGGER removals_no_update BEFORE UPDATE ON removals BEGIN SELECT RAISE(ABORT, 'removals are append-only'); END;
CREATE TRIGGER removals_no_delete BEFORE DELETE ON removals BEGIN SELECT RAISE(ABORT, 'removals are append-only'); END;
