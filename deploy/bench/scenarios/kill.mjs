import { now, sleep, until } from "../lib/clock.mjs";
import { COUNTRIES, change } from "../lib/events.mjs";
import { Ours } from "../lib/ours.mjs";
import { Alertmanager } from "../lib/peers.mjs";
import { ENDPOINTS } from "./drain.mjs";

const JOBS = 20_000;

/** kill -9 after 40 % have arrived, and another process at once. */
async function killOurs({ stack, sink, run, jobs = JOBS }) {
  const ours = await Ours.started(stack);
  try {
    await ours.subscribeAll(Array.from({ length: ENDPOINTS }, (_, i) => sink.url(`/hook/${i}`)));
    await ours.awaitActive();
    ours.feed.release(Array.from({ length: jobs }, (_, i) => change(run, i, i, COUNTRIES[i % ENDPOINTS])));
    await until("a part to arrive", async () => (await sink.summary()).count >= jobs * 0.4, 240);
    await ours.killLast();
    const killed = now();
    const before = (await sink.summary()).count;
    const [{ leased }] = await ours.query(`select count(*)::int as leased from delivery where state = 'SENDING'`);
    await ours.startService();
    await until("the rest to arrive", async () => (await sink.summary()).distinct >= jobs, 240);
    await sleep(3_000);
    const { distinct, repeated } = await sink.summary();
    const [{ delivered }] = await ours.query("select count(*)::int as delivered from delivery where kind = 'ALERT' and state = 'DELIVERED'");
    const others = new Set((await sink.arrivals()).map(({ id }) => id));
    for (const { id } of await ours.query("select id from alert")) others.delete(id);
    return { lost: jobs - distinct, repeated, leased, otherIds: others.size, before, delivered, seconds: (now() - killed) / 1000 - 3 };
  } finally {
    await ours.stop();
  }
}

/** 500 alerts are accepted while the sink is down, as in the middle of a drain; killed, started again, and then the sink is up. */
async function killAlertmanager({ stack, sink, run }) {
  await sink.steer({ read: true, down: true });
  const peer = await Alertmanager.started(stack, sink.url("/am"));
  try {
    for (let i = 0; i < 500; i++) await peer.add(`${run} ${i}`);
    await peer.kill();
    await peer.restart();
    await sink.steer({ down: false });
    await sleep(30_000);
    const { distinct, repeated } = await sink.summary();
    return { lost: 500 - distinct, repeated };
  } finally {
    await peer.stop();
  }
}

export const contenders = { ours: killOurs, "Alertmanager, 500": killAlertmanager };

export const wanted = { lost: "0", repeated: "64 or less, as many as were in flight", leased: "", otherIds: "0", before: "", delivered: "all", seconds: "" };
