-- Bills, and how they are paid.

-- Numbers an organisation's invoices. Whoever issues one keeps the row until it is written: no gap, nothing twice.
create table billing_account (
    organisation_id uuid primary key references organisation (id) on delete cascade,
    invoice_prefix text not null,
    invoice_count int not null check (invoice_count >= 0),
    created_at timestamptz not null,
    updated_at timestamptz not null
);

-- What an organisation has paid for and no longer uses; the next invoices in that currency are less.
create table billing_credit (
    organisation_id uuid not null references organisation (id) on delete cascade,
    currency text not null check (currency ~ '^[A-Z]{3}$'),
    amount numeric(14, 2) not null check (amount >= 0),
    updated_at timestamptz not null,
    primary key (organisation_id, currency)
);

create table payment_method (
    id uuid primary key,
    organisation_id uuid not null references organisation (id) on delete cascade,
    type text not null check (type in ('credit_card', 'sepa_debit', 'invoice')),
    provider text not null,
    -- By what the provider knows it; sealed by the master key.
    sealed_token text,
    provider_customer text,
    -- What the provider says of it, and nothing else.
    brand text,
    last4 text check (last4 ~ '^[0-9A-Z]{4}$'),
    exp_month int check (exp_month between 1 and 12),
    exp_year int check (exp_year between 2000 and 9999),
    is_default boolean not null,
    created_at timestamptz not null,
    updated_at timestamptz not null
);

create unique index payment_method_one_default on payment_method (organisation_id) where is_default;
create index payment_method_organisation on payment_method (organisation_id, created_at);

alter table subscription add column payment_method_id uuid references payment_method (id) on delete set null;
create index subscription_payment_method on subscription (payment_method_id) where payment_method_id is not null;

create table invoice (
    id uuid primary key,
    organisation_id uuid not null references organisation (id) on delete cascade,
    subscription_id uuid references subscription (id) on delete set null,
    payment_method_id uuid references payment_method (id) on delete set null,
    number text not null,
    status text not null check (status in ('OPEN', 'PAID', 'VOID')),
    currency text not null check (currency ~ '^[A-Z]{3}$'),
    -- Who issued it to whom, as they were called then.
    seller text not null,
    billed_to jsonb not null,
    lines jsonb not null,
    subtotal numeric(14, 2) not null check (subtotal >= 0),
    tax_rate numeric(5, 2) not null check (tax_rate between 0 and 100),
    tax numeric(14, 2) not null check (tax >= 0),
    total numeric(14, 2) not null,
    issued_at timestamptz not null,
    due_at timestamptz not null,
    paid_at timestamptz,
    voided_at timestamptz,
    -- By what the provider knows the payment.
    payment_reference text,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    constraint invoice_number_key unique (organisation_id, number),
    check (total = subtotal + tax),
    check ((status = 'PAID') = (paid_at is not null)),
    check ((status = 'VOID') = (voided_at is not null))
);

create index invoice_organisation on invoice (organisation_id, created_at);
create index invoice_created_at on invoice (created_at, id);
create index invoice_subscription on invoice (subscription_id, created_at);
create index invoice_payment_method on invoice (payment_method_id) where payment_method_id is not null;
create index invoice_due on invoice (due_at) where status = 'OPEN';

-- What providers have told us already: each event counts once.
create table payment_event (
    provider text not null,
    event_id text not null,
    received_at timestamptz not null,
    primary key (provider, event_id)
);

create index payment_event_received_at on payment_event (received_at);
