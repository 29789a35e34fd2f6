-- Who decides: people, and the two programs that act without anybody. Names that decided before people
-- were kept are people of their own, known by nothing but the name that was typed.
ALTER TABLE people ADD COLUMN kind TEXT NOT NULL DEFAULT 'secretary';
INSERT INTO people (id, email, name, created_at, kind) VALUES
    ('00000000-0000-0000-0000-000000000001', NULL, 'Import', CURRENT_TIMESTAMP, 'importer'),
    ('00000000-0000-0000-0000-000000000002', NULL, 'Calendar', CURRENT_TIMESTAMP, 'system');
INSERT INTO people (id, email, name, created_at, kind)
SELECT gen_random_uuid()::TEXT, NULL, reviewer_name, min(created_at), 'name-only'
FROM (
    SELECT reviewer_name, reviews.created_at FROM reviews
    JOIN revisions ON revisions.id = reviews.revision_id
    WHERE NOT (reviewer_name = 'Import' AND revisions.source = 'import')
    UNION ALL SELECT reviewer_name, created_at FROM withdrawals
) AS deciders
GROUP BY reviewer_name;

-- Reviews and withdrawals name who decided by their row.
DROP TRIGGER reviews_append_only ON reviews;
ALTER TABLE reviews ADD COLUMN decided_by TEXT REFERENCES people (id);
UPDATE reviews SET decided_by = people.id
FROM revisions, people
WHERE revisions.id = reviews.revision_id
    AND people.name = reviewer_name
    AND people.kind = CASE WHEN reviewer_name = 'Import' AND revisions.source = 'import'
        THEN 'importer' ELSE 'name-only' END;
ALTER TABLE reviews ALTER COLUMN decided_by SET NOT NULL;
ALTER TABLE reviews DROP COLUMN reviewer_name;

DROP TRIGGER withdrawals_append_only ON withdrawals;
ALTER TABLE withdrawals ADD COLUMN decided_by TEXT REFERENCES people (id);
UPDATE withdrawals SET decided_by = people.id
FROM people
WHERE people.name = reviewer_name AND people.kind = 'name-only';
ALTER TABLE withdrawals ALTER COLUMN decided_by SET NOT NULL;
ALTER TABLE withdrawals DROP COLUMN reviewer_name;

-- What a revision started from (nothing for the first, and for those sent before this was kept), the
-- language of the page that its poster read, and who of the desk sent it.
ALTER TABLE revisions ADD COLUMN base_revision TEXT REFERENCES revisions (id);
ALTER TABLE revisions ADD COLUMN language TEXT;
ALTER TABLE revisions ADD COLUMN sent_by TEXT REFERENCES people (id);
ALTER TABLE drafts ADD COLUMN base_revision TEXT REFERENCES revisions (id);
ALTER TABLE drafts ADD COLUMN language TEXT;

-- What posters took back before it was decided. Appended, never rewritten.
CREATE TABLE retractions (
    revision_id TEXT NOT NULL PRIMARY KEY REFERENCES revisions (id),
    created_at TIMESTAMP NOT NULL
);

-- What has to be told, written in the transaction of what it tells of.
CREATE TABLE outbox (
    id TEXT NOT NULL PRIMARY KEY,
    kind TEXT NOT NULL,
    meeting_id TEXT NOT NULL REFERENCES meetings (id),
    revision_id TEXT NOT NULL REFERENCES revisions (id),
    review_id TEXT REFERENCES reviews (id),
    recipient TEXT NOT NULL,
    language TEXT NOT NULL,
    payload TEXT NOT NULL,
    created_at TIMESTAMP NOT NULL,
    sent_at TIMESTAMP
);
CREATE INDEX outbox_sent ON outbox (sent_at, created_at);

CREATE TRIGGER reviews_append_only BEFORE UPDATE OR DELETE ON reviews FOR EACH ROW EXECUTE FUNCTION refuse_rewriting();
CREATE TRIGGER withdrawals_append_only BEFORE UPDATE OR DELETE ON withdrawals FOR EACH ROW EXECUTE FUNCTION refuse_rewriting();
CREATE TRIGGER retractions_append_only BEFORE UPDATE OR DELETE ON retractions FOR EACH ROW EXECUTE FUNCTION refuse_rewriting();
-- TRUNCATE asks no trigger of a row.
CREATE TRIGGER revisions_no_truncate BEFORE TRUNCATE ON revisions FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewriting();
CREATE TRIGGER reviews_no_truncate BEFORE TRUNCATE ON reviews FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewriting();
CREATE TRIGGER withdrawals_no_truncate BEFORE TRUNCATE ON withdrawals FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewriting();
CREATE TRIGGER retractions_no_truncate BEFORE TRUNCATE ON retractions FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewriting();
CREATE TRIGGER changes_no_truncate BEFORE TRUNCATE ON changes FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewriting();
