-- Applications, their deployments, and what is live where.

-- What an environment holds: the version deployed there. The tables stand in the project's PostgreSQL schema of that
-- environment; this row changes in the very transaction that changes them.
create table environment (
    id uuid primary key,
    project_id uuid not null references project (id) on delete cascade,
    name text not null check (name in ('staging', 'prod')),
    version_number int not null,
    -- The tables as deployed, in the order of the version.
    tables jsonb not null,
    -- Routes and pages as deployed.
    content jsonb not null,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    unique (project_id, name)
);

create table app (
    id uuid primary key,
    project_id uuid not null references project (id) on delete cascade,
    organization_id uuid not null,
    name text not null,
    slug text not null,
    status text not null check (status in
        ('draft', 'generating', 'generated', 'deployment_pending', 'deployed', 'deployment_failed', 'error')),
    environment text not null check (environment in ('staging', 'prod')),
    version_number int not null,
    configuration jsonb not null,
    generation_task_id uuid not null,
    -- What the generation made: routes, pages, tables of the version.
    bundle jsonb,
    error text,
    stopped boolean not null,
    created_by uuid not null,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    constraint app_slug unique (slug)
);

create index app_organization on app (organization_id, created_at desc, id);
create index app_project on app (project_id);

create table deployment (
    id uuid primary key,
    app_id uuid not null references app (id) on delete cascade,
    project_id uuid not null references project (id) on delete cascade,
    organization_id uuid not null,
    kind text not null check (kind in ('deploy', 'rollback')),
    environment text not null check (environment in ('staging', 'prod')),
    version_number int not null,
    -- What was live before; null for nothing.
    from_version int,
    allow_data_loss boolean not null,
    force_redeploy boolean not null,
    status text not null check (status in ('pending', 'running', 'succeeded', 'failed', 'cancelled')),
    error_code text,
    error text,
    retry_of uuid references deployment (id) on delete set null,
    requested_by uuid not null,
    -- Made by the step that publishes the routes; goes live with the tables.
    content jsonb,
    started_at timestamptz,
    completed_at timestamptz,
    created_at timestamptz not null,
    updated_at timestamptz not null
);

-- One at a time in an environment of a project; the others learn so at once.
create unique index deployment_one_open on deployment (project_id, environment)
    where status in ('pending', 'running');
create index deployment_app on deployment (app_id, created_at desc, id);
create index deployment_organization on deployment (organization_id, created_at desc, id);

create table deployment_step (
    id uuid primary key,
    deployment_id uuid not null references deployment (id) on delete cascade,
    position int not null,
    name text not null,
    status text not null check (status in ('pending', 'running', 'succeeded', 'failed', 'cancelled')),
    started_at timestamptz,
    completed_at timestamptz,
    details jsonb,
    error text,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    unique (deployment_id, position)
);

-- Copies of tables from before a change that takes data away.
create table deployment_backup (
    id uuid primary key,
    deployment_id uuid not null references deployment (id) on delete cascade,
    table_name text not null,
    pg_schema text not null,
    pg_table text not null,
    rows_count bigint not null,
    created_at timestamptz not null,
    unique (deployment_id, table_name)
);
