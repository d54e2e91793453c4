-- Backups of environments, what is restored from them, and rows copied between environments.

create table environment_backup (
    id uuid primary key,
    project_id uuid not null references project (id) on delete cascade,
    environment text not null check (environment in ('staging', 'prod')),
    reason text not null check (reason in ('manual', 'scheduled', 'before_restore')),
    status text not null check (status in ('pending', 'running', 'succeeded', 'failed', 'cancelled')),
    -- What the environment holds; filled in when the backup is made, or when its tables were put aside.
    version_number int,
    tables jsonb,
    -- The PostgreSQL schema that it is made from and that goes with it; null for the environment's own, which stays.
    source_schema text,
    tables_count int not null,
    rows_count bigint not null,
    -- Of the file, packed.
    size_bytes bigint not null,
    sha256 text,
    error text,
    requested_by uuid,
    completed_at timestamptz,
    -- When it is deleted; null for never.
    expires_at timestamptz,
    created_at timestamptz not null,
    updated_at timestamptz not null
);

create index environment_backup_project on environment_backup (project_id, created_at desc, id);
create index environment_backup_expiry on environment_backup (expires_at) where expires_at is not null;

-- The file in pieces: a script of SQL, packed by gzip as a whole.
create table environment_backup_chunk (
    backup_id uuid not null references environment_backup (id) on delete cascade,
    number int not null,
    content bytea not null,
    primary key (backup_id, number)
);

create table backup_schedule (
    id uuid primary key,
    project_id uuid not null references project (id) on delete cascade,
    environment text not null check (environment in ('staging', 'prod')),
    every_hours int not null,
    keep int not null,
    next_at timestamptz not null,
    created_by uuid not null,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    constraint backup_schedule_one unique (project_id, environment)
);

create index backup_schedule_due on backup_schedule (next_at);

-- Work that gives an environment other rows.
create table environment_job (
    id uuid primary key,
    project_id uuid not null references project (id) on delete cascade,
    kind text not null check (kind in ('restore', 'copy')),
    environment text not null check (environment in ('dev', 'staging', 'prod')),
    request jsonb not null,
    status text not null check (status in ('pending', 'running', 'succeeded', 'failed', 'cancelled')),
    details jsonb,
    error_code text,
    error text,
    requested_by uuid not null,
    completed_at timestamptz,
    created_at timestamptz not null,
    updated_at timestamptz not null
);

create unique index environment_job_one_open on environment_job (project_id, environment)
    where status in ('pending', 'running');
create index environment_job_project on environment_job (project_id, created_at desc, id);
