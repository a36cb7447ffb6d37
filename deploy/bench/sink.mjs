// The endpoint that everything here posts to: a process of its own, which only counts. Two ports of the loopback interface: one for webhooks, one for whoever measures.
//   POST /control {slow: {path: millis}, status: {path: code}, consent: bool, allow: requests a minute, down: bool, read: bool, reset: true}
//   GET /summary, GET /arrivals
import { createServer } from "node:http";
import { now } from "./lib/clock.mjs";

let slow = {};
let status = {};
let consent = true;
let read = false;
let allow = null;
let arrivals = [];
let seen = new Map();
let connections = 0;
let most = 0;
let bytes = 0;
let refused = 0;

/** read: take the change's id, lane and number out of the body; else only the header is looked at. */
function note(path, id, body, at) {
  let change = null;
  let lane = null;
  let sequence = null;
  if (read) {
    const event = JSON.parse(body);
    const first = event.alerts ? { id: event.alerts[0].labels.id } : event.data.change;
    change = first.id;
    if (!event.alerts) {
      lane = `${event.data.alert.subscription.id} ${event.subject}`;
      sequence = event.data.alert.sequence;
    }
  }
  const key = id ?? change;
  seen.set(key, (seen.get(key) ?? 0) + 1);
  arrivals.push([key, at, path, change, lane, sequence]);
  bytes += body.length;
}

function answer(response, code, text) {
  response.writeHead(code, { "content-type": "application/json", "content-length": Buffer.byteLength(text) });
  response.end(text);
}

const hooks = createServer((request, response) => {
  if (request.method === "OPTIONS" && allow) {
    response.writeHead(200, { "webhook-allowed-origin": request.headers["webhook-request-origin"], "webhook-allowed-rate": allow });
    return response.end();
  }
  if (request.method !== "POST") return answer(response, 405, "{}");
  const parts = [];
  request.on("data", (part) => parts.push(part));
  request.on("end", () => {
    const at = now();
    const body = parts.length === 1 ? parts[0] : Buffer.concat(parts);
    const path = request.url;
    if (body.includes("tocsin.verification")) {
      const { challenge } = JSON.parse(body).data;
      return answer(response, 200, consent && !allow ? JSON.stringify({ challenge }) : "{}");
    }
    if (status[path]) {
      refused++;
      return answer(response, status[path], "{}");
    }
    note(path, request.headers["webhook-id"], body, at);
    if (slow[path]) setTimeout(() => answer(response, 200, "{}"), slow[path]);
    else answer(response, 200, "{}");
  });
});
hooks.keepAliveTimeout = 120_000;
hooks.on("connection", (socket) => {
  most = Math.max(most, ++connections);
  socket.on("close", () => connections--);
});

const summary = () => ({
  count: arrivals.length,
  distinct: seen.size,
  repeated: arrivals.length - seen.size,
  first: arrivals[0]?.[1] ?? null,
  last: arrivals.at(-1)?.[1] ?? null,
  bodyBytes: arrivals.length ? Math.round(bytes / arrivals.length) : 0,
  mostConnections: most,
  refused,
});

async function steer(wish, port) {
  if (wish.reset) {
    arrivals = [];
    seen = new Map();
    most = connections;
    bytes = 0;
    refused = 0;
  }
  slow = wish.slow ?? slow;
  status = wish.status ?? status;
  consent = wish.consent ?? consent;
  read = wish.read ?? read;
  allow = wish.allow ?? allow;
  if (wish.down === true) {
    hooks.close();
    hooks.closeAllConnections();
  }
  if (wish.down === false) await new Promise((done) => hooks.listen(port, "127.0.0.1", done));
}

hooks.listen(0, "127.0.0.1", () => {
  const { port } = hooks.address();
  const control = createServer((request, response) => {
    const parts = [];
    request.on("data", (part) => parts.push(part));
    request.on("end", async () => {
      if (request.url === "/arrivals") return answer(response, 200, JSON.stringify(arrivals));
      if (request.url === "/control") await steer(JSON.parse(Buffer.concat(parts)), port);
      answer(response, 200, JSON.stringify(summary()));
    });
  });
  control.listen(0, "127.0.0.1", () => process.stdout.write(`${port} ${control.address().port}\n`));
});
process.stdin.resume().on("end", () => process.exit(0));
