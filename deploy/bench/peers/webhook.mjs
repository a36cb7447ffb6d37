import { createHmac, randomBytes } from "node:crypto";
import { Agent, request } from "undici";
import { now } from "../lib/clock.mjs";

const secret = randomBytes(32);
export const CONNECTIONS = 64;

/** Posts the event of a job as Tocsin would: the same headers and signature, 15 s at most, a row of an attempt for each call. */
export class Webhooks {
  constructor(attempts) {
    this.attempts = attempts;
    // The cap is one for all endpoints together; undici counts by address, and they are all at one.
    this.agent = new Agent({ connections: CONNECTIONS, pipelining: 1, keepAliveTimeout: 60_000 });
  }

  /** @return whether it was answered with 2xx; the attempt is committed by then */
  async deliver(id, { url, event }, number = 1) {
    const startedAt = new Date();
    const began = now();
    const body = JSON.stringify(event);
    const timestamp = String(Math.floor(startedAt / 1000));
    const signature = createHmac("sha256", secret).update(`${event.id}.${timestamp}.${body}`).digest("base64");
    let status = null;
    let error = null;
    try {
      const answer = await request(url, {
        method: "POST",
        dispatcher: this.agent,
        headersTimeout: 15_000,
        bodyTimeout: 15_000,
        headers: {
          "content-type": "application/cloudevents+json",
          "webhook-id": event.id,
          "webhook-timestamp": timestamp,
          "webhook-signature": `v1,${signature}`,
        },
        body,
      });
      status = answer.statusCode;
      await answer.body.dump();
      if (status < 200 || status > 299) error = "STATUS";
    } catch (failure) {
      error = failure.code ?? "FAILED";
    }
    await this.attempts.add({ id, number, startedAt, millis: Math.round(now() - began), status, error });
    return error === null;
  }
}
