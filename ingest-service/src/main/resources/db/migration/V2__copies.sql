-- Near copies of reports, and what is sent about them.

-- What a report that was read is compared by, and which report it is a near copy of. That one is always a first: a copy of none. version counts
-- how often copy_of has changed. A report that is taken back keeps its row, without fingerprints.
create table copy (
    report uuid primary key references report,
    sequence bigint not null unique,
    published_at timestamptz not null,
    facts text[] not null,
    fingerprints bigint[] not null,
    copy_of uuid references copy,
    version integer not null default 0,
    check (copy_of <> report)
);

create index copy_by_first on copy (copy_of) where copy_of is not null;

-- Where firsts are looked up by what they have in common with a text. Copies are not in here, so a story on five hundred sites costs no
-- more than one.
create table copy_fingerprint (
    fingerprint bigint not null,
    published_at timestamptz not null,
    sequence bigint not null,
    primary key (fingerprint, published_at, sequence)
);

-- Reports whose copy_of changed because of another report, and which are to be sent together with that one: were they sent one after the
-- other, one story would count as two in between.
create table dispatch_copy (
    carrier uuid not null references report,
    report uuid not null references copy,
    primary key (carrier, report)
);

-- Changes with everything that is to be sent anew, so that what changed during a send is seen after it.
alter table dispatch add column stamp integer not null default 0;
