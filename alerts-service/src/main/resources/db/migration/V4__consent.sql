-- When the endpoint was last asked, and how many wrong codes were given since.
alter table subscription
    add column asked_at timestamptz,
    add column code_tries integer not null default 0;
update subscription set asked_at = updated_at;
alter table subscription alter column asked_at set not null;

-- Requests a minute, as far as the endpoint said so when it allowed them.
alter table endpoint add column allowed_rate integer check (allowed_rate > 0);
