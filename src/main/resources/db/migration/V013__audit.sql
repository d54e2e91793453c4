-- The audit log: one chain of entries an organisation, in which each entry carries the hash of the one before.
-- docs/audit/README.md says how the hash is made and how anybody checks it without trusting this server.

create table audit_entry (
    id uuid primary key,
    -- No reference: the log outlasts the organisation.
    organisation_id uuid not null,
    -- Its place in the chain, from 1. This and both hashes are set when the transaction of the deed commits.
    sequence bigint,
    action text not null,
    actor_kind text not null check (actor_kind in ('USER', 'API_KEY', 'SYSTEM')),
    actor_id uuid,
    api_key_id uuid,
    resource_type text not null,
    resource_id uuid not null,
    -- Not jsonb: the very text is hashed.
    details json not null,
    request_id text,
    personal_hash text not null,
    previous_hash text,
    hash text,
    created_at timestamptz not null,
    constraint audit_entry_place unique (organisation_id, sequence)
);

create index audit_entry_time on audit_entry (organisation_id, created_at);
create index audit_entry_actor on audit_entry (organisation_id, actor_id);

-- What of an entry is somebody's personal data. The entry keeps its salted hash, so that erasing it breaks no chain.
create table audit_personal (
    entry_id uuid primary key references audit_entry (id),
    actor_id uuid,
    salt text not null,
    address text,
    user_agent text,
    -- Whom the deed was about.
    email text
);

create index audit_personal_actor on audit_personal (actor_id);
create index audit_personal_email on audit_personal (email);

-- How long each chain is and what it ends with, so that it cannot be cut off at the end unnoticed.
create table audit_head (
    organisation_id uuid primary key,
    count bigint not null,
    hash text not null
);

create function audit_hash(entry audit_entry) returns text language sql stable set search_path from current as $$
    select encode(sha256(convert_to(string_agg(
            coalesce(octet_length(value) || ':' || value || ',', '-,'), '' order by place), 'UTF8')), 'hex')
    from unnest(array[
        'nocode-audit-1',
        entry.previous_hash,
        entry.organisation_id::text,
        entry.sequence::text,
        entry.id::text,
        to_char(entry.created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
        entry.action,
        entry.actor_kind,
        entry.actor_id::text,
        entry.api_key_id::text,
        entry.resource_type,
        entry.resource_id::text,
        entry.details::text,
        entry.request_id,
        entry.personal_hash]) with ordinality as field (value, place)
$$;

-- Nobody brings a place or a hash along.
create function audit_entry_unsealed() returns trigger language plpgsql as $$
begin
    new.sequence := null;
    new.previous_hash := null;
    new.hash := null;
    return new;
end $$;

create trigger audit_entry_begins_unsealed before insert on audit_entry
    for each row execute function audit_entry_unsealed();

-- Links an entry into the chain. Deferred, so that the head of the chain is the last thing that a transaction locks, and
-- for its commit only: whoever waits for it holds nothing that this transaction still wants.
create function audit_entry_sealed() returns trigger language plpgsql set search_path from current as $$
declare
    head audit_head;
    entry audit_entry := new;
begin
    insert into audit_head (organisation_id, count, hash) values (new.organisation_id, 0, repeat('0', 64))
        on conflict do nothing;
    select * into strict head from audit_head where organisation_id = new.organisation_id for update;
    entry.sequence := head.count + 1;
    entry.previous_hash := head.hash;
    entry.hash := audit_hash(entry);
    update audit_entry set sequence = entry.sequence, previous_hash = entry.previous_hash, hash = entry.hash
        where id = entry.id;
    update audit_head set count = entry.sequence, hash = entry.hash where organisation_id = entry.organisation_id;
    return null;
end $$;

create constraint trigger audit_entry_is_sealed after insert on audit_entry
    deferrable initially deferred for each row execute function audit_entry_sealed();

create function audit_refused() returns trigger language plpgsql as $$
begin
    raise exception 'The audit log only grows.' using errcode = 'insufficient_privilege';
end $$;

create trigger audit_entry_frozen before update on audit_entry for each row when (old.hash is not null)
    execute function audit_refused();
create trigger audit_entry_stays before delete on audit_entry for each row execute function audit_refused();
create trigger audit_entry_not_emptied before truncate on audit_entry execute function audit_refused();

create trigger audit_head_goes_on before update on audit_head for each row
    when (new.organisation_id <> old.organisation_id or new.count <> old.count + 1)
    execute function audit_refused();
create trigger audit_head_stays before delete on audit_head for each row execute function audit_refused();
create trigger audit_head_not_emptied before truncate on audit_head execute function audit_refused();

create trigger audit_personal_frozen before update on audit_personal for each row execute function audit_refused();
create trigger audit_personal_stays before delete on audit_personal for each row
    when (current_setting('nocode.erasing', true) is distinct from 'yes')
    execute function audit_refused();
create trigger audit_personal_not_emptied before truncate on audit_personal execute function audit_refused();

-- Who erases an account, by whatever way, erases these personal data too.
create function audit_erased() returns trigger language plpgsql set search_path from current as $$
begin
    perform set_config('nocode.erasing', 'yes', true);
    delete from audit_personal where actor_id = old.id or email = old.email;
    perform set_config('nocode.erasing', '', true);
    return null;
end $$;

create trigger user_account_erased_from_audit after update on user_account for each row
    when (old.erased_at is null and new.erased_at is not null)
    execute function audit_erased();
