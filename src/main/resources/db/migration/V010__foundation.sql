-- Accounts, sign-ins, organisations and the plans.

create table user_account (
    id uuid primary key,
    -- In the form of EmailAddress: trimmed and in lower case, so that the constraint holds whatever the case.
    email text not null,
    password_hash text not null,
    first_name text not null,
    last_name text not null,
    country text,
    phone_number text,
    language text not null,
    timezone text not null,
    is_active boolean not null default true,
    is_staff boolean not null default false,
    is_superuser boolean not null default false,
    email_verified boolean not null default false,
    last_login timestamptz,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    constraint user_account_email_key unique (email)
);

create index user_account_created_at on user_account (created_at, id);

-- A sign-in: the family of refresh tokens that descend from one login.
create table user_session (
    id uuid primary key,
    user_id uuid not null references user_account (id) on delete cascade,
    address text not null,
    user_agent text,
    last_seen_at timestamptz not null,
    expires_at timestamptz not null,
    ended_at timestamptz,
    ended_reason text check (ended_reason in ('LOGOUT', 'ENDED', 'PASSWORD', 'DEACTIVATED', 'TOKEN_REUSED')),
    created_at timestamptz not null,
    updated_at timestamptz not null
);

create index user_session_user on user_session (user_id, created_at) where ended_at is null;
create index user_session_expires_at on user_session (expires_at);

create table refresh_token (
    id uuid primary key,
    session_id uuid not null references user_session (id) on delete cascade,
    token_hash text not null unique,
    expires_at timestamptz not null,
    spent_at timestamptz,
    -- The token that took its place, sealed: within the grace the same one is given again.
    sealed_child text,
    created_at timestamptz not null,
    updated_at timestamptz not null
);

create index refresh_token_session on refresh_token (session_id);

-- The tokens in e-mails: bound to an account and a purpose, used once.
create table one_time_token (
    id uuid primary key,
    user_id uuid not null references user_account (id) on delete cascade,
    purpose text not null check (purpose in ('VERIFY_EMAIL', 'RESET_PASSWORD')),
    token_hash text not null unique,
    expires_at timestamptz not null,
    used_at timestamptz,
    created_at timestamptz not null,
    updated_at timestamptz not null
);

create index one_time_token_user on one_time_token (user_id, purpose);
create index one_time_token_expires_at on one_time_token (expires_at);

create table login_attempt (
    id uuid primary key,
    -- SHA-256 of what was typed as e-mail: it may belong to no account, or be a password typed into the wrong field.
    account_hash text not null,
    address text not null,
    user_agent_hash text not null,
    succeeded boolean not null,
    created_at timestamptz not null
);

create index login_attempt_account on login_attempt (account_hash, created_at);
create index login_attempt_address on login_attempt (address, created_at);
create index login_attempt_created_at on login_attempt (created_at);

-- The id is the `kid`. The private half is sealed by the master key.
create table signing_key (
    id uuid primary key,
    public_jwk jsonb not null,
    sealed_private_jwk text not null,
    -- Set when another key has taken over; it verifies until the last token that it signed has expired.
    retired_at timestamptz,
    created_at timestamptz not null,
    updated_at timestamptz not null
);

create unique index signing_key_one_at_work on signing_key ((true)) where retired_at is null;

create table organisation (
    id uuid primary key,
    name text not null,
    slug text not null,
    description text not null default '',
    type text not null check (type in ('COMPANY', 'STARTUP', 'AGENCY', 'FREELANCE', 'NON_PROFIT')),
    status text not null default 'ACTIVE' check (status in ('ACTIVE', 'SUSPENDED')),
    city text,
    max_members int not null check (max_members > 0),
    created_at timestamptz not null,
    updated_at timestamptz not null,
    constraint organisation_slug_key unique (slug)
);

create index organisation_created_at on organisation (created_at, id);

create table organisation_member (
    id uuid primary key,
    organisation_id uuid not null references organisation (id) on delete cascade,
    -- Null until the invitation is accepted.
    user_id uuid references user_account (id) on delete cascade,
    email text not null,
    role text not null check (role in ('VIEWER', 'MEMBER', 'ADMIN', 'OWNER')),
    status text not null check (status in ('PENDING', 'ACTIVE')),
    -- Names of actions that this member may do beyond the role.
    permissions jsonb not null default '[]',
    invited_by uuid references user_account (id) on delete set null,
    invitation_hash text unique,
    invitation_expires_at timestamptz,
    joined_at timestamptz,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    constraint organisation_member_email_key unique (organisation_id, email),
    constraint organisation_member_user_key unique (organisation_id, user_id),
    check ((status = 'ACTIVE') = (user_id is not null)),
    check ((status = 'ACTIVE') = (joined_at is not null)),
    check ((status = 'PENDING') = (invitation_hash is not null)),
    check (role <> 'OWNER' or status = 'ACTIVE')
);

create unique index organisation_member_one_owner on organisation_member (organisation_id) where role = 'OWNER';
create index organisation_member_user on organisation_member (user_id) where status = 'ACTIVE';
create index organisation_member_email on organisation_member (email) where status = 'PENDING';

-- Filled in development only.
create table mailbox_mail (
    id uuid primary key,
    recipient text not null,
    subject text not null,
    text_body text not null,
    html_body text not null,
    created_at timestamptz not null
);

create index mailbox_mail_created_at on mailbox_mail (created_at desc, id desc);

create table subscription_plan (
    id uuid primary key,
    name text not null unique,
    description text not null,
    price numeric(12, 2) not null check (price >= 0),
    currency text not null check (currency ~ '^[A-Z]{3}$'),
    billing_interval text not null check (billing_interval in ('monthly', 'yearly')),
    features jsonb not null,
    -- -1 stands for unlimited.
    max_projects int not null check (max_projects >= -1),
    max_members int not null check (max_members >= -1),
    max_storage_gb int not null check (max_storage_gb >= -1),
    max_workflows int not null check (max_workflows >= -1),
    trial_days int not null check (trial_days >= 0),
    position int not null unique,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now()
);

insert into subscription_plan (id, name, description, price, currency, billing_interval, features, max_projects,
        max_members, max_storage_gb, max_workflows, trial_days, position) values
    ('01930000-0000-7000-8000-000000000001', 'Starter', 'For a first application.', 0, 'EUR', 'monthly',
        '["Five projects", "Five members", "1 GB of storage", "Community support"]', 5, 5, 1, 50, 0, 1),
    ('01930000-0000-7000-8000-000000000002', 'Professional', 'For teams that build every day.', 99.99, 'EUR', 'monthly',
        '["Unlimited projects", "Fifty members", "50 GB of storage", "E-mail support"]', -1, 50, 50, 50, 14, 2),
    ('01930000-0000-7000-8000-000000000003', 'Business', 'For several teams with shared applications.', 299.99, 'EUR',
        'monthly', '["Unlimited projects", "250 members", "250 GB of storage", "Priority support"]', -1, 250, 250, 50,
        14, 3),
    ('01930000-0000-7000-8000-000000000004', 'Enterprise', 'For whole companies.', 999.99, 'EUR', 'monthly',
        '["Unlimited projects", "1,000 members", "1,000 GB of storage", "A named contact"]', -1, 1000, 1000, 50, 30, 4);
