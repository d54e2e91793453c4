-- What every module shares: work that must not be lost, and answers that may be asked for again.

create table outbox (
    id uuid primary key,
    kind text not null,
    payload jsonb not null,
    -- Two entries with one key are one: the second is not stored while the first is open.
    unique_key text,
    due_at timestamptz not null,
    attempts int not null default 0,
    leased_until timestamptz,
    leased_by text,
    last_error text,
    -- Set when every attempt failed; the entry stays for an administrator to see.
    failed_at timestamptz,
    created_at timestamptz not null default now()
);

create index outbox_due on outbox (due_at) where failed_at is null;
create unique index outbox_unique_key on outbox (kind, unique_key) where unique_key is not null and failed_at is null;

create table idempotency (
    caller text not null,
    key text not null,
    request_hash text not null,
    -- Null while the first request is at work.
    status int,
    content_type text,
    location text,
    body bytea,
    created_at timestamptz not null,
    primary key (caller, key)
);

create index idempotency_created_at on idempotency (created_at);
