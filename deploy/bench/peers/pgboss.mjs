// pg-boss 10: its queue in PostgreSQL, workers in this process.
import PgBoss from "pg-boss";
import { now, paced, sleep } from "../lib/clock.mjs";
import { AttemptLog } from "./database.mjs";
import { serve } from "./serve.mjs";
import { Webhooks } from "./webhook.mjs";
import { jobsOf } from "./jobs.mjs";

const QUEUE = "webhooks";
let boss;
let webhooks;
let paused = false;
const workers = [];

async function deliverAll(jobs) {
  const delivered = await Promise.all(jobs.map((job) => webhooks.deliver(job.id, job.data)));
  return jobs.map((job) => job.id).filter((_, i) => !delivered[i]);
}

/** Fetches the next batch as soon as the one before is done. */
async function loop(batchSize) {
  for (;;) {
    const jobs = paused ? [] : await boss.fetch(QUEUE, { batchSize });
    if (!jobs.length) {
      await sleep(50);
      continue;
    }
    const failed = new Set(await deliverAll(jobs));
    await boss.complete(QUEUE, jobs.map(({ id }) => id).filter((id) => !failed.has(id)));
    if (failed.size) await boss.fail(QUEUE, [...failed]);
  }
}

serve({
  async open({ database }) {
    boss = new PgBoss({ connectionString: database, max: 20 });
    boss.on("error", (error) => console.error(error));
    await boss.start();
    await boss.createQueue(QUEUE);
    webhooks = new Webhooks(await AttemptLog.opened(database));
  },

  async enqueue(given) {
    const at = now();
    const jobs = jobsOf(given).map((data) => ({ name: QUEUE, data }));
    for (let i = 0; i < jobs.length; i += 1000) await boss.insert(jobs.slice(i, i + 1000));
    return at;
  },

  /** way: "fetch", loops that fetch the next batch at once; or "work", its workers, which poll every half second, their shortest interval. */
  async work({ way, workers: count, batchSize }) {
    for (let i = 0; i < count; i++) {
      if (way === "fetch") loop(batchSize).catch((error) => console.error(error));
      else workers.push(await boss.work(QUEUE, { batchSize, pollingIntervalSeconds: 0.5 }, async (jobs) => {
        const failed = await deliverAll(jobs);
        if (failed.length) throw new Error(`${failed.length} failed`);
      }));
    }
  },

  pause: () => void (paused = true),
  resume: () => void (paused = false),

  /** notify: the sender wakes a worker of its own process. */
  async paced({ perSecond, notify, ...given }) {
    const jobs = jobsOf(given);
    const sent = [];
    await paced(perSecond, jobs.length, async (i) => {
      sent.push([jobs[i].event.id, now()]);
      await boss.send(QUEUE, jobs[i]);
      if (notify) workers.forEach((id) => boss.notifyWorker(id));
    });
    return sent;
  },
});
