-- What user-defined tables with soft deletion or with revisions use. It is triggers, so that it holds whatever door the
-- change came through. Each finds what it is about in PostgreSQL's own catalogue, which renamings do not lead astray.

-- The relations that lead to a table: found by the triggers that hold them, which unlike constraints have an index.
create function pointing_to(target oid)
    returns table (source regclass, name name, field name, rule "char", is_links boolean, is_soft boolean)
    language sql stable as $$
    select k.conrelid::regclass, k.conname, a.attname, k.confdeltype, c.relname ~ '^_ln_[0-9a-f]{32}$',
        exists (
            select 1 from pg_attribute d
            where d.attrelid = k.conrelid and d.attname = 'deleted_at' and not d.attisdropped)
    from (select distinct g.tgconstraint from pg_trigger g where g.tgrelid = target and g.tgconstrrelid <> 0) held
    join pg_constraint k on k.oid = held.tgconstraint and k.confrelid = target and k.contype = 'f'
    join pg_class c on c.oid = k.conrelid
    join pg_attribute a on a.attrelid = k.conrelid and a.attnum = k.conkey[1]
    order by k.conname
$$;

-- Before a row gets another value in a relation: the row that it points to is there. The first argument is the name of
-- the relation's constraint. The lock makes whoever deletes that row wait for us, or us for them.
create function points_to_present() returns trigger language plpgsql as $$
declare
    target regclass;
    field name;
    pointed uuid;
    present boolean;
begin
    select k.confrelid, a.attname into target, field
    from pg_constraint k join pg_attribute a on a.attrelid = k.conrelid and a.attnum = k.conkey[1]
    where k.conrelid = tg_relid and k.conname = tg_argv[0];
    pointed := (to_jsonb(new) ->> field)::uuid;
    if pointed is null or to_jsonb(new) ->> 'deleted_at' is not null
        or (tg_op = 'UPDATE' and (to_jsonb(old) ->> field)::uuid is not distinct from pointed) then
        return new;
    end if;
    execute format('select true from %s where id = $1 and deleted_at is null for share', target)
        into present using pointed;
    if present is null then
        raise exception 'That row is deleted.' using errcode = '23503', constraint = tg_argv[0];
    end if;
    return new;
end
$$;

-- Before a deleted row comes back: what it points to is there. Rows that come back with another one stay deleted where
-- that is not so: they come back with the last of those that they point to.
create function may_return() returns trigger language plpgsql as $$
declare
    relation record;
    pointed uuid;
    present boolean;
begin
    for relation in
        select k.conname, k.confrelid::regclass as target, a.attname as field
        from pg_constraint k
        join pg_attribute a on a.attrelid = k.conrelid and a.attnum = k.conkey[1]
        join pg_attribute d on d.attrelid = k.confrelid and d.attname = 'deleted_at' and not d.attisdropped
        where k.conrelid = tg_relid and k.contype = 'f'
    loop
        pointed := (to_jsonb(new) ->> relation.field)::uuid;
        if pointed is not null then
            present := null;
            execute format('select true from %s where id = $1 and deleted_at is null for share', relation.target)
                into present using pointed;
            if present is null and pg_trigger_depth() > 1 then
                return null;
            elsif present is null then
                raise exception 'What it points to is deleted.' using errcode = '23503', constraint = relation.conname;
            end if;
        end if;
    end loop;
    return new;
end
$$;

-- After a row was deleted softly, or came back: the relations that lead to it do what they say. Whoever was deleted
-- with it has the same deleted_at, and comes back by that.
create function follow_deletion() returns trigger language plpgsql as $$
declare
    relation record;
    sources regclass;
    used boolean;
