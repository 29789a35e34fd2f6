DROP INDEX revisions_poster;
DROP TABLE undos;
ALTER TABLE reviews DROP COLUMN spam;
