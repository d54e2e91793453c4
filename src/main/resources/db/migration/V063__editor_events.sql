-- What open editors are told: each revision of a draft, who made it, and what it changed, in order. A revision is made
-- under the lock of its project, so that none becomes visible after a later one.
create table draft_event (
    project_id uuid not null references project (id) on delete cascade,
    revision bigint not null,
    user_id uuid references user_account (id),
    kind text not null,
    -- As in editor_change; null where only the whole draft tells.
    entries jsonb,
    created_at timestamptz not null,
    primary key (project_id, revision)
);

create index draft_event_user on draft_event (user_id);

-- Who has a project open in the editor. A node renews its own; what nobody renews has ended with its node.
create table editor_presence (
    id uuid primary key,
    project_id uuid not null references project (id) on delete cascade,
    user_id uuid not null references user_account (id) on delete cascade,
    joined_at timestamptz not null,
    expires_at timestamptz not null
);

create index editor_presence_project on editor_presence (project_id);
create index editor_presence_user on editor_presence (user_id);
create index editor_presence_expires on editor_presence (expires_at);
