-- Later readings of a revision, by a newer reader; the first stands in report_revision. Nothing here is ever changed.
create table report_reading (
    report text not null,
    revision integer not null,
    reading integer not null check (reading >= 2),
    reader_version text not null,
    live boolean not null,
    recorded_at timestamptz not null,
    primary key (report, revision, reading),
    foreign key (report, revision) references report_revision
);
