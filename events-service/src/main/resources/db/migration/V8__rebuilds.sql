-- The version of the rules that a stored timeline follows; it stands in the first row of the place. A place that a rebuild has not reached yet
-- follows the version before.
alter table control_interval add column rules text;
update control_interval set rules = (select version from rules_in_force order by id desc limit 1) where position = 0;

-- All control computed anew from what is recorded. One at a time is at work; whoever works a batch off holds the row's lock until it is committed,
-- so that a replica that stops leaves nothing behind but the position of the batch before.
create table rebuild (
    id uuid primary key,
    sequence bigint generated always as identity unique,
    rules_version text not null,
    -- The version in force when it was asked for, and the row that had put it in force.
    rules_version_before text not null,
    in_force bigint not null,
    apply boolean not null,
    status text not null check (status in ('RUNNING', 'PREVIEWED', 'APPLYING', 'APPLIED', 'CANCELLED', 'FAILED')),
    -- The last place that is done, in the order of ids.
    position text not null default '',
    places integer,
    done integer not null default 0,
    different integer not null default 0,
    repaired integer not null default 0,
    changes jsonb not null default '{}',
    attempts integer not null default 0,
    problem text,
    author text not null,
    reason text check (length(reason) between 1 and 2000),
    started_at timestamptz not null,
    applied_at timestamptz,
    finished_at timestamptz,
    purged boolean not null default false,
    check ((finished_at is null) = (status in ('RUNNING', 'APPLYING'))),
    check (applied_at is not null or status not in ('APPLYING', 'APPLIED'))
);
create unique index rebuild_at_work on rebuild ((true)) where status in ('RUNNING', 'APPLYING');

-- A place whose timeline comes out otherwise; as it was shown, and once it is applied as it was done.
create table rebuild_difference (
    rebuild uuid not null references rebuild,
    place text collate "C" not null,
    body json not null,
    primary key (rebuild, place)
);
