-- For what actors hold: by whom a place is held, and the few places that several hold together.
create index control_interval_by_holder on control_interval ((control -> 'control' -> 'holder' ->> 'id')) where assurance <> 'BASELINE';
create index control_interval_held_together on control_interval (place)
    where assurance <> 'BASELINE' and control -> 'control' ->> 'state' = 'HELD' and jsonb_array_length(control -> 'control' -> 'parties') > 0;
