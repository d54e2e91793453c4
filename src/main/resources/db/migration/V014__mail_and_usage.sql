-- Mails whose text has begun to go to the mail server. Of one that is found here again nobody can tell whether it has
-- arrived: it is not sent twice.
create table mail_delivery (
    entry_id uuid primary key references outbox (id) on delete cascade,
    begun_at timestamptz not null
);

-- How often the API was called for an organisation, by the month (in UTC) that begins on the day.
create table api_usage (
    organisation_id uuid not null references organisation (id) on delete cascade,
    month date not null,
    calls bigint not null,
    primary key (organisation_id, month)
);
