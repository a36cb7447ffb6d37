import { COUNTRIES } from "../lib/events.mjs";
import { Ours } from "../lib/ours.mjs";
import { pacedThrough } from "./paced.mjs";

const PARKED = 1_000_000;

/** Half of them stand at the head of their lane, ready but for the endpoint; the other half wait behind them. */
const PARK = [
  `create temporary table parked as
     select gen_random_uuid() as id, 'places/' || (1000000 + n / 2) as subject, 1 + n % 2 as sequence, n from generate_series(0, $JOBS - 1) n`,
  `insert into alert (id, subscription_id, subject, sequence, change_id, root, message, body, created_at)
     select id, '$SUBSCRIPTION', subject, sequence, 'parked-' || n, 'parked-' || n, 'ALERT', '{"id": "' || id || '"}', now() - interval '3 days' from parked`,
  `insert into lane (subscription_id, subject, sequence, last_alert, head)
     select '$SUBSCRIPTION', subject, 2, max(id::text) filter (where sequence = 2)::uuid, max(id::text) filter (where sequence = 1)::uuid from parked group by subject`,
  `insert into delivery (id, subscription_id, endpoint_id, kind, alert_id, subject, sequence, state, attempts, failures, due_at, created_at)
     select p.id, s.id, s.endpoint_id, 'ALERT', p.id, p.subject, p.sequence, case p.sequence when 1 then 'READY' else 'WAITING' end, 0, 0,
       now() - interval '2 days', now() - interval '3 days'
     from parked p, subscription s where s.id = '$SUBSCRIPTION'`,
  `update endpoint set breaker = 'OPEN', allowed = 1, probes = 7, probe_at = now() + interval '1 hour', failing_since = now() - interval '3 days',
     failed_at = now(), disables_at = now() + interval '2 days', last_error = 'NOT_CONNECTED'
     where id = (select endpoint_id from subscription where id = '$SUBSCRIPTION')`,
];

/** The same service, paced 50 a second to a healthy endpoint, before and after a dead endpoint has so many parked. */
async function parkedOurs({ stack, sink, run, jobs = PARKED }) {
  await sink.steer({ read: true });
  const ours = await Ours.started(stack);
  try {
    await ours.subscribeAll([sink.url("/dead"), sink.url("/hook")]);
    await ours.awaitActive();
    const before = await pacedThrough(ours, sink, `${run} before`, undefined, COUNTRIES[1]);
    await sink.steer({ reset: true });
    const client = PARK.map((sql) => sql.replaceAll("$SUBSCRIPTION", ours.subscriptions[0]).replaceAll("$JOBS", jobs)).join(";\n");
    await ours.query(client);
    await ours.query("vacuum analyze");
    await ours.query("checkpoint");
    const after = await pacedThrough(ours, sink, `${run} after`, undefined, COUNTRIES[1]);
    const [{ parked }] = await ours.query("select count(*)::int as parked from delivery where state in ('READY', 'WAITING')");
    return {
      parked, p50Before: before.p50Millis, p50After: after.p50Millis, p99Before: before.p99Millis, p99After: after.p99Millis,
      p99ChangePercent: (after.p99Millis / before.p99Millis - 1) * 100,
    };
  } finally {
    await ours.stop();
  }
}

export const contenders = { ours: parkedOurs };

export const wanted = { parked: "", p50Before: "", p50After: "", p99Before: "", p99After: "", p99ChangePercent: "under 20" };
