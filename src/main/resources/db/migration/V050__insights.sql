-- What people and programs did, and the files made from it.

-- One row an event. A month is a partition, so that old months are dropped and not deleted row by row; the months are
-- made ahead by the platform. Events from before the first month lie in event_other.
create table event (
    id uuid not null,
    event_type text not null check (event_type in
        ('user_action', 'system_event', 'api_call', 'page_view', 'feature_usage', 'error_occurred')),
    event_name text not null,
    properties jsonb not null,
    context jsonb not null,
    session_id text,
    anonymous_id text,
    -- No foreign keys: what happened stays true when a person or a project is gone.
    user_id uuid,
    organization_id uuid,
    project_id uuid,
    batch_id uuid,
    ip_address text,
    user_agent text,
    tracked_at timestamptz not null,
    created_at timestamptz not null,
    primary key (id, tracked_at)
) partition by range (tracked_at);

create table event_other partition of event default;

create index event_organization on event (organization_id, tracked_at desc, id desc);
create index event_user on event (user_id, tracked_at desc, id desc);
create index event_project on event (project_id, tracked_at desc, id desc);
create index event_name on event (organization_id, event_name, tracked_at desc);

create table export (
    id uuid primary key,
    organization_id uuid not null,
    requested_by uuid not null,
    export_type text not null,
    format text not null,
    filters jsonb not null,
    fields jsonb not null,
    options jsonb not null,
    status text not null check (status in ('pending', 'running', 'succeeded', 'failed', 'cancelled')),
    -- How far the job is: what it may expect, what it has written, and the key of the last row written.
    total_count bigint,
    records_count bigint not null default 0,
    size_bytes bigint not null default 0,
    chunks_count int not null default 0,
    last_key text,
    filename text not null,
    sha256 text,
    error text,
    started_at timestamptz,
    completed_at timestamptz,
    expires_at timestamptz,
    created_at timestamptz not null,
    updated_at timestamptz not null
);

create index export_organization on export (organization_id, created_at desc, id);
create index export_expires on export (expires_at) where status = 'succeeded';

-- The file, in the pieces in which the job wrote it.
create table export_chunk (
    export_id uuid not null references export (id) on delete cascade,
    number int not null,
    -- Where in the file the piece begins.
    start_at bigint not null,
    content bytea not null,
    created_at timestamptz not null default now(),
    primary key (export_id, number)
);
