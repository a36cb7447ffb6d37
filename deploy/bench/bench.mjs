// node bench.mjs <root> <scenario> [--only ours] [--runs 5] [--jobs 20000] ...: see deploy/bench/run
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { PLAN, alone, isDue } from "./lib/plan.mjs";
import { Postgres } from "./lib/postgres.mjs";
import { load, Results, table } from "./lib/results.mjs";
import { Sink } from "./lib/sink.mjs";

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    runs: { type: "string", default: "5" },
    only: { type: "string" },
    jobs: { type: "string" },
    keep: { type: "boolean", default: false },
  },
});
const root = resolve(positionals[0]);
const scenario = positionals[1];
const bench = join(root, "deploy/bench");
const scenarioOf = (name) => import(`./scenarios/${name}.mjs`);

async function printTables(names) {
  for (const name of names) {
    const { contenders, wanted } = await scenarioOf(name);
    console.log(`${table(bench, name, contenders, wanted)}\n`);
  }
}

async function measure({ scenario: name, who, jobs }, stack) {
  const { contenders } = await scenarioOf(name);
  const results = new Results(bench, root, name);
  for (let run = 1; run <= Number(values.runs); run++) {
    for (const [contender, often] of Object.entries(who)) {
      if (!isDue(often, run) || (values.only && !values.only.split(";").includes(contender))) continue;
      const before = load();
      const sink = await Sink.started(bench, stack.folder);
      try {
        results.add(contender, await contenders[contender]({ stack, sink, run: `${name} ${run} ${contender}`, ...(jobs && { jobs: Number(jobs) }) }), before);
      } finally {
        await sink.stop();
      }
    }
  }
}

if (scenario === "table") {
  await printTables(readdirSync(join(bench, "scenarios")).map((file) => file.replace(".mjs", "")));
  process.exit(0);
}
const folder = mkdtempSync(join(tmpdir(), "tocsin-bench-"));
const plan = scenario === "all" ? PLAN : [alone(scenario, (await scenarioOf(scenario)).contenders, values.jobs)];
const postgres = await Postgres.started(root, folder);
let failed = false;
for (const part of plan) {
  try {
    await measure(part, { root, bench, folder, postgres });
  } catch (error) {
    // One that fails does not take the others with it.
    failed = true;
    console.error(`${part.scenario}: ${error.stack}\nThe logs are kept in ${folder}.`);
  }
}
try {
  await printTables(plan.map((part) => part.scenario));
} finally {
  await postgres.stop();
  if (!failed && !values.keep) rmSync(folder, { recursive: true });
}
process.exit(failed ? 1 : 0);
