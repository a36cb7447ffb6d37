-- What analysts decided about places. It stands over what sources say from valid_from until it expires; once withdrawn it stands nowhere.
-- Only withdrawn_* is ever set later.
create table decision (
    id uuid primary key,
    place text not null,
    state text not null check (state in ('HELD', 'CONTESTED', 'UNKNOWN')),
    holder text,
    parties jsonb not null,
    valid_from date not null,
    expires_at timestamptz,
    reason text not null check (length(reason) between 1 and 2000),
    author text not null,
    recorded_at timestamptz not null,
    withdrawn_at timestamptz check (withdrawn_at >= recorded_at),
    withdrawn_by text,
    withdrawal_reason text,
    check ((withdrawn_at is null) = (withdrawn_by is null)),
    check ((state = 'HELD') = (holder is not null and parties = '[]'))
);
create index decision_of_place on decision (place, recorded_at);

-- A data set that people compile and check: what it says itself confirms.
alter table publisher add column curated boolean not null default false;
alter table publisher_grade add column curated boolean not null default false;

-- Two actors that are one: what the one takes, the other holds. Only withdrawn_* is ever set later.
create table actor_merge (
    id uuid primary key,
    actor text not null,
    into_actor text not null check (into_actor <> actor),
    reason text not null check (length(reason) between 1 and 2000),
    author text not null,
    recorded_at timestamptz not null,
    withdrawn_at timestamptz check (withdrawn_at >= recorded_at),
    withdrawn_by text,
    withdrawal_reason text,
    check ((withdrawn_at is null) = (withdrawn_by is null))
);
create unique index actor_merge_of_actor on actor_merge (actor) where withdrawn_at is null;

-- Who holds places as long as nothing is known, where it is not their country's recognised government. The scope is a place, a region
-- (UA.14) or a country; the narrowest counts. A holder that is null is nobody known. Only replaced_at is ever set later.
create table baseline (
    id bigint generated always as identity primary key,
    scope text not null,
    holder text,
    author text not null,
    recorded_at timestamptz not null,
    replaced_at timestamptz check (replaced_at >= recorded_at)
);
create unique index baseline_of_scope on baseline (scope) where replaced_at is null;

-- The versions of the rules that were in force, the last one is. Timelines that were computed before this table came follow the first.
create table rules_in_force (
    id bigint generated always as identity primary key,
    version text not null,
    author text not null,
    reason text not null,
    recorded_at timestamptz not null
);
insert into rules_in_force (version, author, reason, recorded_at)
select '1', 'tocsin', 'The rules before they had versions.', min(recorded_at) from event having count(*) > 0;

-- A recomputation may wait for its time: the end of a decision.
alter table recomputation add column due_at timestamptz not null default '-infinity';
create index recomputation_due on recomputation (due_at, id);
