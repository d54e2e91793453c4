-- People who use an application, apart from those who build it: each application has its own, in each environment.

create table app_user (
    id uuid primary key,
    app_id uuid not null references app (id) on delete cascade,
    environment text not null check (environment in ('staging', 'prod')),
    email text not null,
    -- Empty as long as an invitation waits for its password: that matches none.
    password_hash text not null,
    name text not null,
    role text not null,
    language text not null,
    is_active boolean not null,
    email_verified boolean not null,
    last_login timestamptz,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    constraint app_user_email unique (app_id, environment, email)
);

create index app_user_app on app_user (app_id, created_at desc, id);

-- Sign-ins and mailed links serve them too. The realm is the application whose account user_id then is; null is the
-- platform. A token of one realm is unknown in every other.
alter table user_session drop constraint user_session_user_id_fkey;
alter table user_session add column realm uuid references app (id) on delete cascade;
create index user_session_realm on user_session (realm) where realm is not null;

alter table one_time_token drop constraint one_time_token_user_id_fkey;
alter table one_time_token add column realm uuid references app (id) on delete cascade;
create index one_time_token_realm on one_time_token (realm) where realm is not null;

-- The host names under which applications are found. One name has one application in the whole installation.
create table app_domain (
    domain text primary key,
    app_id uuid not null references app (id) on delete cascade,
    created_at timestamptz not null
);

create index app_domain_app on app_domain (app_id);
