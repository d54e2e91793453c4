-- What happened to the rows of tables that somebody follows: see docs/adr/0013.

-- A table whose changes are recorded. Its triggers carry the id: a recording that ended and one that began later are
-- two, so that nobody takes the gap between them for silence.
create table row_stream (
    id bigint generated always as identity primary key,
    relid oid not null unique,
    -- Changes of transactions before this one are not kept any more.
    floor xid8 not null,
    -- When the recording ends unless somebody follows.
    until timestamptz not null,
    created_at timestamptz not null
);

create table row_change (
    stream bigint not null,
    -- Numbered as they are written, across transactions.
    seq bigint generated always as identity,
    xid xid8 not null,
    -- Tells apart rows from before and after a change of the table's columns.
    form bigint not null,
    action "char" not null,
    row_id uuid not null,
    before jsonb,
    after jsonb,
    primary key (stream, seq)
);

create index row_change_xid on row_change (stream, xid);

-- Which transactions had ended when, so that changes can be dropped by their age.
create table row_clock (
    at timestamptz primary key,
    xid xid8 not null
);

create function record_rows() returns trigger language plpgsql as $$
declare
    -- Fields begin with a letter: names that begin otherwise are none of theirs.
    _following bigint := tg_argv[0]::bigint;
    _form bigint := (select max(a.xmin::text::bigint) from pg_catalog.pg_attribute a where a.attrelid = tg_relid);
begin
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
            perform pg_notify('nocode', 'database rows ' || _following);
            return null;
    end case;
    -- Whoever notifies makes all others that do so wait until it has committed, so one at a time does. Who does not is
    -- looked for by those who were woken, since it was running then.
    if found and pg_try_advisory_xact_lock(6484, (_following % 2147483647)::int) then
        perform pg_notify('nocode', 'database rows ' || _following);
    end if;
    return null;
end
$$;
