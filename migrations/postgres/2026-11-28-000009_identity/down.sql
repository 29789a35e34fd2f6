DROP TABLE recovery_codes;
DROP TABLE authenticators;
DROP TABLE passkeys;
DROP TABLE sign_ins;
DROP TABLE sessions;
CREATE TABLE sessions (
    token_hash TEXT NOT NULL PRIMARY KEY,
    person_id TEXT NOT NULL REFERENCES people (id),
    expires_at TIMESTAMP NOT NULL
);
-- Posters would get in by their addresses alone.
UPDATE people SET kind = 'name-only' WHERE kind = 'person' AND role = 'poster';
UPDATE people SET kind = 'secretary' WHERE kind = 'person';
ALTER TABLE people DROP COLUMN locked_until;
ALTER TABLE people DROP COLUMN failures;
ALTER TABLE people DROP COLUMN entered_at;
ALTER TABLE people DROP COLUMN reviews;
ALTER TABLE people DROP COLUMN role;
