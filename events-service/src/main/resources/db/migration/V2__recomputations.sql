-- Places to think again about because something other than an event changed: a publisher's grade. A row is written in the transaction of its
-- cause, and deleted in the one that has thought again.
create table recomputation (
    id bigint generated always as identity primary key,
    place text not null,
    cause_type text not null,
    cause_id text not null
);
