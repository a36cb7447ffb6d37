-- Who publishes, and how reliable that source is on the Admiralty scale (A to F).
create table publisher (
    slug text primary key check (slug ~ '^[^\s]{1,200}$'),
    name text not null check (length(name) between 1 and 200),
    grade text not null check (grade in ('A', 'B', 'C', 'D', 'E', 'F')),
    graded_at timestamptz not null
);

-- Every grade a publisher ever had: what was believed on an earlier day is computed with the grades of that day.
create table publisher_grade (
    publisher text not null references publisher,
    recorded_at timestamptz not null,
    grade text not null check (grade in ('A', 'B', 'C', 'D', 'E', 'F')),
    primary key (publisher, recorded_at)
);

-- Every write that a person made.
create table audit (
    id bigint generated always as identity primary key,
    recorded_at timestamptz not null,
    author text not null,
    action text not null,
    subject text not null,
    detail text not null
);

-- What was said about a report, revision by revision; nothing here is ever changed.
create table report_revision (
    report text not null,
    revision integer not null check (revision >= 1),
    publisher text not null references publisher,
    title text,
    url text,
    published_at timestamptz not null,
    language text,
    copy_of text,
    live boolean not null,
    reader_version text not null,
    recorded_at timestamptz not null,
    primary key (report, revision)
);

-- One claim of one sentence. Only withdrawn_at is ever set later. The report's facts stand here again because the timeline of a place is
-- computed from them for thousands of events at a time.
create table event (
    serial bigint generated always as identity unique,
    id text primary key,
    report text not null,
    revision integer not null,
    publisher text not null,
    published_at timestamptz not null,
    copy_of text,
    type text not null,
    stance text not null,
    changes_hands boolean not null,
    extent text not null,
    confidence double precision not null check (confidence between 0 and 1),
    place text,
    country text,
    latitude double precision,
    longitude double precision,
    actor text,
    actor_name text,
    target text,
    target_name text,
    claimant text,
    claimant_name text,
    occurred_on date not null,
    date_precision text not null,
    evidence jsonb not null,
    reasons jsonb not null,
    recorded_at timestamptz not null,
    withdrawn_at timestamptz check (withdrawn_at >= recorded_at),
    foreign key (report, revision) references report_revision
);
create index event_of_report on event (report, serial);
create index event_of_place on event (place, serial);
create index event_of_actor on event (actor, serial);
create index event_of_day on event (occurred_on, serial);
create index event_of_publisher on event (publisher) where withdrawn_at is null;

-- Who holds a place over an interval of days, as believed today. An interval runs from valid_from (null: always) up to but not including
-- valid_to (null: still). Places without a row are held by their baseline holder.
create table control_interval (
    place text collate "C" not null,
    position integer not null,
    valid_from date,
    valid_to date,
    country text not null,
    latitude double precision not null,
    longitude double precision not null,
    assurance text not null,
    control jsonb not null,
    primary key (place, position),
    check (valid_from < valid_to)
);
create index control_interval_by_country on control_interval (country, place) where assurance <> 'BASELINE';

-- The feed. last is the cursor given most recently; its row is locked from the moment a cursor is given until the commit, so cursors
-- become visible in their order. epoch changes when the database is restored from a backup, which makes older cursors invalid.
create table feed (
    singleton boolean primary key default true check (singleton),
    epoch integer not null,
    last bigint not null
);
insert into feed (epoch, last) values (1, 0);

create table change (
    cursor bigint primary key,
    id uuid not null unique,
    kind text not null,
    place text,
    valid_from date,
    from_id text,
    from_name text,
    to_id text,
    to_name text,
    current boolean not null,
    live boolean not null,
    revises uuid references change (id),
    cause_type text not null,
    cause_id text not null,
    recorded_at timestamptz not null,
    body json not null
);
create index change_of_place on change (place, cursor);
