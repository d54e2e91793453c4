-- What filters and search of user-defined tables use. The same is done to the caller's words in Java
-- (io.nocode.runtime.query.Words): the two must agree.

do $$
declare
    -- Unicode's own letters, whatever the locale of the database: built in from PostgreSQL 17 on, else by ICU.
    unicode text := (
        select c.collname from pg_collation c
        where c.collname in ('pg_c_utf8', 'und-x-icu') and c.collnamespace = 'pg_catalog'::regnamespace
            and c.collencoding in (-1, pg_char_to_encoding(getdatabaseencoding()))
        order by c.collname limit 1);
    lowered text := case when unicode is null then 'lower(%s)' else 'lower(%s collate pg_catalog.' || quote_ident(unicode) || ')' end;
begin
    execute format(
        'create function caseless(given text) returns text language sql immutable parallel safe return %s',
        format(lowered, 'given'));
    -- Letters without their marks. Text of plain ASCII, which is most, is spared the work.
    execute format(
        'create function plain(given text) returns text language sql immutable parallel safe return'
            ' case when octet_length(given) = char_length(given) then %s else'
            ' translate(%s, %L, %L) end',
        format(lowered, 'given'), format(lowered, 'regexp_replace(normalize(given, NFD), ''[\u0300-\u036f]'', '''', ''g'')'), 'ς', 'σ');
end
$$;

-- JSON Merge Patch, RFC 7396, section 2.
create function merge_patch(target jsonb, patch jsonb) returns jsonb language plpgsql immutable parallel safe as $$
declare
    result jsonb := case when jsonb_typeof(target) = 'object' then target else '{}' end;
    name text;
    value jsonb;
begin
    if jsonb_typeof(patch) <> 'object' then
        return patch;
    end if;
    for name, value in select * from jsonb_each(patch) loop
        if jsonb_typeof(value) = 'null' then
            result := result - name;
        else
            result := result || jsonb_build_object(name, merge_patch(result -> name, value));
        end if;
    end loop;
    return result;
end
$$;
