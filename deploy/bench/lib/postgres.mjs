import { join } from "node:path";
import { connect } from "../peers/database.mjs";
import { firstLine, start } from "./processes.mjs";

/** PostgreSQL with the binaries and settings of the local run: fsync, synchronous_commit and full_page_writes on. */
export class Postgres {
  static async started(root, folder) {
    const log = join(folder, "postgres-starter.log");
    const local = join(root, "deploy/local/target");
    const child = start("java", ["-XX:+UseSerialGC", "-Xmx64m", "-XX:TieredStopAtLevel=1",
      "-cp", `${local}/classes:${local}/lib/*`, "org.tocsin.local.PostgresAlone", folder], { log });
    const port = Number(await firstLine(child, log));
    return Object.assign(new Postgres(), { child, port });
  }

  url(database) {
    return `postgres://postgres@127.0.0.1:${this.port}/${database}`;
  }

  /** An empty database of this name. */
  async fresh(database) {
    await this.query("postgres", `drop database if exists ${database} with (force)`);
    await this.query("postgres", `create database ${database}`);
    await this.query("postgres", "checkpoint");
  }

  async query(database, sql, values = []) {
    const client = await connect(this.url(database));
    try {
      return (await client.query(sql, values)).rows;
    } finally {
      await client.end();
    }
  }

  /** It stops when its standard input ends. */
  async stop() {
    this.child.stdin.end();
    await this.child.ended;
  }
}
