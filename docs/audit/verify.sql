-- Checks the audit log: a row for each organisation, with what is wrong with its chain. It changes nothing, calls no
-- function of the platform, and needs only to read three tables:
--
--     psql "$NOCODE_DATABASE" -f docs/audit/verify.sql
--
-- `faults` must be empty. Note `entries` and `head` somewhere else: a later run must show the same hash in that place of
-- the chain (select hash from nocode.audit_entry where organisation_id = '…' and sequence = <entries>), else somebody has
-- rewritten the whole chain. docs/audit/README.md says how a hash is made.
with entry as (
    select e.organisation_id, e.sequence, e.id, e.hash, e.previous_hash, e.personal_hash,
        p.entry_id is null as erased,
        lag(e.hash, 1, repeat('0', 64)) over chain as hash_before,
        lag(e.sequence, 1, 0::bigint) over chain as sequence_before,
        encode(sha256(convert_to((
            select string_agg(coalesce(octet_length(value) || ':' || value || ',', '-,'), '' order by place)
            from unnest(array[
                'nocode-audit-1', e.previous_hash, e.organisation_id::text, e.sequence::text, e.id::text,
                to_char(e.created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), e.action, e.actor_kind,
                e.actor_id::text, e.api_key_id::text, e.resource_type, e.resource_id::text, e.details::text,
                e.request_id, e.personal_hash]) with ordinality as field (value, place)), 'UTF8')), 'hex') as expected,
        encode(sha256(convert_to((
            select string_agg(coalesce(octet_length(value) || ':' || value || ',', '-,'), '' order by place)
            from unnest(array[p.salt, p.address, p.user_agent, p.email])
                with ordinality as field (value, place)), 'UTF8')), 'hex') as expected_personal
    from nocode.audit_entry e left join nocode.audit_personal p on p.entry_id = e.id
    window chain as (partition by e.organisation_id order by e.sequence)
),
fault as (
    select organisation_id, sequence, 'an entry without a place in the chain: ' || id as text
        from entry where hash is null or sequence is null
    union all
    select organisation_id, sequence, 'entry ' || sequence || ' was changed'
        from entry where hash <> expected
    union all
    select organisation_id, sequence, 'the personal data of entry ' || sequence || ' were changed'
        from entry where not erased and personal_hash <> expected_personal
    union all
    select organisation_id, sequence, case when sequence = sequence_before + 2
            then 'entry ' || sequence - 1 || ' is missing'
            else 'entries ' || sequence_before + 1 || ' to ' || sequence - 1 || ' are missing' end
        from entry where sequence > sequence_before + 1
    union all
    select organisation_id, sequence, 'entry ' || sequence || ' does not follow from the one before'
        from entry where sequence = sequence_before + 1 and previous_hash <> hash_before
    union all
    select organisation_id, null,
            case when head.count > coalesce(last.count, 0)
                then 'the last ' || head.count - coalesce(last.count, 0) || ' entries are missing'
                when head.count = last.count then 'the last entry is not the one that was last'
                else 'the chain does not end where it was' end
        from nocode.audit_head head
        full join (select organisation_id, coalesce(max(sequence), 0) as count,
                (array_agg(hash order by sequence desc))[1] as hash
            from entry group by organisation_id) last using (organisation_id)
        where head.count is distinct from last.count or head.hash is distinct from last.hash
)
select organisation_id,
    (select count(*) from entry e where e.organisation_id = o.organisation_id) as entries,
    (select hash from entry e where e.organisation_id = o.organisation_id order by sequence desc limit 1) as head,
    (select count(*) from entry e where e.organisation_id = o.organisation_id and e.erased) as erased,
    (select coalesce(array_agg(text order by sequence), '{}') from fault f
        where f.organisation_id = o.organisation_id) as faults
from (select organisation_id from nocode.audit_entry union select organisation_id from nocode.audit_head) o
order by organisation_id;
