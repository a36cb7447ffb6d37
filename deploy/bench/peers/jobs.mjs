import { change, event } from "../lib/events.mjs";

/** Jobs of one run, shared out among the urls: {url, event} each. blocks: so many to each url, one after the other. */
export function jobsOf({ run, count, urls, blocks }) {
  const urlOf = blocks ? urls.flatMap((url, i) => Array(blocks[i]).fill(url)) : null;
  return Array.from({ length: count }, (_, i) => ({ url: urlOf ? urlOf[i] : urls[i % urls.length], event: event(change(run, i, i, "IQ")) }));
}
