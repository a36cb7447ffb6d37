import { now, paced, sleep, until } from "../lib/clock.mjs";
import { COUNTRIES, change } from "../lib/events.mjs";
import { Ours } from "../lib/ours.mjs";

const NEW_PER_SECOND = 10;
const ALLOWED_PER_SECOND = 50;
/** What the endpoint may get at once beyond the rate; see the handshake in docs/webhooks.md. */
const AT_ONCE = 8;

/** The most in any window of so long. */
function most(times, millis) {
  let from = 0;
  return times.reduce((so, at, i) => {
    while (at - times[from] >= millis) from++;
    return Math.max(so, i - from + 1);
  }, 0);
}

/** New alerts all the time; after 10 s the endpoint is down for 60 s. It allows 50 a second by the handshake of CloudEvents. */
async function downOurs({ stack, sink, run }) {
  await sink.steer({ allow: ALLOWED_PER_SECOND * 60 });
  const ours = await Ours.started(stack);
  try {
    await ours.subscribeAll([sink.url("/hook")]);
    await ours.awaitActive();
    let released = 0;
    let over = false;
    const coming = (async () => {
      for (let second = 0; !over; second++)
        await paced(NEW_PER_SECOND, NEW_PER_SECOND, () => ours.feed.release([change(run, released, released++, COUNTRIES[0])])).then(() => sleep(1000 / NEW_PER_SECOND));
    })();
    await sleep(10_000);
    await sink.steer({ down: true });
    await sleep(60_000);
    await sink.steer({ down: false });
    const up = now();
    const before = (await sink.summary()).count;
    await until("the backlog to be gone", async () => released - (await sink.summary()).distinct < 5, 200);
    const recovered = now();
    await sleep(5_000);
    over = true;
    await coming;
    await until("the last", async () => (await sink.summary()).distinct >= released, 60);
    const times = (await sink.arrivals()).slice(before).map(({ at }) => at);
    const { distinct, repeated } = await sink.summary();
    return {
      lost: released - distinct, repeated, released, peakInASecond: most(times, 1000), peakInTenSeconds: most(times, 10_000),
      firstAfterUpSeconds: (times[0] - up) / 1000, recoveredAfterUpSeconds: (recovered - up) / 1000,
    };
  } finally {
    await ours.stop();
  }
}

export const contenders = { ours: downOurs };

export const wanted = {
  lost: "0", repeated: "0", released: "", peakInASecond: `${ALLOWED_PER_SECOND + AT_ONCE} or less`,
  peakInTenSeconds: `${ALLOWED_PER_SECOND * 10 + AT_ONCE} or less`, firstAfterUpSeconds: "", recoveredAfterUpSeconds: "",
};
