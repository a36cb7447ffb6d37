// BullMQ: its queue in Redis, one worker in this process.
import { Queue, Worker } from "bullmq";
import { now, paced } from "../lib/clock.mjs";
import { AttemptLog } from "./database.mjs";
import { jobsOf } from "./jobs.mjs";
import { serve } from "./serve.mjs";
import { CONNECTIONS, Webhooks } from "./webhook.mjs";

const NAME = "webhooks";
let connection;
let queue;
let webhooks;
let worker;

serve({
  async open({ database, redis }) {
    connection = { host: "127.0.0.1", port: redis };
    queue = new Queue(NAME, { connection, defaultJobOptions: { removeOnComplete: { count: 1000 } } });
    await queue.waitUntilReady();
    webhooks = new Webhooks(await AttemptLog.opened(database));
  },

  async enqueue(given) {
    const at = now();
    const jobs = jobsOf(given).map((data) => ({ name: "webhook", data }));
    for (let i = 0; i < jobs.length; i += 1000) await queue.addBulk(jobs.slice(i, i + 1000));
    return at;
  },

  async work() {
    const deliver = async (job) => {
      if (!(await webhooks.deliver(job.data.event.id, job.data))) throw new Error("failed");
    };
    worker = new Worker(NAME, deliver, { connection: { ...connection, maxRetriesPerRequest: null }, concurrency: CONNECTIONS });
    worker.on("error", (error) => console.error(error));
    await worker.waitUntilReady();
  },

  pause: () => worker.pause(),
  resume: () => worker.resume(),

  async paced({ perSecond, ...given }) {
    const jobs = jobsOf(given);
    const sent = [];
    await paced(perSecond, jobs.length, async (i) => {
      sent.push([jobs[i].event.id, now()]);
      await queue.add("webhook", jobs[i]);
    });
    return sent;
  },
});
