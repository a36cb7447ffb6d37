-- Which signatures a subscription asks for, in the order of the words.
alter table subscription
    add column signatures text not null default 'v1' check (signatures in ('v1', 'v1a', 'v1 v1a'));

-- v1: a shared secret. v1a: a pair of keys, the private one sealed, the public one to be published.
alter table secret
    add column scheme text not null default 'v1' check (scheme in ('v1', 'v1a')),
    add column public_key bytea check (length(public_key) = 32),
    add check ((scheme = 'v1a') = (public_key is not null));
alter table secret alter column scheme drop default;

-- One key of each scheme is in use; those with an end overlap with it.
create unique index secret_in_use on secret (subscription_id, scheme) where expires_at is null;
create index secret_key on secret (key_id);
