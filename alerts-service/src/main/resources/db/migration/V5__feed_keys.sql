-- Keys by which readers of feeds, which send no token, see the alerts of one subscription. Only their hashes are kept (SHA-256 of 32 random bytes).
create table feed_key (
    id uuid primary key,
    subscription_id uuid not null references subscription on delete cascade,
    hash bytea not null unique,
    created_at timestamptz not null
);
create index feed_key_subscription on feed_key (subscription_id);
create index alert_subscription on alert (subscription_id, position);
