-- Which plan each organisation is on.

-- The plan that organisations start on, and whose limits hold where one has no subscription.
alter table subscription_plan add column is_default boolean not null default false;
create unique index subscription_plan_one_default on subscription_plan ((true)) where is_default;
update subscription_plan set is_default = true where id = '01930000-0000-7000-8000-000000000001';

-- A project holds at most 50 workflows on any plan; the plans that are paid for set no limit beside that.
update subscription_plan set max_workflows = -1
where max_workflows = 50 and id in ('01930000-0000-7000-8000-000000000002', '01930000-0000-7000-8000-000000000003',
    '01930000-0000-7000-8000-000000000004');

create table subscription (
    id uuid primary key,
    organisation_id uuid not null references organisation (id) on delete cascade,
    plan_id uuid not null references subscription_plan (id),
    billing_interval text not null check (billing_interval in ('monthly', 'yearly')),
    status text not null check (status in ('TRIALING', 'ACTIVE', 'PAST_DUE', 'CANCELED', 'EXPIRED')),
    -- What the whole of the current period costs; nothing while it is tried.
    period_price numeric(12, 2) not null check (period_price >= 0),
    currency text not null check (currency ~ '^[A-Z]{3}$'),
    -- Periods are counted from the anchor, so that the 31st comes back after a short month.
    anchor_at timestamptz not null,
    period_number int not null check (period_number >= 0),
    period_start timestamptz not null,
    period_end timestamptz not null,
    trial_end timestamptz,
    cancel_at_period_end boolean not null default false,
    canceled_at timestamptz,
    ended_at timestamptz,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    check (period_start < period_end),
    check ((ended_at is not null) = (status in ('CANCELED', 'EXPIRED')))
);

create unique index subscription_one_live on subscription (organisation_id)
    where status in ('TRIALING', 'ACTIVE', 'PAST_DUE');
create index subscription_organisation on subscription (organisation_id, created_at);
create index subscription_plan_id on subscription (plan_id);
create index subscription_period_end on subscription (period_end) where status in ('TRIALING', 'ACTIVE', 'PAST_DUE');

-- Organisations that there were before start on the same plan as new ones; their ids are UUIDs of version 7.
insert into subscription (id, organisation_id, plan_id, billing_interval, status, period_price, currency, anchor_at,
        period_number, period_start, period_end, created_at, updated_at)
select encode(set_bit(set_bit(overlay(uuid_send(gen_random_uuid())
            placing substring(int8send(floor(extract(epoch from clock_timestamp()) * 1000)::bigint) from 3)
            from 1 for 6), 52, 1), 53, 1), 'hex')::uuid,
    o.id, p.id, p.billing_interval, 'ACTIVE', p.price, p.currency, now(), 0, now(),
    (now() at time zone 'UTC' + case p.billing_interval when 'yearly' then interval '1 year' else interval '1 month'
        end) at time zone 'UTC', now(), now()
from organisation o cross join subscription_plan p
where p.is_default;
