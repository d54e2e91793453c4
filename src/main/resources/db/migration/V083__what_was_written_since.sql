-- What is copied or written before a deployment goes live catches up when it does: see docs/adr/0015. Only rows that
-- these transactions and later ones have written can have changed since.

-- Of a copy that was made ahead. Null for one that was made under the lock of the change.
alter table deployment_backup add column written_from xid8;

-- Of the columns that stand there ahead.
alter table environment add column early_from xid8;
