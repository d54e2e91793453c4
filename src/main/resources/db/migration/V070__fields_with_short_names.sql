-- A field may be called what these functions call their tables: where they mean the whole row they now say so.

create or replace function follow_deletion() returns trigger language plpgsql as $$
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
                    ' and to_jsonb(s.*) ->> ''deleted_at'' is null limit 1', relation.source, sources, relation.field)
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
