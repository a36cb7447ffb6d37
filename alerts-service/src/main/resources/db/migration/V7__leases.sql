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

-- Each delivery is written when it is leased and when it ended, so each index and each check of it counts. Alerts and deliveries go with their
-- subscription, an alert never alone; attempts go with their delivery, which is there when one is added, for the same statement wrote it.
alter table delivery drop constraint delivery_alert_id_fkey;
drop index delivery_alert;
alter table attempt drop constraint attempt_delivery_id_fkey;
create function forget_attempts() returns trigger language plpgsql as $$
begin
    delete from attempt where delivery_id in (select id from gone);
    return null;
end
$$;
create trigger forget_attempts after delete on delivery referencing old table as gone
    for each statement execute function forget_attempts();

-- So that moving a lane on needs no new entry in its index.
alter table lane set (fillfactor = 70);
