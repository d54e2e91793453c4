-- The files of rows.

-- Bytes, which never change: in pieces here, or in the directory that nocode.files.dir names.
create table stored_file (
    id uuid primary key,
    place text not null check (place in ('DATABASE', 'DIRECTORY')),
    size bigint not null check (size >= 0),
    sha256 text not null,
    created_at timestamptz not null
);

create table stored_file_chunk (
    file_id uuid not null references stored_file (id) on delete cascade,
    number int not null,
    -- Where in the file the piece begins.
    start_at bigint not null,
    content bytea not null,
    primary key (file_id, start_at)
);

-- Most files are packed already.
alter table stored_file_chunk alter column content set storage external;

-- Bytes that are to be deleted from the directory.
create table stored_file_gone (
    id uuid primary key,
    gone_at timestamptz not null default now()
);

-- What a field of a row holds. A row that was copied to another environment has its files there too: with the same
-- ids, and the same bytes.
create table row_file (
    -- The PostgreSQL schema of the row's table.
    pg_schema text not null,
    id uuid not null,
    project_id uuid not null references project (id) on delete cascade,
    field_id uuid not null,
    row_id uuid not null,
    stored_id uuid not null references stored_file (id),
    name text not null,
    content_type text not null,
    size bigint not null,
    -- Of pictures.
    width int,
    height int,
    created_by uuid,
    created_at timestamptz not null,
    -- The field or its table is gone from an environment that others use: the file goes when no backup is left that
    -- could bring the field back.
    dropped_at timestamptz,
    primary key (pg_schema, id)
);

create index row_file_row on row_file (row_id, field_id);
create index row_file_field on row_file (field_id);
create index row_file_project on row_file (project_id);
create index row_file_stored on row_file (stored_id);

-- Bytes go with the last row that has them.
create function release_stored_file() returns trigger language plpgsql as $$
begin
    delete from nocode.stored_file s
    where s.id = old.stored_id and not exists (select 1 from nocode.row_file f where f.stored_id = s.id);
    return null;
end
$$;

create trigger row_file_released after delete on row_file
    for each row execute function release_stored_file();

create function remember_gone_file() returns trigger language plpgsql as $$
begin
    insert into nocode.stored_file_gone (id) values (old.id) on conflict do nothing;
    return null;
end
$$;

create trigger stored_file_gone after delete on stored_file
    for each row when (old.place = 'DIRECTORY') execute function remember_gone_file();

-- A column of files, whatever door its value comes through. The arguments: the column, the name that a refusal is known
-- by, the field's id, and whether it holds many. What is written there is ids, alone or in objects; they become what
-- the table above knows of the files of this row and field, and nobody else's. Files that are no longer named go.
create function holds_files() returns trigger language plpgsql as $$
declare
    field constant uuid := tg_argv[2]::uuid;
    many constant boolean := tg_argv[3]::boolean;
    given jsonb;
    ids uuid[];
    known jsonb;
    found_count int;
begin
    if tg_op = 'DELETE' then
        if jsonb_typeof(to_jsonb(old) -> tg_argv[0]) <> 'null' then
            delete from nocode.row_file f
            where f.pg_schema = tg_table_schema and f.row_id = old.id and f.field_id = field;
        end if;
        return old;
    end if;
    given := to_jsonb(new) -> tg_argv[0];
    if tg_op = 'UPDATE' and to_jsonb(old) -> tg_argv[0] = given then
        return new;
    end if;
    if jsonb_typeof(given) in ('object', 'string') then
        given := jsonb_build_array(given);
    end if;
    if jsonb_typeof(given) <> 'array' then
        ids := '{}';
    else
        select coalesce(array_agg(coalesce(e.value ->> 'id', e.value #>> '{}')::uuid order by e.ordinality), '{}')
        into ids from jsonb_array_elements(given) with ordinality e;
    end if;
    if tg_op = 'INSERT' and cardinality(ids) = 0 then
        return jsonb_populate_record(new, jsonb_build_object(tg_argv[0], null));
    elsif tg_op = 'INSERT' then
        -- A row that is copied from another environment of the project takes its files along.
        insert into nocode.row_file (pg_schema, id, project_id, field_id, row_id, stored_id, name, content_type, size,
            width, height, created_by, created_at)
        select tg_table_schema, f.id, f.project_id, f.field_id, f.row_id, f.stored_id, f.name, f.content_type, f.size,
            f.width, f.height, f.created_by, f.created_at
        from nocode.row_file f join nocode.project p on p.id = f.project_id
            and p.schema_name = regexp_replace(tg_table_schema, '_(dev|staging|prod)$', '')
        where f.id = any (ids) and f.row_id = new.id and f.field_id = field and f.pg_schema <> tg_table_schema
        on conflict do nothing;
    end if;
    select jsonb_agg(
            jsonb_strip_nulls(jsonb_build_object('id', f.id, 'name', f.name, 'content_type', f.content_type,
                'size', f.size, 'width', f.width, 'height', f.height,
                'created_at', to_char(f.created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')))
            order by u.place),
        count(*)
    into known, found_count
    from unnest(ids) with ordinality u (id, place)
    join nocode.row_file f on f.pg_schema = tg_table_schema and f.id = u.id and f.row_id = new.id and f.field_id = field;
    -- A row that becomes what it was before gets back those of its files that are still there.
    if (found_count <> cardinality(ids) and current_setting('nocode.action', true) is distinct from 'restored')
        or (found_count > 1 and not many) then
        raise exception 'These are not the files of this row.' using errcode = '23503', constraint = tg_argv[1];
    end if;
    if tg_op = 'UPDATE' then
        delete from nocode.row_file f
        where f.pg_schema = tg_table_schema and f.row_id = new.id and f.field_id = field and f.id <> all (ids)
            and f.dropped_at is null;
    end if;
    update nocode.row_file f set dropped_at = null
    where f.pg_schema = tg_table_schema and f.id = any (ids) and f.dropped_at is not null;
    return jsonb_populate_record(new, jsonb_build_object(tg_argv[0], case when many then known else known -> 0 end));
end
$$;

-- The files of a field that goes with all its values. Where others use the environment, a deployment may be taken back.
create function drop_files(given_schema text, field uuid) returns void language sql as $$
    update nocode.row_file set dropped_at = now()
    where pg_schema = given_schema and field_id = field and given_schema !~ '_dev$' and dropped_at is null;
    delete from nocode.row_file
    where pg_schema = given_schema and field_id = field and given_schema ~ '_dev$';
$$;

-- Whether all the files that a value refers to are still those of the row.
create function has_files(given_schema text, field uuid, row_id uuid, files jsonb) returns boolean
    language sql stable as $$
    select not exists (
        select 1 from jsonb_path_query(files, '$[*].id') e (id)
        where not exists (
            select 1 from nocode.row_file f
            where f.pg_schema = given_schema and f.id = (e.id #>> '{}')::uuid and f.field_id = $2 and f.row_id = $3))
$$;

-- References to files with their addresses.
create function with_urls(files jsonb, before text, after text) returns jsonb
    language sql immutable parallel safe as $$
    select case jsonb_typeof(files)
        when 'object' then files || jsonb_build_object('url', before || (files ->> 'id') || after)
        when 'array' then (
            select jsonb_agg(e.value || jsonb_build_object('url', before || (e.value ->> 'id') || after)
                order by e.ordinality)
            from jsonb_array_elements(files) with ordinality e)
    end
$$;

-- Whether references lead to pictures only.
create function only_pictures(files jsonb) returns boolean language sql immutable parallel safe as $$
    select not jsonb_path_exists(files, '$[*] ? (!exists(@.width))')
$$;
