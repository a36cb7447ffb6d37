import { paced, sleep, until } from "../lib/clock.mjs";
import { COUNTRIES, change } from "../lib/events.mjs";
import { Ours } from "../lib/ours.mjs";
import { Alertmanager, bullMq, pgBoss } from "../lib/peers.mjs";
import { quantile } from "../lib/results.mjs";

const PER_SECOND = 50;
const WARM_UP = 500;
const COUNT = 1_250;

/** sent: when each was, by the id of its change; without those of the warm-up. */
export async function delays(sink, sent) {
  await until("everything to arrive", async () => (await sink.summary()).distinct >= sent.size);
  const measured = [...sent.keys()].slice(WARM_UP);
  const arrived = new Map();
  for (const { change, at } of await sink.arrivals()) if (!arrived.has(change)) arrived.set(change, at);
  const millis = measured.map((id) => arrived.get(id) - sent.get(id));
  return { p50Millis: quantile(millis, 0.5), p99Millis: quantile(millis, 0.99), maxMillis: Math.max(...millis), count: millis.length };
}

/** From the moment at which the feed has the change, in another process, to the sink: reading the feed, matching and storing the alert are in it. */
export async function pacedThrough(ours, sink, run, count = COUNT, country = COUNTRIES[0]) {
  await paced(PER_SECOND, WARM_UP + count, (i) => ours.feed.release([change(run, i, i, country)]));
  const ids = ours.feed.changes.slice(-(WARM_UP + count)).map((text) => JSON.parse(text).id);
  return delays(sink, new Map(ids.map((id) => [id, ours.feed.releasedAt.get(id)])));
}

async function pacedOurs({ stack, sink, run, jobs }) {
  await sink.steer({ read: true });
  const ours = await Ours.started(stack);
  try {
    await ours.subscribeAll([sink.url("/hook")]);
    await ours.awaitActive();
    return await pacedThrough(ours, sink, run, jobs);
  } finally {
    await ours.stop();
  }
}

async function pacedPeer(open, work, given, { stack, sink, run, jobs = COUNT }) {
  await sink.steer({ read: true });
  const peer = await open(stack);
  try {
    await peer.call("work", work);
    return await delays(sink, new Map(await peer.call("paced", { perSecond: PER_SECOND, run, count: WARM_UP + jobs, urls: [sink.url("/hook")], ...given })));
  } finally {
    await peer.stop();
  }
}

async function pacedAlertmanager({ stack, sink, run, jobs = COUNT }) {
  await sink.steer({ read: true });
  const peer = await Alertmanager.started(stack, sink.url("/am"));
  try {
    const sent = new Map();
    await paced(PER_SECOND, WARM_UP + jobs, (i) => {
      sent.set(`${run} ${i}`, Number(process.hrtime.bigint()) / 1e6);
      return peer.add(`${run} ${i}`);
    });
    await sleep(100);
    return await delays(sink, sent);
  } finally {
    await peer.stop();
  }
}

export const contenders = {
  ours: pacedOurs,
  "pg-boss": (run) => pacedPeer(pgBoss, { way: "work", workers: 1, batchSize: 64 }, {}, run),
  "pg-boss, woken by its sender": (run) => pacedPeer(pgBoss, { way: "work", workers: 1, batchSize: 64 }, { notify: true }, run),
  BullMQ: (run) => pacedPeer(bullMq, {}, {}, run),
  Alertmanager: pacedAlertmanager,
};

export const wanted = { p50Millis: "5", p99Millis: "25", maxMillis: "", count: "" };
