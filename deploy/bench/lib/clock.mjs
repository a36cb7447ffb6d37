/** Milliseconds of the machine's monotonic clock: the same in every process of it. */
export const now = () => Number(process.hrtime.bigint()) / 1e6;

export const sleep = (millis) => new Promise((done) => setTimeout(done, Math.max(0, millis)));

/** Returns when the condition holds; fails when it does not in time. */
export async function until(what, condition, seconds = 120) {
  const deadline = now() + seconds * 1000;
  while (!(await condition())) {
    if (now() > deadline) throw new Error(`waited ${seconds} s in vain for ${what}`);
    await sleep(50);
  }
}

/** Calls work(i) at a fixed rate, however long each takes. */
export async function paced(perSecond, count, work) {
  const began = now();
  const under = [];
  for (let i = 0; i < count; i++) {
    await sleep(began + (i * 1000) / perSecond - now());
    under.push(work(i));
  }
  await Promise.all(under);
}
