import { now, until } from "../lib/clock.mjs";
import { COUNTRIES, change } from "../lib/events.mjs";
import { Ours } from "../lib/ours.mjs";
import { bullMq, pgBoss } from "../lib/peers.mjs";

/** As many endpoints as make 64 connections with eight each; the peers get 64. */
export const ENDPOINTS = 8;
const paths = Array.from({ length: ENDPOINTS }, (_, i) => `/hook/${i}`);

/** So many are delivered first by each: programs that run for days are not measured while they are being compiled. */
const WARM_UP = 20_000;

/**
 * The warm-up goes to other addresses. All alerts are stored while the endpoints refuse their consent; then they give it, and the clock runs from
 * the first arrival to the last.
 */
export async function drainOurs({ stack, sink, jobs, places, signatures, run, processes = 1, read = false, more = () => ({}) }) {
  const ours = await Ours.started({ ...stack, processes });
  try {
    const release = (what, count) =>
      ours.feed.release(Array.from({ length: count }, (_, i) => change(`${run} ${what}`, i, i % places, COUNTRIES[(i % places) % ENDPOINTS])));
    await ours.subscribeAll(paths.map((path) => sink.url(`/warm-up${path}`)), signatures);
    await ours.awaitActive();
    release("warm-up", WARM_UP);
    await until("the warm-up", async () => (await sink.summary()).distinct >= WARM_UP, 240);
    await sink.steer({ consent: false });
    for (const [i, id] of ours.subscriptions.entries()) await ours.move(id, sink.url(paths[i]));
    const released = now();
    release("drain", jobs);
    await ours.awaitStored(WARM_UP + jobs);
    const storedPerSecond = (jobs * 1000) / (now() - released);
    await ours.query("vacuum analyze");
    await ours.query("checkpoint");
    await sink.steer({ consent: true, reset: true, read });
    const asked = now();
    await ours.ask();
    const attempts = async () => {
      const [{ n }] = await ours.query("select count(*)::int as n from attempt a join delivery d on d.id = a.delivery_id where d.kind = 'ALERT' and d.state = 'DELIVERED'");
      return n - WARM_UP;
    };
    return { ...(await figuresOf(sink, jobs, asked, attempts)), storedPerSecond, ...(await more(ours)) };
  } finally {
    await ours.stop();
  }
}

/** attempts: the query that counts the rows of attempts; all must be written too. */
export async function figuresOf(sink, jobs, began, attempts) {
  await until("everything to arrive", async () => (await sink.summary()).distinct >= jobs, 240);
  const { first, last, repeated, bodyBytes, mostConnections } = await sink.summary();
  let written = 0;
  await until("the attempts to be written", async () => (written = await attempts()) >= jobs, 30);
  return {
    perSecond: ((jobs - 1) * 1000) / (last - first), seconds: (last - first) / 1000, untilFirstMillis: first - began,
    repeated, attempts: written, bodyBytes, mostConnections,
  };
}

/** After the warm-up everything is in the queue before the workers go on. */
async function drainPeer(open, work, { stack, sink, jobs, run }) {
  const peer = await open(stack);
  try {
    const urls = paths.map((path) => sink.url(path));
    await peer.call("enqueue", { run: `${run} warm-up`, count: WARM_UP, urls });
    await peer.call("work", work);
    await until("the warm-up", async () => (await sink.summary()).distinct >= WARM_UP);
    await peer.call("pause");
    await peer.call("enqueue", { run, count: jobs, urls });
    await peer.query("vacuum analyze");
    await peer.query("checkpoint");
    await sink.steer({ reset: true });
    const began = now();
    await peer.call("resume");
    return await figuresOf(sink, jobs, began, async () => (await peer.query("select count(*)::int as n from attempt"))[0].n - WARM_UP);
  } finally {
    await peer.stop();
  }
}

const JOBS = 20_000;

export const contenders = {
  ours: (run) => drainOurs({ jobs: JOBS, places: JOBS, ...run }),
  "pg-boss": (run) => drainPeer(pgBoss, { way: "fetch", workers: 4, batchSize: 250 }, { jobs: JOBS, ...run }),
  BullMQ: (run) => drainPeer(bullMq, {}, { jobs: JOBS, ...run }),
  "ours, ten to a place": (run) => drainOurs({ jobs: JOBS, places: JOBS / 10, ...run }),
  "ours, v1a": (run) => drainOurs({ jobs: JOBS, places: JOBS, signatures: ["v1a"], ...run }),
};

export const wanted = {
  perSecond: "as pg-boss, then 1.2 times", untilFirstMillis: "", repeated: "0", attempts: "all", bodyBytes: "about 900", mostConnections: "64 or less", storedPerSecond: "",
};
