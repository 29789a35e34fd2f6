DROP TRIGGER review_notes_append_only ON review_notes;
CREATE TRIGGER review_notes_append_only BEFORE UPDATE OR DELETE ON review_notes FOR EACH ROW EXECUTE FUNCTION refuse_rewriting();
DROP TABLE at_once;
DROP TABLE trusted_groups;
DROP TABLE coordinators;
