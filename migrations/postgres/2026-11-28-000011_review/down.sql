DROP TABLE kept_forms;
DROP TABLE claims;
DROP TABLE review_notes;
