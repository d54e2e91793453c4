-- What people change in the visual editor, so that each can undo and redo their own, and all can see who did what.
create table editor_change (
    id uuid primary key,
    project_id uuid not null references project (id) on delete cascade,
    user_id uuid not null references user_account (id),
    kind text not null,
    -- The draft's revision that the change led to.
    revision bigint not null,
    -- Each component that differs: its id, how it was and how it is then; null where it was not or is not there.
    entries jsonb not null,
    -- A change that was undone is discarded when another one follows: it cannot be redone any more.
    state text not null check (state in ('DONE', 'UNDONE', 'DISCARDED')),
    created_at timestamptz not null
);

create index editor_change_project on editor_change (project_id, id);
create index editor_change_own on editor_change (project_id, user_id, state, id);
create index editor_change_user on editor_change (user_id);
