-- Who speaks for a group, once they have signed in; granted at the desk.
CREATE TABLE coordinators (
    id TEXT NOT NULL PRIMARY KEY,
    group_slug TEXT NOT NULL,
    person_id TEXT NOT NULL REFERENCES people (id),
    granted_by TEXT NOT NULL REFERENCES people (id),
    created_at TIMESTAMP NOT NULL,
    UNIQUE (group_slug, person_id)
);
CREATE INDEX coordinators_person ON coordinators (person_id);

-- Groups whose coordinators are published at once and looked at afterwards. The row goes when trust does.
CREATE TABLE trusted_groups (
    group_slug TEXT NOT NULL PRIMARY KEY,
    granted_by TEXT NOT NULL REFERENCES people (id),
    created_at TIMESTAMP NOT NULL,
    -- How often something of theirs was taken back since.
    reverts INTEGER NOT NULL DEFAULT 0
);

-- What was published without anybody of the desk having read it, and what they said afterwards.
CREATE TABLE at_once (
    revision_id TEXT NOT NULL PRIMARY KEY REFERENCES revisions (id),
    meeting_id TEXT NOT NULL REFERENCES meetings (id),
    -- trusted, cancelled, link
    cause TEXT NOT NULL,
    -- What was public before; nothing for what is new.
    former_revision TEXT REFERENCES revisions (id),
    created_at TIMESTAMP NOT NULL,
    looked_at TIMESTAMP,
    looked_by TEXT REFERENCES people (id),
    -- kept, reverted
    outcome TEXT
);
CREATE INDEX at_once_looked ON at_once (looked_at, created_at);

-- What reviewers noted about what was spam goes with it.
DROP TRIGGER review_notes_no_delete;
CREATE TRIGGER review_notes_no_delete BEFORE DELETE ON review_notes
WHEN NOT EXISTS (SELECT 1 FROM removals WHERE meeting_id = OLD.meeting_id)
    OR EXISTS (SELECT 1 FROM changes WHERE subject = OLD.meeting_id)
BEGIN SELECT RAISE(ABORT, 'review_notes are append-only'); END;
