import { Agent, request } from "undici";
import { now } from "../lib/clock.mjs";
import { change, event } from "../lib/events.mjs";
import { CONNECTIONS } from "./webhook.mjs";

/** How many the sink takes in a second from a client that does nothing else. */
export async function ceiling(url, count) {
  const dispatcher = new Agent({ connections: CONNECTIONS, pipelining: 1 });
  const body = JSON.stringify(event(change("ceiling", 1, 1, "IQ")));
  let left = count;
  const send = async () => {
    while (left-- > 0) {
      const answer = await request(url, { method: "POST", dispatcher, headers: { "webhook-id": String(left) }, body });
      await answer.body.dump();
    }
  };
  const began = now();
  await Promise.all(Array.from({ length: CONNECTIONS }, send));
  const perSecond = (count * 1000) / (now() - began);
  await dispatcher.close();
  return { perSecond };
}
