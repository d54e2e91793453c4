-- Files of rows that are taken in by a job.

create table row_import (
    id uuid primary key,
    project_id uuid not null references project (id) on delete cascade,
    environment text not null,
    table_name text not null,
    mode text not null check (mode in ('insert', 'upsert')),
    on_conflict jsonb,
    -- Of columns of the file to fields, or to null for those that are left out.
    mapping jsonb not null,
    dry_run boolean not null,
    filename text not null,
    format jsonb not null,
    -- In which the reasons of refused rows are told.
    language text not null,
    requested_by uuid not null,
    -- Where a program asked: whether it still may is asked again at each piece.
    api_key_id uuid,
    status text not null check (status in ('pending', 'running', 'succeeded', 'failed', 'cancelled')),
    -- How many rows the file has, once it was read to its end; how many of them are done with, which is where a job
    -- that begins again goes on.
    total bigint,
    done bigint not null default 0,
    succeeded bigint not null default 0,
    failed bigint not null default 0,
    error text,
    started_at timestamptz,
    completed_at timestamptz,
    created_at timestamptz not null,
    updated_at timestamptz not null
);

create index row_import_project on row_import (project_id);

-- The file in pieces, until the job has ended.
create table row_import_chunk (
    import_id uuid not null references row_import (id) on delete cascade,
    number int not null,
    content bytea not null,
    primary key (import_id, number)
);

-- The first rows that were refused; all of them are counted above.
create table row_import_error (
    import_id uuid not null references row_import (id) on delete cascade,
    number bigint not null,
    line bigint not null,
    reason text not null,
    told jsonb not null,
    primary key (import_id, number)
);
