import { createSign, generateKeyPairSync, randomBytes } from "node:crypto";
import { join } from "node:path";
import { until } from "./clock.mjs";
import { COUNTRIES } from "./events.mjs";
import { Feed } from "./feed.mjs";
import { freePort, kill, start, stop } from "./processes.mjs";

const DATABASE = "tocsin_alerts";
/** As in the image with 1 GB; see docs/operations.md. */
const JVM = ["-XX:+UseSerialGC", "-Xmx512m", ...(process.env.TOCSIN_BENCH_JVM ?? "").split(" ").filter(Boolean)];
const ISSUER = "https://tocsin.bench";

const base64url = (json) => Buffer.from(JSON.stringify(json)).toString("base64url");

/** The packaged alerts-service, one process or several, over an empty database, with a feed that stands for events-service. */
export class Ours {
  static name = "ours";

  static async started({ root, folder, postgres, processes = 1 }) {
    const keys = generateKeyPairSync("rsa", { modulusLength: 2048 });
    await postgres.fresh(DATABASE);
    const ours = Object.assign(new Ours(), {
      root, folder, postgres, keys, feed: await Feed.started(), secretsKey: randomBytes(32).toString("base64"), services: [], subscriptions: [],
    });
    for (let i = 0; i < processes; i++) await ours.startService();
    return ours;
  }

  async startService() {
    const [port, management] = [await freePort(), await freePort()];
    const child = start("java", [...JVM, "-jar", "quarkus-run.jar"], {
      cwd: join(this.root, "alerts-service/target/quarkus-app"),
      log: join(this.folder, "alerts-service.log"),
      quiet: true,
      env: {
        QUARKUS_HTTP_HOST: "127.0.0.1",
        QUARKUS_HTTP_PORT: port,
        QUARKUS_MANAGEMENT_HOST: "127.0.0.1",
        QUARKUS_MANAGEMENT_PORT: management,
        QUARKUS_DATASOURCE_JDBC_URL: `jdbc:postgresql://127.0.0.1:${this.postgres.port}/${DATABASE}`,
        QUARKUS_DATASOURCE_USERNAME: "postgres",
        QUARKUS_DATASOURCE_PASSWORD: "postgres",
        TOCSIN_AUTH_ISSUER: ISSUER,
        TOCSIN_AUTH_KEY: this.keys.publicKey.export({ type: "spki", format: "der" }).toString("base64"),
        TOCSIN_EVENTS_URL: this.feed.url,
        TOCSIN_SECRETS_KEY: this.secretsKey,
        TOCSIN_EGRESS_ALLOW: "127.0.0.0/8",
        TOCSIN_EGRESS_HTTP: "true",
        TOCSIN_PUBLIC_URL: "http://localhost:8083",
      },
    });
    const service = { child, url: `http://127.0.0.1:${port}`, management: `http://127.0.0.1:${management}` };
    this.services.push(service);
    await until("alerts-service to be ready", async () => {
      if (child.exitCode !== null) throw new Error(`alerts-service ended; its log is in ${this.folder}`);
      return (await fetch(`${service.management}/q/health/ready`).catch(() => ({}))).ok;
    });
    return service;
  }

  async call(method, path, body, accept) {
    const seconds = Math.floor(Date.now() / 1000);
    const claims = { iss: ISSUER, aud: "tocsin", sub: "bench", groups: ["subscriber"], iat: seconds, exp: seconds + 3600, jti: randomBytes(8).toString("hex") };
    const signed = `${base64url({ alg: "RS256", typ: "JWT" })}.${base64url(claims)}`;
    const token = `${signed}.${createSign("sha256").update(signed).sign(this.keys.privateKey, "base64url")}`;
    const answer = await fetch(this.services.at(-1).url + path, {
      method, body: body && JSON.stringify(body), headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
    });
    if (!answer.ok && answer.status !== accept) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
    return answer.json();
  }

  /** A subscription for the changes of one country. */
  async subscribe(endpoint, country, signatures = ["v1"]) {
    const name = `bench ${this.subscriptions.length}`;
    const made = await this.call("POST", "/subscriptions", { name, endpoint, filter: { countries: [country] }, signatures });
    this.subscriptions.push(made.id);
    return made.id;
  }

  /** Another endpoint, which has to give its consent first. */
  async move(id, endpoint) {
    const { name, filter, signatures } = await this.call("GET", `/subscriptions/${id}`);
    await this.call("PUT", `/subscriptions/${id}`, { name, endpoint, filter, signatures });
  }

  /** One subscription for each endpoint; the changes are shared out among them by country. */
  async subscribeAll(endpoints, signatures) {
    for (const [i, endpoint] of endpoints.entries()) await this.subscribe(endpoint, COUNTRIES[i], signatures);
  }

  /** Asks all endpoints for their consent (again); one that gave it meanwhile answers with a conflict. */
  ask() {
    return Promise.all(this.subscriptions.map((id) => this.call("POST", `/subscriptions/${id}/verifications`, undefined, 409)));
  }

  awaitActive() {
    return until("the subscriptions to be active", async () =>
      (await this.query("select count(*)::int as n from subscription where status <> 'ACTIVE'"))[0].n === 0);
  }

  awaitStored(alerts) {
    return until("the alerts to be stored", async () =>
      (await this.query("select count(*)::int as n from delivery where kind = 'ALERT'"))[0].n === alerts, 240);
  }

  query(sql, values) {
    return this.postgres.query(DATABASE, sql, values);
  }

  /** kill -9 of the process that was started last. */
  async killLast() {
    await kill(this.services.pop().child);
  }

  async stop() {
    await Promise.all(this.services.map(({ child }) => stop(child)));
    this.feed.stop();
  }
}
