import { now, sleep, until } from "../lib/clock.mjs";
import { COUNTRIES, change } from "../lib/events.mjs";
import { Ours } from "../lib/ours.mjs";
import { bullMq, pgBoss } from "../lib/peers.mjs";
import { quantile } from "../lib/results.mjs";

const SLOW = 200;
const HEALTHY = 100;
const WARM_UP = 5_000;

async function figuresOf(sink, began) {
  let healthy = [];
  await until("the healthy endpoint to have all", async () => {
    healthy = (await sink.arrivals()).filter(({ path }) => path === "/healthy");
    return healthy.length >= HEALTHY;
  }, 240);
  const millis = healthy.map(({ at }) => at - began);
  return { healthyP50Millis: quantile(millis, 0.5), healthyP99Millis: quantile(millis, 0.99), slowMeanwhile: (await sink.summary()).count - healthy.length };
}

/** The slow ones stand before the healthy ones in one page of the feed. */
async function slowOurs({ stack, sink, run }) {
  const ours = await Ours.started(stack);
  try {
    await ours.subscribeAll([sink.url("/slow"), sink.url("/healthy"), sink.url("/warm-up")]);
    await ours.awaitActive();
    ours.feed.release(Array.from({ length: WARM_UP }, (_, i) => change(`${run} warm-up`, i, i, COUNTRIES[2])));
    await until("the warm-up", async () => (await sink.summary()).count >= WARM_UP);
    await sleep(1_000);
    await sink.steer({ reset: true, slow: { "/slow": 10_000 } });
    const began = now();
    ours.feed.release(Array.from({ length: SLOW + HEALTHY }, (_, i) => change(run, i, 10_000 + i, COUNTRIES[i < SLOW ? 0 : 1])));
    return await figuresOf(sink, began);
  } finally {
    await sink.steer({ slow: {}, down: true });
    await ours.stop();
  }
}

async function slowPeer(open, work, { stack, sink, run }) {
  const peer = await open(stack);
  try {
    await peer.call("work", work);
    await peer.call("enqueue", { run: `${run} warm-up`, count: WARM_UP, urls: [sink.url("/warm-up")] });
    await until("the warm-up", async () => (await sink.summary()).count >= WARM_UP);
    await sleep(1_000);
    await sink.steer({ reset: true, slow: { "/slow": 10_000 } });
    const began = now();
    await peer.call("enqueue", { run, count: SLOW + HEALTHY, urls: [sink.url("/slow"), sink.url("/healthy")], blocks: [SLOW, HEALTHY] });
    return await figuresOf(sink, began);
  } finally {
    await peer.stop();
  }
}

export const contenders = {
  ours: slowOurs,
  "pg-boss": (run) => slowPeer(pgBoss, { way: "work", workers: 8, batchSize: 8 }, run),
  BullMQ: (run) => slowPeer(bullMq, {}, run),
};

export const wanted = { healthyP50Millis: "", healthyP99Millis: "under 250", slowMeanwhile: "" };
