-- What each client used up of what it may do in a minute, counted by all instances together: a slot is
-- what it does, its address and the minute. Rows live for some minutes.
CREATE TABLE allowances (
    slot TEXT NOT NULL PRIMARY KEY,
    minute INTEGER NOT NULL,
    used INTEGER NOT NULL
);
CREATE INDEX allowances_minute ON allowances (minute);
