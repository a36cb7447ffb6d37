-- Where the feed of changes has been read to. Whoever writes alerts locks this row first: one replica at a time.
create table feed (
    name text primary key,
    cursor text
);
insert into feed (name) values ('changes');

-- One address of one owner: what is said about it (pauses, turns) holds for all subscriptions that use it.
create table endpoint (
    id bigint generated always as identity primary key,
    owner text not null,
    url text not null,
    paused_until timestamptz,
    claimed_at timestamptz,
    unique (owner, url)
);

create table subscription (
    id uuid primary key,
    position bigint generated always as identity unique,
    version integer not null,
    owner text not null,
    name text not null,
    endpoint_id bigint not null references endpoint,
    endpoint text not null,
    filter text not null check (filter is json object),
    minimum_assurance text not null check (minimum_assurance in ('BASELINE', 'CLAIMED', 'CORROBORATED', 'CONFIRMED')),
    include_past boolean not null,
    status text not null check (status in ('PENDING', 'ACTIVE', 'DISABLED')),
    status_reason text,
    challenge text not null,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    verified_at timestamptz
);
create index subscription_owner on subscription (owner, position);

-- Signing secrets, sealed; several while one replaces another.
create table secret (
    id uuid primary key,
    subscription_id uuid not null references subscription on delete cascade,
    key_id text not null,
    sealed bytea not null,
    created_at timestamptz not null,
    expires_at timestamptz
);
create index secret_subscription on secret (subscription_id);

-- What the feed said, as far as later changes may refer to it. root: the change that started it all.
create table change (
    id text primary key,
    position bigint generated always as identity unique,
    root text not null,
    kind text not null,
    subject text not null,
    from_actor text,
    to_actor text,
    current boolean not null,
    retracted boolean not null default false,
    recorded_at timestamptz not null
);
create index change_base on change (subject, position)
    where current and not retracted and kind in ('CHANGED_HANDS', 'CONTESTED', 'HELD_AFTER_ALL');
create index change_root on change (root);

-- What one subscription is told about one place, in order. head: the delivery under way; later ones wait for it.
create table lane (
    subscription_id uuid not null references subscription on delete cascade,
    subject text not null,
    sequence bigint not null default 0,
    last_alert uuid,
    head uuid,
    primary key (subscription_id, subject)
);

create table alert (
    id uuid primary key,
    position bigint generated always as identity unique,
    subscription_id uuid not null references subscription on delete cascade,
    subject text not null,
    sequence bigint not null,
    change_id text not null,
    root text not null,
    message text not null check (message in ('ALERT', 'UPDATE', 'CANCEL')),
    body text not null check (body is json object),
    created_at timestamptz not null,
    unique (subscription_id, change_id),
    unique (subscription_id, subject, sequence)
);
create index alert_change on alert (change_id);
create index alert_root on alert (root);

-- WAITING: behind an earlier one of its lane, or for the subscription to be active. READY: to be sent when due.
create table delivery (
    id uuid primary key,
    position bigint generated always as identity unique,
    subscription_id uuid not null references subscription on delete cascade,
    endpoint_id bigint not null references endpoint,
    kind text not null check (kind in ('ALERT', 'VERIFICATION', 'PING')),
    alert_id uuid references alert on delete cascade,
    subject text,
    sequence bigint,
    body text,
    state text not null check (state in ('WAITING', 'READY', 'SENDING', 'DELIVERED', 'DEAD')),
    attempts integer not null default 0,
    failures integer not null default 0,
    due_at timestamptz not null,
    lease uuid,
    leased_until timestamptz,
    created_at timestamptz not null,
    finished_at timestamptz,
    last_status integer,
    last_error text,
    check ((kind = 'ALERT') = (alert_id is not null)),
    check ((kind = 'ALERT') = (body is null)),
    check ((kind = 'ALERT') = (subject is not null and sequence is not null)),
    check ((state = 'SENDING') <= (lease is not null and leased_until is not null))
);
create index delivery_ready on delivery (endpoint_id, due_at) where state = 'READY';
create index delivery_due on delivery (due_at) where state = 'READY';
create index delivery_sending on delivery (endpoint_id, leased_until) where state = 'SENDING';
create index delivery_waiting on delivery (subscription_id, subject, sequence) where state = 'WAITING';
create index delivery_subscription on delivery (subscription_id, position);
create index delivery_alert on delivery (alert_id);

create table attempt (
    id bigint generated always as identity primary key,
    delivery_id uuid not null references delivery on delete cascade,
    number integer not null,
    started_at timestamptz not null,
    millis integer not null,
    status integer,
    error text,
    next_at timestamptz
);
create index attempt_delivery on attempt (delivery_id, id);
