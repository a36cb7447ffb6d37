import { fork, spawnSync } from "node:child_process";
import { openSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { until } from "./clock.mjs";
import { freePort, kill, start, stop } from "./processes.mjs";

/** A peer in a process of its own: peer.call("work", {...}). */
class Peer {
  constructor(bench, folder, file) {
    const log = openSync(join(folder, `${file}.log`), "a");
    this.child = fork(join(bench, "peers", `${file}.mjs`), { stdio: ["ignore", log, log, "ipc"] });
    this.calls = new Map();
    this.next = 0;
    this.child.on("message", ({ call, result, error }) => {
      const { done, failed } = this.calls.get(call);
      this.calls.delete(call);
      error ? failed(new Error(error)) : done(result);
    });
    this.child.on("exit", () => this.calls.forEach(({ failed }) => failed(new Error(`${file} ended`))));
  }

  call(name, given = {}) {
    return new Promise((done, failed) => {
      this.calls.set(++this.next, { done, failed });
      this.child.send({ call: this.next, name, given });
    });
  }

  async stop() {
    const ended = new Promise((done) => this.child.once("exit", done));
    this.child.disconnect();
    await ended;
  }
}

/** What such a program says of its version. */
function versionOf(program) {
  const said = spawnSync(program, ["--version"], { encoding: "utf8" });
  if (said.error) throw new Error(`${program} is not installed (Debian has a package of that name); or leave its contender out by --only`);
  return said.stdout + said.stderr;
}

/** Redis under its old licence, BSD; from 7.4 on it is not free. */
function requireFreeRedis() {
  const [, major, minor] = versionOf("redis-server").match(/v=(\d+)\.(\d+)/);
  if (major > 7 || (major == 7 && minor > 2)) throw new Error("redis-server is newer than 7.2");
}

/** pg-boss over an empty database of the same PostgreSQL. */
export async function pgBoss({ bench, folder, postgres }) {
  await postgres.fresh("pgboss");
  const peer = new Peer(bench, folder, "pgboss");
  await peer.call("open", { database: postgres.url("pgboss") });
  return Object.assign(peer, { query: (sql) => postgres.query("pgboss", sql) });
}

/** BullMQ over an empty Redis with the persistence its documentation asks for; its attempts in the same PostgreSQL. */
export async function bullMq({ bench, folder, postgres }) {
  requireFreeRedis();
  await postgres.fresh("bullmq");
  const port = await freePort();
  const redis = start("redis-server", ["--port", port, "--bind", "127.0.0.1", "--dir", folder, "--dbfilename", `${port}.rdb`, "--appenddirname", `aof-${port}`,
    "--appendonly", "yes", "--appendfsync", "everysec", "--save", "", "--maxmemory-policy", "noeviction"].map(String), { log: join(folder, "redis.log"), quiet: true });
  const peer = new Peer(bench, folder, "bullmq");
  await peer.call("open", { database: postgres.url("bullmq"), redis: port });
  const stopPeer = peer.stop.bind(peer);
  return Object.assign(peer, {
    query: (sql) => postgres.query("bullmq", sql),
    stop: async () => {
      await stopPeer();
      await stop(redis);
    },
  });
}

/** Alertmanager with one group for each alert and no wait before the first notification of a group. */
export class Alertmanager {
  static async started({ folder }, url) {
    versionOf("prometheus-alertmanager");
    const port = await freePort();
    const file = join(folder, `alertmanager-${port}.yml`);
    writeFileSync(file, JSON.stringify({
      route: { receiver: "sink", group_by: ["id"], group_wait: "0s", group_interval: "5s", repeat_interval: "12h" },
      receivers: [{ name: "sink", webhook_configs: [{ url, send_resolved: false }] }],
    }));
    const peer = Object.assign(new Alertmanager(), { folder, port, file });
    await peer.restart();
    return peer;
  }

  async restart() {
    this.child = start("prometheus-alertmanager", [`--config.file=${this.file}`, `--storage.path=${join(this.folder, `alertmanager-${this.port}`)}`,
      `--web.listen-address=127.0.0.1:${this.port}`, "--cluster.listen-address="], { log: join(this.folder, "alertmanager.log"), quiet: true });
    await until("Alertmanager to be ready", async () => (await fetch(`http://127.0.0.1:${this.port}/-/ready`).catch(() => ({}))).ok);
  }

  /** Posts one alert. */
  async add(id) {
    const answer = await fetch(`http://127.0.0.1:${this.port}/api/v2/alerts`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify([{ labels: { alertname: "bench", id }, annotations: { text: "x".repeat(500) } }]),
    });
    if (!answer.ok) throw new Error(`Alertmanager answered ${answer.status}`);
    await answer.arrayBuffer();
  }

  kill() {
    return kill(this.child);
  }

  stop() {
    return stop(this.child);
  }
}
