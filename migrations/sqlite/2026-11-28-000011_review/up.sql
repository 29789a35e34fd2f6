-- What reviewers tell each other about a meeting. Appended, never rewritten; no poster and no reader sees it.
CREATE TABLE review_notes (
    id TEXT NOT NULL PRIMARY KEY,
    meeting_id TEXT NOT NULL REFERENCES meetings (id),
    written_by TEXT NOT NULL REFERENCES people (id),
    note TEXT NOT NULL,
    created_at TIMESTAMP NOT NULL
);
CREATE INDEX review_notes_meeting ON review_notes (meeting_id, created_at);

-- Who is reading a meeting at the desk, so that two do not do the same work. It keeps nobody from deciding.
CREATE TABLE claims (
    meeting_id TEXT NOT NULL PRIMARY KEY REFERENCES meetings (id),
    person_id TEXT NOT NULL REFERENCES people (id),
    created_at TIMESTAMP NOT NULL,
    expires_at TIMESTAMP NOT NULL
);

-- What somebody sent from the review page after their session had ended, by the hash of a secret that their
-- browser keeps: where it was sent, and the form as it came. It comes back once they have entered again.
CREATE TABLE kept_forms (
    token_hash TEXT NOT NULL PRIMARY KEY,
    meeting_id TEXT NOT NULL REFERENCES meetings (id),
    path TEXT NOT NULL,
    form TEXT NOT NULL,
    expires_at TIMESTAMP NOT NULL
);

CREATE TRIGGER review_notes_no_update BEFORE UPDATE ON review_notes BEGIN SELECT RAISE(ABORT, 'review_notes are append-only'); END;
CREATE TRIGGER review_notes_no_delete BEFORE DELETE ON review_notes BEGIN SELECT RAISE(ABORT, 'review_notes are append-only'); END;
