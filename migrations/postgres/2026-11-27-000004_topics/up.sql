-- Topics as their import file describes them; the document is the truth.
CREATE TABLE topics (
    slug TEXT NOT NULL PRIMARY KEY,
    details TEXT NOT NULL
);
