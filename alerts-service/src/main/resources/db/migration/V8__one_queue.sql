-- When all is read, nothing was ready, or the rows of now had not been counted, this index looked cheapest to the planner for queries that the queue's own
-- index, by endpoint, answers at once: then every claim read all that was due, for half a second's worth of deliveries a second. Only the time of what comes next
-- was asked of it, and that is asked of each endpoint now.
drop index delivery_due;
