-- Reports as received, what was read in them, and the two queues that carry them on.

create table report (
    id uuid primary key,
    sequence bigint generated always as identity unique,
    publisher text not null check (publisher <> ''),
    title text not null check (title <> ''),
    text text not null check (text <> ''),
    url text,
    language_hint text,
    published_at timestamptz not null,
    live boolean not null,
    received_at timestamptz not null,
    received_from text not null,
    revision integer not null check (revision >= 1),
    revised_at timestamptz not null,
    status text not null check (status in ('PENDING', 'READ', 'UNREADABLE', 'RETRACTED')),
    language text,
    status_reason text,
    check (status <> 'READ' or language is not null),
    check (status <> 'UNREADABLE' or status_reason is not null)
);

create index report_by_publisher on report (publisher, sequence);
create index report_by_status on report (status, sequence);

-- Every content that a publisher ever sent, so that the same content again finds its report; a correction adds a row.
create table report_content (
    publisher text not null,
    hash bytea not null check (length(hash) = 32),
    report uuid not null references report,
    primary key (publisher, hash)
);

create index report_content_by_report on report_content (report);

-- What was read in one revision of a report; claims are the array that the API answers.
create table reading (
    report uuid not null references report,
    revision integer not null,
    reader_version text not null,
    language text not null,
    claims jsonb not null check (jsonb_typeof(claims) = 'array'),
    read_at timestamptz not null,
    primary key (report, revision)
);

-- Reports that wait to be read. A row without a lease, or whose lease has run out, may be taken.
create table reading_queue (
    report uuid primary key references report,
    revision integer not null,
    attempts integer not null default 0,
    lease uuid,
    leased_until timestamptz not null default '-infinity',
    queued_at timestamptz not null default now()
);

create index reading_queue_new on reading_queue (queued_at) where attempts = 0;
create index reading_queue_again on reading_queue (queued_at) where attempts > 0;

-- Reports whose events are to be sent: at most one row each, for a send carries the whole report.
create table dispatch (
    report uuid primary key references report,
    revision integer not null,
    attempts integer not null default 0,
    lease uuid,
    due_at timestamptz not null default now(),
    last_problem text
);

create index dispatch_by_turn on dispatch (due_at);

-- Who changed what by hand.
create table audit (
    id bigint generated always as identity primary key,
    at timestamptz not null,
    subject text not null,
    action text not null,
    report uuid not null references report,
    revision integer not null
);

create index audit_by_report on audit (report);
