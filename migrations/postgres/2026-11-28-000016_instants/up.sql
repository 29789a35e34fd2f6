-- With which instants a publication of a meeting was told, as a digest; nothing of what is older than
-- this column. Another zone database may lead from the same local times to other instants.
ALTER TABLE changes ADD COLUMN instants TEXT;
