ALTER TABLE topics DROP COLUMN closed_on;
ALTER TABLE topics DROP COLUMN leads_to;
ALTER TABLE topics DROP COLUMN imported;
ALTER TABLE topics DROP COLUMN version;
ALTER TABLE groups DROP COLUMN closed_on;
ALTER TABLE groups DROP COLUMN leads_to;
ALTER TABLE groups DROP COLUMN imported;
ALTER TABLE groups DROP COLUMN version;
