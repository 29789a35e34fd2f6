-- What somebody is to the calendar: poster, reviewer or administrator. `reviews` names the kinds of group
-- whose entries a reviewer decides on, with commas between them; nothing is all kinds. `entered_at` is when
-- they signed in last. After some wrong codes in a row (`failures`), none is taken until `locked_until`.
-- Of the kinds of people, 'person' is whoever may sign in. Until now all of those were of the secretariat.
ALTER TABLE people ADD COLUMN role TEXT NOT NULL DEFAULT 'poster';
ALTER TABLE people ADD COLUMN reviews TEXT;
ALTER TABLE people ADD COLUMN entered_at TIMESTAMP;
ALTER TABLE people ADD COLUMN failures INTEGER NOT NULL DEFAULT 0;
ALTER TABLE people ADD COLUMN locked_until TIMESTAMP;
UPDATE people SET kind = 'person', role = 'administrator', entered_at = created_at WHERE kind = 'secretary';
-- Posters whose step was once undone.
UPDATE people SET kind = 'person' WHERE kind = 'name-only' AND email IS NOT NULL;

-- One-time addresses that are still open say nothing of a role, so they are void.
DELETE FROM invitations WHERE used_at IS NULL;

-- Who is signed in. `id` names a session without opening it. `kind` is desk or poster; `proved_at` is when
-- the second factor was given, without which a session of the desk opens nothing there. `expires_at` moves
-- with use. `agent` is what the browser is called, `network` the beginning of the client's address.
-- `ceremony` is what a passkey has to sign, with the second (UTC) in which that was asked for. Sessions from before have ended.
DROP TABLE sessions;
CREATE TABLE sessions (
    token_hash TEXT NOT NULL PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    person_id TEXT NOT NULL REFERENCES people (id),
    kind TEXT NOT NULL,
    created_at TIMESTAMP NOT NULL,
    used_at TIMESTAMP NOT NULL,
    expires_at TIMESTAMP NOT NULL,
    proved_at TIMESTAMP,
    agent TEXT NOT NULL,
    network TEXT NOT NULL,
    ceremony TEXT
);
CREATE INDEX sessions_person ON sessions (person_id);

-- Who asked for a code by mail: the secret of the browser that asked (by its hash), the address, and, once
-- the letter is written, the code (by its hash).
CREATE TABLE sign_ins (
    id TEXT NOT NULL PRIMARY KEY,
    token_hash TEXT NOT NULL UNIQUE,
    email TEXT NOT NULL,
    network TEXT NOT NULL,
    code_hash TEXT,
    tries INTEGER NOT NULL,
    created_at TIMESTAMP NOT NULL,
    expires_at TIMESTAMP NOT NULL
);
CREATE INDEX sign_ins_email ON sign_ins (email, created_at);

-- Second factors. A passkey: its id and its public key as its authenticator gave them (base64url; WebAuthn),
-- and how often it says it was used. A program with codes (RFC 6238): the secret that both sides hold
-- (base32), the one that is being set up, and the last step whose code was taken. Codes that stand in for
-- either once, by their hashes.
CREATE TABLE passkeys (
    id TEXT NOT NULL PRIMARY KEY,
    person_id TEXT NOT NULL REFERENCES people (id),
    credential_id TEXT NOT NULL UNIQUE,
    public_key TEXT NOT NULL,
    sign_count INTEGER NOT NULL,
    name TEXT NOT NULL,
    created_at TIMESTAMP NOT NULL,
    used_at TIMESTAMP
);
CREATE INDEX passkeys_person ON passkeys (person_id);
CREATE TABLE authenticators (
    person_id TEXT NOT NULL PRIMARY KEY REFERENCES people (id),
    secret TEXT,
    pending TEXT,
    last_step INTEGER NOT NULL,
    created_at TIMESTAMP NOT NULL
);
CREATE TABLE recovery_codes (
    code_hash TEXT NOT NULL PRIMARY KEY,
    person_id TEXT NOT NULL REFERENCES people (id),
    created_at TIMESTAMP NOT NULL,
    used_at TIMESTAMP
);
CREATE INDEX recovery_codes_person ON recovery_codes (person_id);
