/**
 * What `run all` measures, so that five runs take less than 25 minutes: what is compared by its rate or delay as often as --runs says, what takes
 * minutes or answers yes or no once. jobs: fewer than alone, where that says as much.
 */
const EACH = "each";
const ONCE = "once";

export const PLAN = [
  { scenario: "ceiling", who: { "the sink alone": ONCE } },
  { scenario: "drain", who: { ours: EACH, "pg-boss": EACH, BullMQ: ONCE, "ours, ten to a place": ONCE, "ours, v1a": ONCE } },
  { scenario: "paced", jobs: 500, who: { ours: EACH, BullMQ: EACH, "pg-boss, woken by its sender": ONCE, "pg-boss": ONCE, Alertmanager: ONCE } },
  { scenario: "slow", who: { ours: EACH, "pg-boss": ONCE, BullMQ: ONCE } },
  { scenario: "replicas", who: { ours: ONCE } },
  { scenario: "kill", who: { ours: ONCE, "Alertmanager, 500": ONCE } },
  { scenario: "parked", who: { ours: ONCE } },
  { scenario: "down", who: { ours: ONCE } },
];

/** The same for one scenario, each contender as often. */
export const alone = (scenario, contenders, jobs) => ({ scenario, jobs, who: Object.fromEntries(Object.keys(contenders).map((who) => [who, EACH])) });

export const isDue = (often, run) => often === EACH || run === 1;
