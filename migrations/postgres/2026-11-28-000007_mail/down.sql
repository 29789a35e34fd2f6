DROP TABLE addresses;
DROP TABLE outbox;
CREATE TABLE outbox (
    id TEXT NOT NULL PRIMARY KEY,
    kind TEXT NOT NULL,
    meeting_id TEXT NOT NULL REFERENCES meetings (id),
    revision_id TEXT NOT NULL REFERENCES revisions (id),
    review_id TEXT REFERENCES reviews (id),
    recipient TEXT NOT NULL,
    language TEXT NOT NULL,
    payload TEXT NOT NULL,
    created_at TIMESTAMP NOT NULL,
    sent_at TIMESTAMP
);
CREATE INDEX outbox_sent ON outbox (sent_at, created_at);
