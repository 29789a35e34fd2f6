DROP TRIGGER review_notes_no_delete;
CREATE TRIGGER review_notes_no_delete BEFORE DELETE ON review_notes BEGIN SELECT RAISE(ABORT, 'review_notes are append-only'); END;
DROP TABLE at_once;
DROP TABLE trusted_groups;
DROP TABLE coordinators;
