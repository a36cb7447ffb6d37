import { drainOurs } from "./drain.mjs";

const JOBS = 20_000;

/** How many of its deliveries ended well, by a process's own metrics; the warm-up is in it. */
async function deliveredBy({ management }) {
  const text = await (await fetch(`${management}/q/metrics`)).text();
  return text.split("\n").filter((line) => /^tocsin_delivery_attempt_seconds_count.*kind="ALERT".*result="DELIVERED"/.test(line))
    .reduce((sum, line) => sum + Number(line.split(" ").at(-1)), 0);
}

/** Whether each lane's alerts arrived one after the other, without a gap. The warm-up went before, so a lane need not begin with 1. */
async function orderOf(sink) {
  const last = new Map();
  let outOfOrder = 0;
  for (const { lane, sequence } of await sink.arrivals()) {
    if (last.has(lane) && sequence !== last.get(lane) + 1) outOfOrder++;
    last.set(lane, sequence);
  }
  return { outOfOrder, lanes: last.size };
}

/** The drain with ten alerts to each place, by two processes over one database. */
async function replicasOurs({ sink, jobs = JOBS, ...run }) {
  const more = async (ours) => ({ ...(await orderOf(sink)), shares: (await Promise.all(ours.services.map(deliveredBy))).join(" + ") });
  return drainOurs({ sink, jobs, places: jobs / 10, processes: 2, read: true, more, ...run });
}

export const contenders = { ours: replicasOurs };

export const wanted = { outOfOrder: "0", repeated: "0", lanes: "", shares: "", perSecond: "" };
