-- Stored reports are read again by a newer reader: first a preview for each, then, when that is wanted, the switch.

-- number counts the readings of a revision. What an earlier reading of it had said was sent before a rebuild, which therefore does not ring.
alter table reading add column number integer not null default 1 check (number >= 1);
alter table reading add column rebuild boolean not null default false;

-- In the background when it can wait until nothing else does.
alter table dispatch add column background boolean not null default false;
drop index dispatch_by_turn;
create index dispatch_by_turn on dispatch (background, due_at);

create table re_reading (
    id uuid primary key,
    sequence bigint generated always as identity unique,
    filter jsonb not null,
    apply boolean not null,
    state text not null check (state in ('RUNNING', 'PREVIEWED', 'APPLYING', 'APPLIED', 'CANCELLED')),
    -- The newest reader that took part. Replicas with an older one keep away.
    reader_version text not null,
    -- Counts applications. A report whose preview changed while an earlier one was applied waits for the next.
    round integer not null default 1,
    -- Reports are looked at in the order of their sequence, up to the last that was stored at the start.
    selected_after bigint not null default 0,
    selected_until bigint not null,
    started_by text not null,
    started_at timestamptz not null,
    changed_at timestamptz not null,
    -- What its reports came to, once it has ended; before, they are counted.
    counts jsonb,
    purged boolean not null default false
);

-- One report of a re-reading. A row without a lease, or whose lease has run out, may be taken while it is WAITING.
create table re_reading_report (
    re_reading uuid not null references re_reading,
    report uuid not null references report,
    sequence bigint not null,
    state text not null check (state in ('WAITING', 'READ', 'FAILED', 'SKIPPED', 'APPLIED')),
    round integer not null default 1,
    attempts integer not null default 0,
    lease uuid,
    leased_until timestamptz not null default '-infinity',
    -- What was read, and by which reader; base is the number of the stored reading it was compared with, 0 for none.
    revision integer,
    base integer,
    reader_version text,
    language text,
    failure text,
    changed boolean not null default false,
    added integer not null default 0,
    removed integer not null default 0,
    altered integer not null default 0,
    before jsonb,
    differences jsonb,
    -- The whole new set of a report that changed, until it is applied.
    claims jsonb,
    -- In this order, so that no index but the next two finds the rows of one re-reading by its id: the planner, which knows nothing of one
    -- that has just begun, would else read all of its rows to find those that wait.
    primary key (report, re_reading),
    check (state <> 'READ' or (revision is not null and base is not null and reader_version is not null)),
    check (state <> 'READ' or not changed or claims is not null)
);

create index re_reading_report_waiting on re_reading_report (re_reading, sequence) where state = 'WAITING';
create index re_reading_report_read on re_reading_report (re_reading, sequence) where state = 'READ';
create index re_reading_report_shown on re_reading_report (re_reading, sequence) where changed or failure is not null;

-- All of one, to be counted or deleted; by the text of its id for the same reason.
create index re_reading_report_all on re_reading_report ((re_reading::text));

-- A person may also have started, applied or cancelled a re-reading.
alter table audit alter column report drop not null;
alter table audit alter column revision drop not null;
alter table audit add column re_reading uuid references re_reading;
alter table audit add check ((report is null) <> (re_reading is null));
