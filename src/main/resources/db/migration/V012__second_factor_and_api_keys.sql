-- Second factors and API keys; the answers kept for an Idempotency-Key are sealed from here on.

-- Those kept until now are in the clear, with a plain hash of the body: none of them is needed so much.
delete from idempotency;

alter table user_account
    -- What the account shares with its authenticator, sealed by the master key; there from the set-up on.
    add column otp_secret text,
    -- Since when signing in needs the authenticator: set once it has proved to work.
    add column otp_since timestamptz,
    -- The newest time step whose code was taken: no code is good twice.
    add column otp_last_step bigint,
    add constraint user_account_otp check (otp_since is null or otp_secret is not null);

create table recovery_code (
    id uuid primary key,
    user_id uuid not null references user_account (id) on delete cascade,
    code_hash text not null,
    used_at timestamptz,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    constraint recovery_code_once unique (user_id, code_hash)
);

create table api_key (
    id uuid primary key,
    organisation_id uuid not null references organisation (id) on delete cascade,
    maker_id uuid not null references user_account (id) on delete cascade,
    name text not null check (name <> ''),
    -- The key's first letters, by which people recognise it.
    prefix text not null,
    key_hash text not null unique,
    role text not null check (role in ('VIEWER', 'MEMBER', 'ADMIN', 'OWNER')),
    -- The only projects that it may touch; empty for all of the organisation. No foreign keys: a key for a project that
    -- is gone may touch nothing.
    project_ids uuid[] not null default '{}',
    expires_at timestamptz,
    last_used_at timestamptz,
    created_at timestamptz not null,
    updated_at timestamptz not null
);

create index api_key_organisation on api_key (organisation_id, created_at);
create index api_key_maker on api_key (maker_id);
