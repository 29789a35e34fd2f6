DROP TABLE seen_days;
