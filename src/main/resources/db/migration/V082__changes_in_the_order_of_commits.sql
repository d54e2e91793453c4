-- Changes of rows are told in the order in which their transactions were committed: see docs/adr/0013.

-- Nobody writes changes until this has been done.
lock table row_change in share row exclusive mode;

-- A transaction that changed rows of a table that somebody follows.
create table row_commit (
    stream bigint not null,
    xid xid8 not null,
    -- Taken when it is about to commit, after all that had been committed before.
    place bigint,
    primary key (stream, xid)
);

create index row_commit_in_order on row_commit (stream, place) where place is not null;

create sequence row_commit_place;

insert into row_commit (stream, xid, place) select stream, xid, max(seq) from row_change group by stream, xid;
select setval('row_commit_place', coalesce((select max(place) from row_commit), 1));

-- The changes of a transaction lie together, in the order in which they were written.
alter table row_change drop constraint row_change_pkey;
drop index row_change_xid;
alter table row_change add primary key (stream, xid, seq);

create function place_commit() returns trigger language plpgsql as $$
begin
    update nocode.row_commit set place = nextval('nocode.row_commit_place')
        where stream = new.stream and xid = new.xid;
    return null;
end
$$;

create constraint trigger row_commit_placed after insert on row_commit
    deferrable initially deferred for each row execute function place_commit();

create or replace function record_rows() returns trigger language plpgsql as $$
declare
    -- Fields begin with a letter: names that begin otherwise are none of theirs.
    _following bigint := tg_argv[0]::bigint;
    _form bigint := (select max(a.xmin::text::bigint) from pg_catalog.pg_attribute a where a.attrelid = tg_relid);
begin
    if current_setting('nocode.quiet', true) = 'on' then
        return null;
    end if;
    case tg_op
        when 'INSERT' then
            insert into nocode.row_change (stream, xid, form, action, row_id, before, after)
                select _following, pg_current_xact_id(), _form, 'I', _new.id, null, to_jsonb(_new) from new_rows _new;
        when 'UPDATE' then
            insert into nocode.row_change (stream, xid, form, action, row_id, before, after)
                select _following, pg_current_xact_id(), _form, 'U', _new.id, to_jsonb(_old), to_jsonb(_new)
                from new_rows _new join old_rows _old on _old.id = _new.id;
        when 'DELETE' then
            insert into nocode.row_change (stream, xid, form, action, row_id, before, after)
                select _following, pg_current_xact_id(), _form, 'D', _old.id, to_jsonb(_old), null from old_rows _old;
        else
            -- Of what is not told row by row: rows of no form that a table ever has.
            insert into nocode.row_change (stream, xid, form, action, row_id)
                values (_following, pg_current_xact_id(), -1, 'T', '00000000-0000-0000-0000-000000000000');
    end case;
    if not found then
        return null;
    end if;
    insert into nocode.row_commit (stream, xid) values (_following, pg_current_xact_id()) on conflict do nothing;
    -- Whoever notifies makes all others that do so wait until it has committed, so one at a time does. Who does not is
    -- looked for by those who were woken, since it was running then.
    if tg_op = 'TRUNCATE' or pg_try_advisory_xact_lock(6484, (_following % 2147483647)::int) then
        perform pg_notify('nocode', 'database rows ' || _following);
    end if;
    return null;
end
$$;
