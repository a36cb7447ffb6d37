-- How often a place could not be thought about again; it waits the longer, and holds up no other.
alter table recomputation add column attempts integer not null default 0;
-- The events of an actor's other roles, for merges of actors.
create index event_of_target on event (target) where withdrawn_at is null;
create index event_of_claimant on event (claimant) where withdrawn_at is null and claimant is not null;
