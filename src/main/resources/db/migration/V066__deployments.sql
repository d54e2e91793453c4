-- What PostgreSQL's catalogue is to hold in the environment, as the last deployment noted it: {"table/kind/name":
-- definition}. Null where none has noted it yet.
alter table environment add column catalogue jsonb;

-- The table as it was designed when it was copied, and the columns that were copied (null for all there were), so that
-- what has gone can come back. Without a definition for copies from before this migration.
alter table deployment_backup add column definition jsonb;
alter table deployment_backup add column columns jsonb;
