import { createServer } from "node:http";
import { now } from "./clock.mjs";

const WAIT = 20_000;

/** Stands for events-service: its feed of changes, by cursor and long poll. */
export class Feed {
  static async started() {
    const feed = Object.assign(new Feed(), { changes: [], releasedAt: new Map(), waiting: new Set() });
    feed.server = createServer((request, response) => feed.#answer(new URL(request.url, "http://feed"), response));
    await new Promise((done) => feed.server.listen(0, "127.0.0.1", done));
    feed.url = `http://127.0.0.1:${feed.server.address().port}`;
    return feed;
  }

  /** From now on these are in the feed. */
  release(changes) {
    const at = now();
    for (const change of changes) {
      this.changes.push(JSON.stringify(change));
      this.releasedAt.set(change.id, at);
    }
    for (const send of this.waiting) send();
  }

  #answer(url, response) {
    const after = Number(url.searchParams.get("after") ?? 0);
    const limit = Number(url.searchParams.get("limit"));
    const send = () => {
      clearTimeout(timer);
      this.waiting.delete(send);
      const page = this.changes.slice(after, after + limit);
      const text = `{"items":[${page.join(",")}],"next":"${after + page.length}"}`;
      response.writeHead(200, { "content-type": "application/json", "content-length": Buffer.byteLength(text) });
      response.end(text);
    };
    const timer = setTimeout(send, WAIT);
    this.waiting.add(send);
    if (this.changes.length > after) send();
  }

  stop() {
    for (const send of this.waiting) send();
    this.server.close();
    this.server.closeAllConnections();
  }
}
