-- Workflows, their graphs and frozen versions, and what was executed.

create table workflow (
    id uuid primary key,
    project_id uuid not null references project on delete cascade,
    organization_id uuid not null,
    name text not null check (name <> ''),
    description text not null,
    trigger_type text not null,
    trigger_config jsonb not null,
    settings jsonb not null,
    layout jsonb not null,
    status text not null check (status in ('DRAFT', 'ACTIVE', 'INACTIVE')),
    -- The number of the version that new executions run; null before the first activation.
    active_version int,
    -- Where webhooks come in; a secret in itself.
    webhook_token text unique,
    -- When CRON fires next: null unless active and of that type.
    next_run_at timestamptz,
    created_by uuid not null,
    created_at timestamptz not null,
    updated_at timestamptz not null
);

create index workflow_project on workflow (project_id);
create index workflow_organization on workflow (organization_id, created_at);
create index workflow_due on workflow (next_run_at) where next_run_at is not null;

create table workflow_node (
    id uuid primary key,
    workflow_id uuid not null references workflow on delete cascade,
    name text not null check (name <> ''),
    node_type text not null,
    action_type text,
    position jsonb not null,
    config jsonb not null,
    inputs jsonb not null,
    outputs jsonb not null,
    retry jsonb,
    timeout text,
    on_error text not null check (on_error in ('FAIL', 'CONTINUE', 'ROUTE')),
    created_at timestamptz not null,
    updated_at timestamptz not null,
    -- Deferred, so that one graph replaces another in any order.
    constraint workflow_node_name unique (workflow_id, name) deferrable initially deferred
);

create table workflow_edge (
    id uuid primary key,
    workflow_id uuid not null references workflow on delete cascade,
    source_node uuid not null references workflow_node on delete cascade,
    target_node uuid not null references workflow_node on delete cascade,
    kind text not null check (kind in ('DEFAULT', 'TRUE', 'FALSE', 'ERROR')),
    label text not null,
    condition text not null,
    style jsonb not null,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    check (source_node <> target_node),
    constraint workflow_edge_once unique (source_node, target_node, kind, label) deferrable initially deferred
);

create index workflow_edge_workflow on workflow_edge (workflow_id);
create index workflow_edge_target on workflow_edge (target_node);

-- A version never changes: executions that began with it end with it.
create table workflow_version (
    id uuid primary key,
    workflow_id uuid not null references workflow on delete cascade,
    number int not null,
    content jsonb not null,
    created_by uuid not null,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    unique (workflow_id, number)
);

create table workflow_execution (
    id uuid primary key,
    workflow_id uuid not null references workflow on delete cascade,
    version_id uuid not null references workflow_version,
    project_id uuid not null,
    organization_id uuid not null,
    status text not null check (
        status in ('QUEUED', 'RUNNING', 'WAITING', 'COMPLETED', 'FAILED', 'CANCELLED', 'TIMED_OUT')),
    trigger_type text not null,
    -- As whom it acts.
    acts_as uuid not null,
    input_data jsonb not null,
    output_data jsonb,
    vars jsonb not null,
    error jsonb,
    retry_of uuid,
    -- Whether somebody waits for the end within the request that began it.
    awaited boolean not null,
    started_at timestamptz,
    completed_at timestamptz,
    deadline_at timestamptz not null,
    created_at timestamptz not null,
    updated_at timestamptz not null
);

create index workflow_execution_workflow on workflow_execution (workflow_id, created_at);
create index workflow_execution_organization on workflow_execution (organization_id, created_at);
create index workflow_execution_open on workflow_execution (deadline_at)
    where status in ('QUEUED', 'RUNNING', 'WAITING');
create index workflow_execution_version on workflow_execution (version_id);

create table execution_step (
    id uuid primary key,
    execution_id uuid not null references workflow_execution on delete cascade,
    node_id uuid not null,
    node_name text not null,
    attempt int not null check (attempt > 0),
    status text not null check (status in ('PENDING', 'RUNNING', 'WAITING', 'COMPLETED', 'FAILED', 'SKIPPED')),
    input_data jsonb,
    output_data jsonb,
    error jsonb,
    -- The edges that were taken from here; null while that is not decided.
    taken jsonb,
    due_at timestamptz not null,
    started_at timestamptz,
    completed_at timestamptz,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    -- However often a step is run, it is recorded once.
    constraint execution_step_once unique (execution_id, node_id, attempt)
);

create table execution_log (
    id uuid primary key,
    execution_id uuid not null references workflow_execution on delete cascade,
    node_id uuid,
    node_name text,
    level text not null,
    message text not null,
    created_at timestamptz not null,
    updated_at timestamptz not null
);

create index execution_log_execution on execution_log (execution_id, created_at);

-- Deliveries of webhooks that were taken in: one that comes again is answered with what the first began.
create table webhook_delivery (
    workflow_id uuid not null references workflow on delete cascade,
    key text not null,
    execution_id uuid not null,
    created_at timestamptz not null,
    primary key (workflow_id, key)
);
