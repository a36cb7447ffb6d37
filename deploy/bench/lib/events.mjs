import { createHash } from "node:crypto";

const uuid = (text) => createHash("md5").update(text).digest("hex").replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");

/**
 * A change as events-service puts it into its feed, evidence left out, so that the webhook has about 0.9 kB.
 * country: by it each subscription takes its share.
 */
export function change(run, number, place, country) {
  return {
    id: uuid(`${run}/${number}`),
    kind: "CHANGED_HANDS",
    place: { id: String(place), name: `City ${place}`, country, admin1: null, latitude: 36.335, longitude: 43.11889 },
    from: { id: "government-of-iq", name: "Government of Iraq" },
    to: { id: "islamic-state", name: "Islamic State" },
    after: { state: "HELD", holder: { id: "islamic-state", name: "Islamic State" }, parties: [], assurance: "CLAIMED", sanctions: [] },
    validFrom: "2014-06-10",
    recordedAt: new Date().toISOString(),
    current: true,
    live: true,
    revises: null,
  };
}

/** The event that Tocsin makes of a change, for the peers to send. */
export function event(change) {
  return {
    specversion: "1.0",
    id: change.id,
    source: "http://localhost:8083",
    type: "tocsin.changed-hands",
    subject: `places/${change.place.id}`,
    time: change.recordedAt,
    datacontenttype: "application/json",
    data: {
      alert: {
        id: change.id,
        message: "ALERT",
        subscription: { id: "3f0d1f0e-7e0b-4d7e-a1de-6b1f2f7f4c10", name: "bench 0" },
        reference: null,
        sequence: 1,
        previous: null,
        revises: [],
      },
      change,
    },
  };
}

/** Countries that share the changes out among the subscriptions. */
export const COUNTRIES = ["IQ", "SY", "UA", "LY", "YE", "SD", "ML", "MM", "AF", "SO", "NE", "NG", "CD", "ET", "LB", "CF"];
