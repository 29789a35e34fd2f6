-- Rejections that were marked as spam: they need no reason, nobody is told of them, and what was said in
-- them is not kept for long. 1 for those, 0 for all others.
ALTER TABLE reviews ADD COLUMN spam INTEGER NOT NULL DEFAULT 0;

-- Decisions that were undone while nobody had been told of them yet, and what followed. Appended, never
-- rewritten.
CREATE TABLE undos (
    id TEXT NOT NULL PRIMARY KEY,
    meeting_id TEXT NOT NULL REFERENCES meetings (id),
    -- What holds no longer: a review, or else a withdrawal.
    review_id TEXT UNIQUE REFERENCES reviews (id),
    withdrawal_id TEXT UNIQUE REFERENCES withdrawals (id),
    -- What waits again: a copy of what was decided on, because one decision is all that a revision gets.
    waiting_revision TEXT REFERENCES revisions (id),
    -- What is public again; nothing if the meeting is off the calendar, or if that never changed.
    published_revision TEXT REFERENCES revisions (id),
    undone_by TEXT NOT NULL REFERENCES people (id),
    created_at TIMESTAMP NOT NULL
);
CREATE INDEX undos_meeting ON undos (meeting_id);

-- The entries of one sender are asked for by their address, in which capitals make no difference.
CREATE INDEX revisions_poster ON revisions (lower(poster_email));

CREATE TRIGGER undos_append_only BEFORE UPDATE OR DELETE ON undos FOR EACH ROW EXECUTE FUNCTION refuse_rewriting();
CREATE TRIGGER undos_no_truncate BEFORE TRUNCATE ON undos FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewriting();
