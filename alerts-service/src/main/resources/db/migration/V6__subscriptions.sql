-- Every write that a person makes: who, when, what, to what.
create table audit (
    id bigint generated always as identity primary key,
    recorded_at timestamptz not null,
    author text not null,
    action text not null,
    subject text not null,
    detail text not null
);

-- format: in what words the endpoint is told. paused_until null: until the owner resumes it.
alter table subscription
    add column format text not null default 'cloudevents' check (format in ('cloudevents', 'slack', 'mattermost')),
    add column paused_at timestamptz,
    add column paused_until timestamptz,
    add column pause_reason text,
    add column paused_by text,
    add check ((paused_at is null) = (paused_by is null)),
    add check (paused_at is not null or (paused_until is null and pause_reason is null));

-- What an owner does not want to be told for a while. It ends early by ends_at.
create table silence (
    id uuid primary key,
    position bigint generated always as identity unique,
    owner text not null,
    matchers text not null check (matchers is json object),
    starts_at timestamptz not null,
    ends_at timestamptz not null,
    comment text not null,
    created_by text not null,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    check (ends_at >= starts_at)
);
create index silence_owner on silence (owner, position);
create index silence_end on silence (owner, ends_at);

-- The change as the feed gave it, for previews and for what holds when a silence ends; what was kept before has none.
alter table change add column json text check (json is json object);
create index change_stored on change (position) where json is not null;
create index change_state on change (subject, position) where current;

-- false: held back, or out of date when it might have gone; nobody was sent it.
alter table alert add column sent boolean not null default true;

-- HELD: by a pause or a silence, to be looked at again at held_until. SKIPPED: out of date when that ended.
-- The body of an alert's delivery is the alert's own, unless it was held and is told otherwise than it would have been.
alter table delivery
    add column held_until timestamptz,
    drop constraint delivery_state_check,
    add constraint delivery_state_check
        check (state in ('WAITING', 'READY', 'SENDING', 'DELIVERED', 'DEAD', 'HELD', 'SKIPPED')),
    add constraint delivery_held_check check ((state = 'HELD') = (held_until is not null)),
    drop constraint delivery_check1,
    add constraint delivery_body_check check (kind = 'ALERT' or body is not null);
create index delivery_held on delivery (held_until) where state = 'HELD';
create index delivery_held_lane on delivery (subscription_id, subject, sequence) where state = 'HELD';
