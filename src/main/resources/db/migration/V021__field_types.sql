-- What columns of user-defined tables are held to beyond PostgreSQL's own types.

-- No value twice.
create function is_set(given text[]) returns boolean language sql immutable parallel safe
    return given is null or cardinality(given) = (select count(distinct each) from unnest(given) each);

-- A column that names a member: the first argument is the column, the second the name that a refusal is known by. Asked
-- only of a new value, so that rows which name somebody who has left can still be changed.
create function holds_member() returns trigger language plpgsql as $$
declare
    named uuid := (to_jsonb(new) ->> tg_argv[0])::uuid;
begin
    if named is null or (tg_op = 'UPDATE' and (to_jsonb(old) ->> tg_argv[0])::uuid is not distinct from named) then
        return new;
    end if;
    if not exists (
        select 1 from nocode.project p join nocode.organisation_member m on m.organisation_id = p.organization_id
        where p.schema_name = regexp_replace(tg_table_schema, '_(dev|staging|prod)$', '')
            and m.user_id = named and m.status = 'ACTIVE') then
        raise exception 'This is no member.' using errcode = '23503', constraint = tg_argv[1];
    end if;
    return new;
end
$$;

-- Indexes over parts of texts; a trusted extension, which needs no superuser. Where PostgreSQL comes without it, such
-- indexes are refused.
do $$
begin
    if exists (select 1 from pg_available_extensions where name = 'pg_trgm') then
        create extension if not exists pg_trgm schema nocode;
    end if;
end
$$;
