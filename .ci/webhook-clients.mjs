// node webhook-clients.mjs <folder with node_modules> <received-webhooks.json>
// Each received webhook must be believed as it came, and not when it is altered, late, or checked with another's key.
import assert from "node:assert/strict";
import { createPublicKey, generateKeyPairSync, randomBytes, verify } from "node:crypto";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";

const [tools, file] = process.argv.slice(2);
const require = createRequire(join(resolve(tools), "index.js"));
const standard = require("standardwebhooks");
const svix = require("svix");
const { HTTP } = require("cloudevents");

// The libraries refuse what is more than five minutes old; it was received when the test ran.
const present = Date.now;
const at = (millis, work) => {
  Date.now = () => millis;
  try {
    return work();
  } finally {
    Date.now = present;
  }
};

function checkShared(library, each) {
  const { headers, body, receivedAt, secrets } = each;
  for (const secret of secrets) {
    const webhook = new library.Webhook(secret);
    assert.deepEqual(at(receivedAt, () => webhook.verify(body, headers)), JSON.parse(body));
    assert.deepEqual(at(receivedAt, () => webhook.verify(Buffer.from(body), headers)), JSON.parse(body));
    assert.throws(() => at(receivedAt, () => webhook.verify(`${body} `, headers)), library.WebhookVerificationError);
    assert.throws(() => at(receivedAt + 301_000, () => webhook.verify(body, headers)), library.WebhookVerificationError);
  }
  const other = new library.Webhook(`whsec_${randomBytes(32).toString("base64")}`);
  assert.throws(() => at(receivedAt, () => other.verify(body, headers)), library.WebhookVerificationError);
}

function checkPair({ headers, body, keys }) {
  const signed = Buffer.from(`${headers["webhook-id"]}.${headers["webhook-timestamp"]}.${body}`);
  const signatures = headers["webhook-signature"]
    .split(" ")
    .filter((signature) => signature.startsWith("v1a,"))
    .map((signature) => Buffer.from(signature.slice(4), "base64"));
  assert.ok(signatures.length > 0, "a v1a signature");
  const known = keys.map((key) => createPublicKey({ key, format: "jwk" }));
  const fits = (text, key) => signatures.some((signature) => verify(null, text, key, signature));
  assert.ok(known.some((key) => fits(signed, key)), "a key fits");
  for (const key of known) assert.ok(!fits(Buffer.concat([signed, Buffer.from(" ")]), key), "altered");
  assert.ok(!fits(signed, generateKeyPairSync("ed25519").publicKey), "another's key");
  for (const key of keys) {
    assert.equal(key.whpk, `whpk_${Buffer.from(key.x, "base64url").toString("base64")}`);
  }
}

function checkEvent({ headers, body }) {
  const event = HTTP.toEvent({ headers, body });
  assert.equal(event.validate(), true);
  assert.equal(event.specversion, "1.0");
  assert.equal(event.id, headers["webhook-id"]);
  assert.match(event.type, /^tocsin\./);
  assert.deepEqual(event.data, JSON.parse(body).data);
  // What the library writes of it in structured mode says the same.
  const written = HTTP.structured(event);
  assert.deepEqual(JSON.parse(written.body).data, JSON.parse(body).data);
  assert.equal(HTTP.toEvent(written).type, event.type);
}

const received = JSON.parse(readFileSync(file, "utf8"));
const types = new Set();
for (const each of received) {
  checkShared(standard, each);
  checkShared(svix, each);
  checkPair(each);
  checkEvent(each);
  types.add(JSON.parse(each.body).type);
}
assert.ok(["tocsin.verification", "tocsin.ping", "tocsin.changed-hands"].every((type) => types.has(type)), [...types].join(", "));
assert.ok(received.some((each) => each.secrets.length > 1), "one while secrets overlap");
console.log(
  `webhook clients: ${received.length} received webhooks (${[...types].join(", ")}) are good to standardwebhooks, svix, cloudevents and node:crypto on ${process.version}`,
);
