-- What is designed: projects, their tables, pages and components, and the versions that freeze them.

create table project (
    id uuid primary key,
    organization_id uuid not null references organisation (id) on delete cascade,
    name text not null,
    slug text not null,
    -- The stem of the names of its PostgreSQL schemas: <schema_name>_dev, _staging, _prod.
    schema_name text not null unique,
    description text not null,
    icon text not null,
    visibility text not null check (visibility in ('PRIVATE', 'PUBLIC')),
    status text not null check (status in ('DRAFT', 'PUBLISHED', 'ARCHIVED')),
    default_environment text not null check (default_environment in ('dev', 'staging', 'prod')),
    current_version int,
    -- Grows with every change of the draft; the editor builds upon it.
    revision bigint not null,
    created_by uuid not null,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    constraint project_slug unique (organization_id, slug)
);

create unique index project_name on project (organization_id, lower(name));
create index project_public on project (created_at, id) where visibility = 'PUBLIC';

create table table_design (
    id uuid primary key,
    project_id uuid not null references project (id) on delete cascade,
    name text not null,
    -- The table as studio.schema writes it.
    definition jsonb not null,
    created_by uuid not null,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    -- Checked at the end of a statement, so that two tables can swap names.
    constraint table_design_name unique (project_id, name) deferrable initially immediate
);

-- What was done to the tables of dev, each change with its statements.
create table schema_migration (
    id uuid primary key,
    project_id uuid not null references project (id) on delete cascade,
    -- No reference: what happened to a table that is gone remains told.
    table_id uuid not null,
    steps jsonb not null,
    created_by uuid not null,
    created_at timestamptz not null
);

create index schema_migration_project on schema_migration (project_id, created_at);

create table page (
    id uuid primary key,
    project_id uuid not null references project (id) on delete cascade,
    name text not null,
    route text not null,
    is_home boolean not null,
    title text not null,
    access text not null,
    config jsonb not null,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    constraint page_route unique (project_id, route)
);

create unique index page_home on page (project_id) where is_home;

create table component (
    id uuid primary key,
    page_id uuid not null references page (id) on delete cascade,
    parent_id uuid,
    slot text not null,
    -- Its place among those of the same parent and slot.
    place int not null,
    component_type text not null,
    position jsonb not null,
    config jsonb not null,
    style jsonb not null,
    visible_if text,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    unique (id, page_id),
    -- What a container holds is on the container's page, and goes with it.
    constraint component_parent foreign key (parent_id, page_id) references component (id, page_id) on delete cascade
);

create index component_page on component (page_id);
create index component_children on component (parent_id);

create table project_version (
    id uuid primary key,
    project_id uuid not null references project (id) on delete cascade,
    number int not null check (number > 0),
    notes text not null,
    content jsonb not null,
    -- SHA-256 of the content in canonical form.
    content_hash text not null,
    created_by uuid not null,
    created_at timestamptz not null,
    constraint project_version_number unique (project_id, number)
);

-- A version never changes; whatever was deployed from it can be deployed from it again.
create function project_version_is_frozen() returns trigger language plpgsql as $$
begin
    raise exception 'A version never changes.';
end $$;

create trigger project_version_frozen before update on project_version
    for each row execute function project_version_is_frozen();
