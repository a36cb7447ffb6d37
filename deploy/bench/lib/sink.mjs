import { join } from "node:path";
import { firstLine, start, stop } from "./processes.mjs";

/** The endpoint, in a process of its own. */
export class Sink {
  static async started(bench, folder) {
    const log = join(folder, "sink.log");
    const child = start(process.execPath, [join(bench, "sink.mjs")], { log });
    const [port, control] = (await firstLine(child, log)).split(" ");
    return Object.assign(new Sink(), { child, port: Number(port), control: `http://127.0.0.1:${control}` });
  }

  url(path) {
    return `http://127.0.0.1:${this.port}${path}`;
  }

  async steer(wish) {
    return (await fetch(`${this.control}/control`, { method: "POST", body: JSON.stringify(wish) })).json();
  }

  async summary() {
    return (await fetch(`${this.control}/summary`)).json();
  }

  /** Each as {id, at, path, change, lane, sequence}. */
  async arrivals() {
    const rows = await (await fetch(`${this.control}/arrivals`)).json();
    return rows.map(([id, at, path, change, lane, sequence]) => ({ id, at, path, change, lane, sequence }));
  }

  stop() {
    return stop(this.child);
  }
}
