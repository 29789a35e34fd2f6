-- The days (UTC, YYYY-MM-DD) on which a server was at work on this database. What is kept for some days
-- is kept for that many of these, so that a clock that jumps ages nothing.
CREATE TABLE seen_days (
    day TEXT NOT NULL PRIMARY KEY
);
