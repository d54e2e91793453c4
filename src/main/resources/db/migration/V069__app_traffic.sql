-- What each node answered for each application in each minute. Nodes add to it in batches.
create table app_traffic (
    app_id uuid not null references app (id) on delete cascade,
    environment text not null check (environment in ('staging', 'prod')),
    minute timestamptz not null,
    node text not null,
    requests bigint not null,
    -- 4xx, and 5xx.
    refusals bigint not null,
    failures bigint not null,
    micros bigint not null,
    slowest_micros bigint not null,
    primary key (app_id, environment, minute, node)
);

create index app_traffic_minute on app_traffic (minute);
