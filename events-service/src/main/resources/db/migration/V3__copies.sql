-- Every link of a report to the one that it nearly copies, and every end of such a link (copy_of is null); nothing here is ever changed. The last
-- of a report counts, and what was believed on an earlier day is computed with the link of that day. The report may still be unknown.
-- event.copy_of is the link of now, for computing timelines; unlike what V1 says, it is set later like withdrawn_at.
create table copy_link (
    serial bigint generated always as identity primary key,
    report text not null,
    version integer not null check (version >= 0),
    copy_of text check (copy_of <> report),
    recorded_at timestamptz not null
);
create index copy_link_of_report on copy_link (report, serial);

insert into copy_link (report, version, copy_of, recorded_at)
select report, 0, copy_of, recorded_at from report_revision where copy_of is not null and copy_of <> report
order by recorded_at, report, revision;
