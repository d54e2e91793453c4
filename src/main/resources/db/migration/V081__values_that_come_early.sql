-- Values that come back with a deployment come before it goes live, where there are many: see docs/adr/0015.

-- The fields, by their tables, whose columns stand in PostgreSQL while the live version does not know them. Null for none.
alter table environment add column early jsonb;

-- What a deployment brings back is nobody's change: neither history nor those who follow a table hear of it where
-- nocode.quiet is on.
create or replace function keep_revisions() returns trigger language plpgsql as $$
declare
    history text := format('%I.%I', tg_table_schema, tg_argv[0]);
    names jsonb := tg_argv[1]::jsonb;
    known_by uuid := nullif(current_setting('nocode.by', true), '')::uuid;
    known_as text := nullif(current_setting('nocode.action', true), '');
    by_id constant text := '(select jsonb_object_agg(coalesce($1 ->> e.key, e.key), e.value)'
        ' from jsonb_each(to_jsonb(%s)) e)';
    last constant text := 'left join lateral (select max(r.number) as number from %1$s r where r.row_id = n.id) l on true';
    target constant text := 'insert into %1$s (row_id, number, action, changed_by, changed_at, before, after)'
        ' select n.id, coalesce(l.number, 0) + 1, ';
begin
    if current_setting('nocode.quiet', true) = 'on' then
        return null;
    end if;
    if tg_op = 'INSERT' then
        execute format(
            target || 'coalesce($3, case when l.number is null then ''created'' else ''restored'' end),'
                ' n.updated_by, n.updated_at, null, ' || format(by_id, 'n.*') || ' from new_rows n ' || last,
            history) using names, known_by, known_as;
    elsif tg_op = 'UPDATE' then
        execute format(
            target || 'case when to_jsonb(n.*) ->> ''deleted_at'' is not null'
                ' and to_jsonb(o.*) ->> ''deleted_at'' is null then ''deleted'''
                ' when to_jsonb(o.*) ->> ''deleted_at'' is not null and to_jsonb(n.*) ->> ''deleted_at'' is null'
                ' then ''restored'' else coalesce($3, ''updated'') end,'
                ' case when n.version is distinct from o.version then n.updated_by else $2 end,'
                ' case when n.version is distinct from o.version then n.updated_at else now() end, '
                || format(by_id, 'o.*') || ', ' || format(by_id, 'n.*')
                || ' from new_rows n join old_rows o on o.id = n.id ' || last,
            history) using names, known_by, known_as;
    else
        execute format(
            target || '''deleted'', $2, now(), ' || format(by_id, 'n.*') || ', null from old_rows n ' || last,
            history) using names, known_by, known_as;
    end if;
    return null;
end
$$;

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
