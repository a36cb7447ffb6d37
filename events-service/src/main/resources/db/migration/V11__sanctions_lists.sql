-- The files of sanctions lists as they came, compressed, each once.
create table sanctions_file (
    list text not null,
    sha256 text not null check (length(sha256) = 64),
    size bigint not null,
    -- What came was not compressed; it is kept as gzip and handed out as it came.
    packed boolean not null,
    raw bytea not null,
    primary key (list, sha256)
);
alter table sanctions_file alter column raw set storage external;

-- Versions of lists. A version that is in force is so from as_of until the next that is.
create table sanctions_version (
    list text not null check (list in ('OFAC_SDN', 'OFAC_CONSOLIDATED', 'UN', 'UK', 'EU')),
    number integer not null check (number >= 1),
    sha256 text not null,
    status text not null check (status in ('RECEIVED', 'IN_FORCE', 'QUARANTINED')),
    received_at timestamptz not null,
    received_by text not null,
    -- As the caller said; the file itself or the day of receipt otherwise.
    given_as_of date,
    as_of date,
    -- The last day on which the publisher was seen to give this file.
    seen_on date,
    is_current boolean not null,
    decided_at timestamptz,
    entries integer,
    parts text[] not null default '{}',
    -- Which program read it: what another one reads differently is no change of the list.
    reader integer,
    previous integer,
    added integer,
    removed integer,
    amended integer,
    faults jsonb not null default '[]',
    released_at timestamptz,
    released_by text,
    release_reason text check (length(release_reason) between 1 and 2000),
    attempts integer not null default 0,
    primary key (list, number),
    foreign key (list, sha256) references sanctions_file,
    check (status <> 'IN_FORCE' or (as_of is not null and entries > 0 and seen_on >= as_of)),
    check (status <> 'QUARANTINED' or faults <> '[]')
);
create index sanctions_version_waiting on sanctions_version (list, number) where status = 'RECEIVED';
create index sanctions_version_in_force on sanctions_version (list, as_of, number) where status = 'IN_FORCE';

-- What the entries of a list were, from day to day; no two rows of one reference overlap.
create table sanctions_entry (
    id bigint generated always as identity primary key,
    list text not null,
    reference text not null,
    valid_from date not null,
    valid_to date not null default 'infinity' check (valid_to > valid_from),
    hash text not null,
    body json not null,
    unique (list, reference, valid_from)
);
create index sanctions_entry_in_force on sanctions_entry (list) where valid_to = 'infinity';
create index sanctions_entry_by_day on sanctions_entry (list, valid_from, valid_to);

-- What each version altered, against the version before it in the order of their days. When a version comes in between later, the changes of the
-- next are told anew and those told before are replaced.
create table sanctions_change (
    id bigint generated always as identity primary key,
    list text not null,
    version integer not null,
    previous integer not null,
    kind text not null check (kind in ('ADDED', 'REMOVED', 'AMENDED')),
    reference text not null,
    aspects text[] not null,
    before json,
    after json,
    -- Whether it was news when it was told, and not history.
    live boolean not null,
    replaced boolean not null default false,
    check ((kind = 'ADDED') = (before is null)),
    check ((kind = 'REMOVED') = (after is null)),
    foreign key (list, version) references sanctions_version,
    foreign key (list, previous) references sanctions_version
);
create index sanctions_change_of_list on sanctions_change (list, id) where not replaced;
create index sanctions_change_of_version on sanctions_change (list, version) where not replaced;