begin
    perform set_config('nocode.by', coalesce(new.updated_by::text, ''), true);
    for relation in select * from nocode.pointing_to(tg_relid) loop
        if new.deleted_at is null then
            if relation.rule = 'c' and relation.is_soft then
                execute format('update %s set deleted_at = null, updated_at = $3, updated_by = $4, version = version + 1'
                    ' where %I = $1 and deleted_at = $2', relation.source, relation.field)
                    using new.id, old.deleted_at, new.updated_at, new.updated_by;
            end if;
        elsif relation.rule in ('r', 'a') then
            used := null;
            if relation.is_links then
                select k.confrelid::regclass into sources
                from pg_constraint k join pg_attribute a on a.attrelid = k.conrelid and a.attnum = k.conkey[1]
                where k.conrelid = relation.source and k.contype = 'f' and a.attname = 'source_id';
                execute format('select true from %s l join %s s on s.id = l.source_id where l.%I = $1'
                    ' and to_jsonb(s) ->> ''deleted_at'' is null limit 1', relation.source, sources, relation.field)
                    into used using new.id;
            else
                execute format('select true from %s where %I = $1 %s limit 1', relation.source, relation.field,
                    case when relation.is_soft then 'and deleted_at is null' else '' end) into used using new.id;
            end if;
            if used then
                raise exception 'Rows point to it.' using errcode = '23001', constraint = relation.name;
            end if;
        elsif relation.is_links then
            -- Links stay: nobody sees a deleted row through them, and they are there when it comes back.
            null;
        elsif relation.rule = 'n' then
            execute format('update %s set %I = null, updated_at = $2, updated_by = $3, version = version + 1'
                ' where %2$I = $1', relation.source, relation.field)
                using new.id, new.updated_at, new.updated_by;
        elsif relation.rule = 'c' and relation.is_soft then
            execute format('update %s set deleted_at = $2, updated_at = $2, updated_by = $3, version = version + 1'
                ' where %I = $1 and deleted_at is null', relation.source, relation.field)
                using new.id, new.deleted_at, new.updated_by;
        elsif relation.rule = 'c' then
            execute format('delete from %s where %I = $1', relation.source, relation.field) using new.id;
        end if;
    end loop;
    return null;
end
$$;

-- Deletes the deleted rows of a table that fulfil a condition for good, and before them those deleted rows elsewhere
-- that point to them and could not be without them.
create function purge(given regclass, which text, path regclass[] default '{}') returns void language plpgsql as $$
declare
    relation record;
begin
    for relation in select * from nocode.pointing_to(given) loop
        if relation.rule in ('r', 'a') and relation.is_soft and relation.source <> all (path || given) then
            perform nocode.purge(
                relation.source,
                format('deleted_at is not null and %I in (select id from %s where %s)', relation.field, given, which),
                path || given);
        end if;
    end loop;
    execute format('delete from %s where %s', given, which);
end
$$;

-- After a statement: what it did to each row becomes the row's next revision. The first argument is the table of
-- revisions, the second the ids of fields by the names of their columns. Who changed a row is in the row, but for what
-- relations did to it and for deletions: then it is in nocode.by.
create function keep_revisions() returns trigger language plpgsql as $$
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
    if tg_op = 'INSERT' then
        execute format(
            target || 'coalesce($3, case when l.number is null then ''created'' else ''restored'' end),'
                ' n.updated_by, n.updated_at, null, ' || format(by_id, 'n') || ' from new_rows n ' || last,
            history) using names, known_by, known_as;
    elsif tg_op = 'UPDATE' then
        execute format(
            target || 'case when to_jsonb(n) ->> ''deleted_at'' is not null'
                ' and to_jsonb(o) ->> ''deleted_at'' is null then ''deleted'''
                ' when to_jsonb(o) ->> ''deleted_at'' is not null and to_jsonb(n) ->> ''deleted_at'' is null'
                ' then ''restored'' else coalesce($3, ''updated'') end,'
                ' case when n.version is distinct from o.version then n.updated_by else $2 end,'
                ' case when n.version is distinct from o.version then n.updated_at else now() end, '
                || format(by_id, 'o') || ', ' || format(by_id, 'n')
                || ' from new_rows n join old_rows o on o.id = n.id ' || last,
            history) using names, known_by, known_as;
    else
        execute format(
            target || '''deleted'', $2, now(), ' || format(by_id, 'n') || ', null from old_rows n ' || last,
            history) using names, known_by, known_as;
    end if;
    return null;
end
$$;
