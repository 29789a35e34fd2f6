DROP TABLE at_once;
DROP TABLE trusted_groups;
DROP TABLE coordinators;
