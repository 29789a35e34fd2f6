ALTER TABLE changes DROP COLUMN instants;
