-- In the order in which they are taken, to the last column: many are due at one instant, and sorting them for each claim took longer than all else.
drop index delivery_ready;
create index delivery_ready on delivery (endpoint_id, urgent desc, due_at, position) where state = 'READY';

-- Whether another process holds some of an endpoint's deliveries is asked at each claim.
drop index delivery_sending;
create index delivery_sending on delivery (endpoint_id, lease) where state = 'SENDING';

-- paced_until: no request before, so that a rate is kept to. slow_since: from then on the rate begins small and doubles.
alter table endpoint
    add column paced_until timestamptz,
    add column slow_since timestamptz;
