-- Groups as their import file describes them; the document is the truth, columns are for queries.
CREATE TABLE groups (
    slug TEXT NOT NULL PRIMARY KEY,
    kind TEXT NOT NULL,
    name TEXT NOT NULL,
    details TEXT NOT NULL
);

-- The head of each meeting: which revision is public, which one waits.
CREATE TABLE meetings (
    id TEXT NOT NULL PRIMARY KEY,
    reference TEXT NOT NULL UNIQUE,
    origin TEXT UNIQUE,
    published_revision TEXT,
    pending_revision TEXT,
    version INTEGER NOT NULL,
    created_at TIMESTAMP NOT NULL
);
CREATE INDEX meetings_pending ON meetings (pending_revision);

-- What somebody proposed. Appended, never rewritten.
CREATE TABLE revisions (
    id TEXT NOT NULL PRIMARY KEY,
    meeting_id TEXT NOT NULL REFERENCES meetings (id),
    number INTEGER NOT NULL,
    group_slug TEXT NOT NULL,
    title TEXT NOT NULL,
    starts_at TIMESTAMP,
    ends_at TIMESTAMP,
    details TEXT NOT NULL,
    source TEXT NOT NULL,
    poster_name TEXT NOT NULL,
    poster_email TEXT NOT NULL,
    created_at TIMESTAMP NOT NULL,
    UNIQUE (meeting_id, number)
);

-- What the secretariat decided. One decision a revision; appended, never rewritten.
CREATE TABLE reviews (
    id TEXT NOT NULL PRIMARY KEY,
    revision_id TEXT NOT NULL UNIQUE REFERENCES revisions (id),
    verdict TEXT NOT NULL,
    reason TEXT,
    reviewer_name TEXT NOT NULL,
    created_at TIMESTAMP NOT NULL
);
CREATE INDEX reviews_created ON reviews (created_at);

-- What the secretariat took off the calendar. Appended, never rewritten.
CREATE TABLE withdrawals (
    id TEXT NOT NULL PRIMARY KEY,
    meeting_id TEXT NOT NULL REFERENCES meetings (id),
    revision_id TEXT NOT NULL REFERENCES revisions (id),
    reason TEXT NOT NULL,
    reviewer_name TEXT NOT NULL,
    created_at TIMESTAMP NOT NULL
);
CREATE INDEX withdrawals_meeting ON withdrawals (meeting_id, created_at);

-- The change log: every publication in one gap-free order. The counter's row is locked until the
-- transaction that took a number ends, so numbers appear in order and none is lost.
CREATE TABLE change_counter (
    id INTEGER NOT NULL PRIMARY KEY CHECK (id = 1),
    seq INTEGER NOT NULL
);
INSERT INTO change_counter (id, seq) VALUES (1, 0);

CREATE TABLE changes (
    seq INTEGER NOT NULL PRIMARY KEY,
    subject_kind TEXT NOT NULL,
    subject TEXT NOT NULL,
    revision_id TEXT,
    sequence INTEGER NOT NULL,
    first_at TIMESTAMP NOT NULL,
    created_at TIMESTAMP NOT NULL
);
CREATE INDEX changes_subject ON changes (subject, seq);

-- Forms being filled in, and what became of them.
CREATE TABLE drafts (
    token_hash TEXT NOT NULL PRIMARY KEY,
    meeting_id TEXT REFERENCES meetings (id),
    source TEXT NOT NULL,
    fields TEXT NOT NULL,
    sent_revision TEXT REFERENCES revisions (id),
    created_at TIMESTAMP NOT NULL,
    updated_at TIMESTAMP NOT NULL
);
CREATE INDEX drafts_updated ON drafts (updated_at);

-- Secret addresses under which a poster may propose changes to a meeting.
CREATE TABLE edit_keys (
    token_hash TEXT NOT NULL PRIMARY KEY,
    meeting_id TEXT NOT NULL REFERENCES meetings (id),
    created_at TIMESTAMP NOT NULL
);

-- The secretariat, the one-time addresses that let it in, and who is in.
CREATE TABLE people (
    id TEXT NOT NULL PRIMARY KEY,
    email TEXT UNIQUE,
    name TEXT NOT NULL,
    created_at TIMESTAMP NOT NULL
);
CREATE TABLE invitations (
    token_hash TEXT NOT NULL PRIMARY KEY,
    email TEXT,
    expires_at TIMESTAMP NOT NULL,
    used_at TIMESTAMP
);
CREATE TABLE sessions (
    token_hash TEXT NOT NULL PRIMARY KEY,
    person_id TEXT NOT NULL REFERENCES people (id),
    expires_at TIMESTAMP NOT NULL
);

-- Append-only is kept by the database itself.
CREATE TRIGGER revisions_no_update BEFORE UPDATE ON revisions BEGIN SELECT RAISE(ABORT, 'revisions are append-only'); END;
CREATE TRIGGER revisions_no_delete BEFORE DELETE ON revisions BEGIN SELECT RAISE(ABORT, 'revisions are append-only'); END;
CREATE TRIGGER reviews_no_update BEFORE UPDATE ON reviews BEGIN SELECT RAISE(ABORT, 'reviews are append-only'); END;
CREATE TRIGGER reviews_no_delete BEFORE DELETE ON reviews BEGIN SELECT RAISE(ABORT, 'reviews are append-only'); END;
CREATE TRIGGER withdrawals_no_update BEFORE UPDATE ON withdrawals BEGIN SELECT RAISE(ABORT, 'withdrawals are append-only'); END;
CREATE TRIGGER withdrawals_no_delete BEFORE DELETE ON withdrawals BEGIN SELECT RAISE(ABORT, 'withdrawals are append-only'); END;
CREATE TRIGGER changes_no_update BEFORE UPDATE ON changes BEGIN SELECT RAISE(ABORT, 'changes are append-only'); END;
CREATE TRIGGER changes_no_delete BEFORE DELETE ON changes BEGIN SELECT RAISE(ABORT, 'changes are append-only'); END;
