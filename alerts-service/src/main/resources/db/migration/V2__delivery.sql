-- How an endpoint is faring. breaker OPEN: one probe at a time, from probe_at on. HALF_OPEN: it answers again, allowed grows with each answer.
-- epoch rises with each turn for the worse, so that what was sent before it does not count again.
alter table endpoint
    add column breaker text not null default 'CLOSED' check (breaker in ('CLOSED', 'OPEN', 'HALF_OPEN')),
    add column epoch integer not null default 0,
    add column allowed integer not null default 8 check (allowed between 1 and 8),
    add column failures integer not null default 0,
    add column probes integer not null default 0,
    add column probe_at timestamptz,
    add column failing_since timestamptz,
    add column failed_at timestamptz,
    add column disables_at timestamptz,
    add column last_status integer,
    add column last_error text,
    add check ((breaker = 'OPEN') = (probe_at is not null)),
    add check ((failing_since is null) = (disables_at is null));

create index subscription_endpoint on subscription (endpoint_id);

-- What an endpoint answered, by the hour.
create table endpoint_hour (
    endpoint_id bigint not null references endpoint on delete cascade,
    hour timestamptz not null,
    delivered bigint not null,
    failed bigint not null,
    millis bigint not null,
    slowest integer not null,
    delivered_at timestamptz,
    primary key (endpoint_id, hour)
);

-- What the owner of a subscription is to know of it. stage: how far the failing that began then had gone; one notice each.
create table notice (
    id uuid primary key,
    position bigint generated always as identity unique,
    subscription_id uuid not null references subscription on delete cascade,
    body text not null check (body is json object),
    failing_since timestamptz,
    stage integer,
    created_at timestamptz not null,
    unique (subscription_id, failing_since, stage)
);

-- Dead deliveries sent again, in the order of their positions, from after cursor on.
create table recovery (
    id uuid primary key,
    position bigint generated always as identity unique,
    subscription_id uuid not null references subscription on delete cascade,
    state text not null check (state in ('RUNNING', 'COMPLETED', 'CANCELLED')),
    made_from timestamptz,
    made_before timestamptz,
    include_delivered boolean not null,
    total bigint not null,
    taken bigint not null default 0,
    delivered bigint not null default 0,
    dead bigint not null default 0,
    cursor bigint not null default 0,
    started_by text not null,
    started_at timestamptz not null,
    finished_at timestamptz
);
create unique index recovery_running on recovery (subscription_id) where state = 'RUNNING';
create index recovery_subscription on recovery (subscription_id, position);

-- urgent: somebody asked for it by hand; it goes first, also to an endpoint that is paused. Only while it is due at once.
alter table delivery
    add column urgent boolean not null default false,
    add column recovery_id uuid;
drop index delivery_ready;
create index delivery_ready on delivery (endpoint_id, urgent desc, due_at) where state = 'READY';
create index delivery_dead on delivery (subscription_id, position) where state = 'DEAD';
create index delivery_recovery on delivery (recovery_id, state) where recovery_id is not null;

-- The request's headers as a JSON object, signatures left out; null when nothing was sent.
alter table attempt add column headers text check (headers is json object);
