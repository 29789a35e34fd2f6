-- Who decides: people, and the two programs that act without anybody. Names that decided before people
-- were kept are people of their own, known by nothing but the name that was typed.
ALTER TABLE people ADD COLUMN kind TEXT NOT NULL DEFAULT 'secretary';
INSERT INTO people (id, email, name, created_at, kind) VALUES
    ('00000000-0000-0000-0000-000000000001', NULL, 'Import', CURRENT_TIMESTAMP, 'importer'),
    ('00000000-0000-0000-0000-000000000002', NULL, 'Calendar', CURRENT_TIMESTAMP, 'system');
INSERT INTO people (id, email, name, created_at, kind)
SELECT lower(hex(randomblob(4)) || '-' || hex(randomblob(2)) || '-4' || substr(hex(randomblob(2)), 2) || '-8'
        || substr(hex(randomblob(2)), 2) || '-' || hex(randomblob(6))),
    NULL, reviewer_name, min(created_at), 'name-only'
FROM (
    SELECT reviewer_name, reviews.created_at FROM reviews
    JOIN revisions ON revisions.id = reviews.revision_id
    WHERE NOT (reviewer_name = 'Import' AND revisions.source = 'import')
    UNION ALL SELECT reviewer_name, created_at FROM withdrawals
) AS deciders
GROUP BY reviewer_name;

-- Reviews and withdrawals name who decided by their row. SQLite cannot add such a column, so the tables
-- are laid anew.
DROP TRIGGER reviews_no_update;
DROP TRIGGER reviews_no_delete;
CREATE TABLE reviews_anew (
    id TEXT NOT NULL PRIMARY KEY,
    revision_id TEXT NOT NULL UNIQUE REFERENCES revisions (id),
    verdict TEXT NOT NULL,
    reason TEXT,
    decided_by TEXT NOT NULL REFERENCES people (id),
    created_at TIMESTAMP NOT NULL
);
INSERT INTO reviews_anew (id, revision_id, verdict, reason, decided_by, created_at)
SELECT reviews.id, revision_id, verdict, reason, people.id, reviews.created_at
FROM reviews
JOIN revisions ON revisions.id = reviews.revision_id
JOIN people ON people.name = reviewer_name
    AND people.kind = CASE WHEN reviewer_name = 'Import' AND revisions.source = 'import'
        THEN 'importer' ELSE 'name-only' END;
DROP TABLE reviews;
ALTER TABLE reviews_anew RENAME TO reviews;
CREATE INDEX reviews_created ON reviews (created_at);

DROP TRIGGER withdrawals_no_update;
DROP TRIGGER withdrawals_no_delete;
CREATE TABLE withdrawals_anew (
    id TEXT NOT NULL PRIMARY KEY,
    meeting_id TEXT NOT NULL REFERENCES meetings (id),
    revision_id TEXT NOT NULL REFERENCES revisions (id),
    reason TEXT NOT NULL,
    decided_by TEXT NOT NULL REFERENCES people (id),
    created_at TIMESTAMP NOT NULL
);
INSERT INTO withdrawals_anew (id, meeting_id, revision_id, reason, decided_by, created_at)
SELECT withdrawals.id, meeting_id, revision_id, reason, people.id, withdrawals.created_at
FROM withdrawals
JOIN people ON people.name = reviewer_name AND people.kind = 'name-only';
DROP TABLE withdrawals;
ALTER TABLE withdrawals_anew RENAME TO withdrawals;
CREATE INDEX withdrawals_meeting ON withdrawals (meeting_id, created_at);

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

CREATE TRIGGER reviews_no_update BEFORE UPDATE ON reviews BEGIN SELECT RAISE(ABORT, 'reviews are append-only'); END;
CREATE TRIGGER reviews_no_delete BEFORE DELETE ON reviews BEGIN SELECT RAISE(ABORT, 'reviews are append-only'); END;
CREATE TRIGGER withdrawals_no_update BEFORE UPDATE ON withdrawals BEGIN SELECT RAISE(ABORT, 'withdrawals are append-only'); END;
CREATE TRIGGER withdrawals_no_delete BEFORE DELETE ON withdrawals BEGIN SELECT RAISE(ABORT, 'withdrawals are append-only'); END;
CREATE TRIGGER retractions_no_update BEFORE UPDATE ON retractions BEGIN SELECT RAISE(ABORT, 'retractions are append-only'); END;
CREATE TRIGGER retractions_no_delete BEFORE DELETE ON retractions BEGIN SELECT RAISE(ABORT, 'retractions are append-only'); END;
