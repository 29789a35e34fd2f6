-- Groups and topics are edited at the desk as well as by files, and take other names.
-- How often an entry was written: whoever writes says what they saw.
ALTER TABLE groups ADD COLUMN version INTEGER NOT NULL DEFAULT 1;
-- What the file said of it that was imported last, so that the same file undoes nobody's later work.
ALTER TABLE groups ADD COLUMN imported TEXT;
-- The slug that this one leads to: the row is a former name, and what stood under it. Revisions and
-- the change log go on naming it. Told by the document as well.
ALTER TABLE groups ADD COLUMN leads_to TEXT;
-- The day (UTC, YYYY-MM-DD) on which it was closed. Told by the document as well.
ALTER TABLE groups ADD COLUMN closed_on TEXT;

ALTER TABLE topics ADD COLUMN version INTEGER NOT NULL DEFAULT 1;
ALTER TABLE topics ADD COLUMN imported TEXT;
ALTER TABLE topics ADD COLUMN leads_to TEXT;
ALTER TABLE topics ADD COLUMN closed_on TEXT;

-- Until now nobody but files wrote them.
UPDATE groups SET imported = details;
UPDATE topics SET imported = details;
