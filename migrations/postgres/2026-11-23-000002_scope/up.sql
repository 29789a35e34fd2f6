-- Which occurrences of a series a draft changes; nothing means all of the meeting.
ALTER TABLE drafts ADD COLUMN scope TEXT;
