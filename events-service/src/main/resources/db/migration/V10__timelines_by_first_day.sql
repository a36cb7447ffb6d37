-- Of each place with a timeline of its own: the version of the rules that it follows, and a number that is another one whenever an interval was
-- written, so that who has read that revision need not read it again.
create sequence timeline_revision;
create table timeline (
    place text collate "C" primary key,
    rules text,
    revision bigint not null default nextval('timeline_revision')
);
insert into timeline (place, rules) select place, rules from control_interval where position = 0;

-- An interval is known by its first day, so that one that comes in between moves no other.
alter table control_interval drop column rules, drop column position;
create unique index control_interval_of_place on control_interval (place, coalesce(valid_from, '-infinity'));
