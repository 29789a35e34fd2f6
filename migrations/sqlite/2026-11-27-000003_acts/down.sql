DROP TABLE outbox;
DROP TABLE retractions;
ALTER TABLE drafts DROP COLUMN language;
ALTER TABLE drafts DROP COLUMN base_revision;
ALTER TABLE revisions DROP COLUMN sent_by;
ALTER TABLE revisions DROP COLUMN language;
ALTER TABLE revisions DROP COLUMN base_revision;
CREATE TABLE withdrawals_before (
    id TEXT NOT NULL PRIMARY KEY,
    meeting_id TEXT NOT NULL REFERENCES meetings (id),
    revision_id TEXT NOT NULL REFERENCES revisions (id),
    reason TEXT NOT NULL,
    reviewer_name TEXT NOT NULL,
    created_at TIMESTAMP NOT NULL
);
INSERT INTO withdrawals_before
SELECT withdrawals.id, meeting_id, revision_id, reason, people.name, withdrawals.created_at
FROM withdrawals JOIN people ON people.id = decided_by;
DROP TABLE withdrawals;
ALTER TABLE withdrawals_before RENAME TO withdrawals;
CREATE INDEX withdrawals_meeting ON withdrawals (meeting_id, created_at);
CREATE TABLE reviews_before (
    id TEXT NOT NULL PRIMARY KEY,
    revision_id TEXT NOT NULL UNIQUE REFERENCES revisions (id),
    verdict TEXT NOT NULL,
    reason TEXT,
    reviewer_name TEXT NOT NULL,
    created_at TIMESTAMP NOT NULL
);
INSERT INTO reviews_before
SELECT reviews.id, revision_id, verdict, reason, people.name, reviews.created_at
FROM reviews JOIN people ON people.id = decided_by;
DROP TABLE reviews;
ALTER TABLE reviews_before RENAME TO reviews;
CREATE INDEX reviews_created ON reviews (created_at);
CREATE TRIGGER reviews_no_update BEFORE UPDATE ON reviews BEGIN SELECT RAISE(ABORT, 'reviews are append-only'); END;
CREATE TRIGGER reviews_no_delete BEFORE DELETE ON reviews BEGIN SELECT RAISE(ABORT, 'reviews are append-only'); END;
CREATE TRIGGER withdrawals_no_update BEFORE UPDATE ON withdrawals BEGIN SELECT RAISE(ABORT, 'withdrawals are append-only'); END;
CREATE TRIGGER withdrawals_no_delete BEFORE DELETE ON withdrawals BEGIN SELECT RAISE(ABORT, 'withdrawals are append-only'); END;
DELETE FROM people WHERE kind <> 'secretary';
ALTER TABLE people DROP COLUMN kind;
