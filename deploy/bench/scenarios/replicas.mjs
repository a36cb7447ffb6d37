import { until } from "../lib/clock.mjs";
import { COUNTRIES, change } from "../lib/events.mjs";
import { Ours } from "../lib/ours.mjs";
import { ENDPOINTS } from "./drain.mjs";

const JOBS = 10_000;
const PLACES = 1_000;

/** How many of its deliveries ended well, by a process's own metrics. */
async function deliveredBy({ management }) {
  const text = await (await fetch(`${management}/q/metrics`)).text();
  return text.split("\n").filter((line) => /^tocsin_delivery_attempt_seconds_count.*kind="ALERT".*result="DELIVERED"/.test(line))
    .reduce((sum, line) => sum + Number(line.split(" ").at(-1)), 0);
}

/** Two processes over one database, ten alerts to each place, sent as fast as may be. */
async function replicasOurs({ stack, sink, run, jobs = JOBS }) {
  await sink.steer({ read: true });
  const ours = await Ours.started({ ...stack, processes: 2 });
  try {
    await ours.subscribeAll(Array.from({ length: ENDPOINTS }, (_, i) => sink.url(`/hook/${i}`)));
    await ours.awaitActive();
    ours.feed.release(Array.from({ length: jobs }, (_, i) => change(run, i, i % PLACES, COUNTRIES[(i % PLACES) % ENDPOINTS])));
    await until("everything to arrive", async () => (await sink.summary()).distinct >= jobs, 240);
    const last = new Map();
    let outOfOrder = 0;
    for (const { lane, sequence } of await sink.arrivals()) {
      if (sequence !== (last.get(lane) ?? 0) + 1) outOfOrder++;
      last.set(lane, sequence);
    }
    const { repeated, first, last: end } = await sink.summary();
    const shares = await Promise.all(ours.services.map(deliveredBy));
    return { outOfOrder, repeated, lanes: last.size, shares: shares.join(" + "), perSecond: (jobs * 1000) / (end - first) };
  } finally {
    await ours.stop();
  }
}

export const contenders = { ours: replicasOurs };

export const wanted = { outOfOrder: "0", repeated: "0", lanes: "", shares: "", perSecond: "" };
