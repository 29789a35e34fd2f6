-- What has to be told, now also what is about no single revision, with what became of each try.
CREATE TABLE outbox_anew (
    id TEXT NOT NULL PRIMARY KEY,
    kind TEXT NOT NULL,
    -- What it tells of, where the same must not be told twice: a reminder for one date, a day's digest.
    event TEXT UNIQUE,
    meeting_id TEXT REFERENCES meetings (id),
    revision_id TEXT REFERENCES revisions (id),
    review_id TEXT REFERENCES reviews (id),
    recipient TEXT NOT NULL,
    language TEXT NOT NULL,
    payload TEXT NOT NULL,
    created_at TIMESTAMP NOT NULL,
    -- Not before: so that a decision can be undone, and so that a failed try is made again later.
    due_at TIMESTAMP NOT NULL,
    attempts INTEGER NOT NULL DEFAULT 0,
    -- While one instance tries, no other does.
    claimed_until TIMESTAMP,
    sent_at TIMESTAMP,
    given_up_at TIMESTAMP,
    problem TEXT,
    -- What stops further reminders, by its hash.
    stop_hash TEXT UNIQUE
);
INSERT INTO outbox_anew
    (id, kind, meeting_id, revision_id, review_id, recipient, language, payload, created_at, due_at, sent_at)
SELECT id, kind, meeting_id, revision_id, review_id, recipient, language, payload, created_at, created_at, sent_at
FROM outbox;
DROP TABLE outbox;
ALTER TABLE outbox_anew RENAME TO outbox;
ALTER INDEX outbox_anew_pkey RENAME TO outbox_pkey;
CREATE INDEX outbox_due ON outbox (sent_at, given_up_at, due_at);
CREATE INDEX outbox_meeting ON outbox (meeting_id, created_at);

-- What is known of an address besides who has it: that it takes no mail, that it wants no reminders.
CREATE TABLE addresses (
    email TEXT NOT NULL PRIMARY KEY,
    refused_at TIMESTAMP,
    problem TEXT,
    reminders_stopped_at TIMESTAMP
);
