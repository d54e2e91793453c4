-- Bytes of files that a backup reads, or a restoration refers to, stay while it does.

-- When it was deleted, not when the transaction that did so began.
alter table stored_file_gone alter column gone_at set default clock_timestamp();

-- Bytes go with the last row that has them. Whoever refers to them at this moment is waited for, and then counts.
create or replace function release_stored_file() returns trigger language plpgsql as $$
begin
    perform from nocode.stored_file s where s.id = old.stored_id for update;
    delete from nocode.stored_file s
    where s.id = old.stored_id and not exists (select 1 from nocode.row_file f where f.stored_id = s.id);
    return null;
end
$$;
