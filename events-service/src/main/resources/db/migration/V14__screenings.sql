-- Records of screenings, whole as they were answered. The id is given within one lock, so whoever pages by it misses none.
create sequence screening_id;
create table screening (
    id bigint primary key,
    at timestamptz not null,
    author text not null,
    algorithm text not null,
    threshold double precision not null,
    as_of date,
    names integer not null check (names between 1 and 1000),
    found integer not null,
    body json not null
);
create index screening_of_author on screening (author, id);
create index screening_at on screening (at);

-- What analysts said of candidates: not the one. Only withdrawn_* is ever set later.
create table suppression (
    id uuid primary key,
    name text not null,
    folded text not null,
    -- One entry, or all when null.
    list text check (list in ('OFAC_SDN', 'OFAC_CONSOLIDATED', 'UN', 'UK', 'EU')),
    reference text,
    reason text not null check (length(reason) between 1 and 2000),
    author text not null,
    recorded_at timestamptz not null,
    expires_at timestamptz,
    withdrawn_at timestamptz,
    withdrawn_by text,
    check ((list is null) = (reference is null)),
    check ((withdrawn_at is null) = (withdrawn_by is null))
);
create index suppression_of_name on suppression (folded) where withdrawn_at is null;
create index suppression_in_order on suppression (recorded_at, id);
