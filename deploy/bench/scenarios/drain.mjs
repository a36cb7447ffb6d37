import { now, until } from "../lib/clock.mjs";
import { COUNTRIES, change } from "../lib/events.mjs";
import { Ours } from "../lib/ours.mjs";

/** As many endpoints as make 64 connections with eight each; the peers get 64. */
export const ENDPOINTS = 8;
const paths = Array.from({ length: ENDPOINTS }, (_, i) => `/hook/${i}`);

/** All alerts are stored while the endpoints refuse their consent; then they give it, and the clock runs from the first arrival to the last. */
export async function drainOurs({ stack, sink, jobs, places, signatures, run }) {
  await sink.steer({ consent: false, read: false, reset: true });
  const ours = await Ours.started(stack);
  try {
    await ours.subscribeAll(paths.map((path) => sink.url(path)), signatures);
    ours.feed.release(Array.from({ length: jobs }, (_, i) => change(run, i, i % places, COUNTRIES[(i % places) % ENDPOINTS])));
    await ours.awaitStored(jobs);
    await ours.query("vacuum analyze");
    await ours.query("checkpoint");
    await sink.steer({ consent: true });
    const asked = now();
    await ours.ask();
    return await figuresOf(sink, jobs, asked, () => ours.query("select count(*)::int as n from attempt a join delivery d on d.id = a.delivery_id where d.kind = 'ALERT' and d.state = 'DELIVERED'"));
  } finally {
    await ours.stop();
  }
}

/** attempts: the query that counts the rows of attempts; all must be written too. */
export async function figuresOf(sink, jobs, began, attempts) {
  await until("everything to arrive", async () => (await sink.summary()).distinct >= jobs, 240);
  const { first, last, repeated, bodyBytes, mostConnections } = await sink.summary();
  let written = 0;
  await until("the attempts to be written", async () => (written = (await attempts())[0].n) >= jobs, 30);
  return {
    perSecond: ((jobs - 1) * 1000) / (last - first), seconds: (last - first) / 1000, untilFirstMillis: first - began,
    repeated, attempts: written, bodyBytes, mostConnections,
  };
}

export const contenders = {
  ours: (run) => drainOurs({ jobs: 20_000, places: 20_000, ...given(run) }),
  "ours, ten to a place": (run) => drainOurs({ jobs: 20_000, places: 2_000, ...given(run) }),
  "ours, v1a": (run) => drainOurs({ jobs: 20_000, places: 20_000, signatures: ["v1a"], ...given(run) }),
};

const given = ({ jobs, ...run }) => (jobs ? { ...run, jobs } : run);

export const wanted = { perSecond: "as pg-boss, then 1.2 times", untilFirstMillis: "", repeated: "0", attempts: "all", bodyBytes: "about 900", mostConnections: "64 or less" };
