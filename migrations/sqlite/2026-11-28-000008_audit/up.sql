-- What was done: who did it, what, to what, from what to what, and from which network (cut, see
-- docs/operate.md). Appended in the transaction of what was done, never rewritten.
CREATE TABLE audit (
    id TEXT NOT NULL PRIMARY KEY,
    created_at TIMESTAMP NOT NULL,
    -- anyone, poster, person, importer, system
    actor TEXT NOT NULL,
    -- Who of the people it was, where it was one of them.
    person_id TEXT REFERENCES people (id),
    act TEXT NOT NULL,
    -- meeting, group, topic, person, address, calendar
    subject_kind TEXT NOT NULL,
    -- The id or name of what it was done to; nothing for the calendar as a whole.
    subject TEXT,
    before TEXT,
    after TEXT,
    network TEXT
);
CREATE INDEX audit_created ON audit (created_at);
CREATE INDEX audit_subject ON audit (subject, created_at);
CREATE INDEX audit_person ON audit (person_id, created_at);
CREATE TRIGGER audit_no_update BEFORE UPDATE ON audit BEGIN SELECT RAISE(ABORT, 'the audit log is append-only'); END;
CREATE TRIGGER audit_no_delete BEFORE DELETE ON audit BEGIN SELECT RAISE(ABORT, 'the audit log is append-only'); END;
