// node bench.mjs <root> <scenario> [--only ours] [--runs 5] [--jobs 20000] ...: see deploy/bench/run
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
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
if (scenario === "table") {
  for (const name of readdirSync(join(bench, "scenarios")).map((file) => file.replace(".mjs", ""))) {
    const { contenders, wanted } = await import(`./scenarios/${name}.mjs`);
    console.log(`${table(bench, name, contenders, wanted)}\n`);
  }
  process.exit(0);
}
const folder = mkdtempSync(join(tmpdir(), "tocsin-bench-"));

const { contenders, wanted } = await import(`./scenarios/${scenario}.mjs`);
const results = new Results(bench, root, scenario);
const postgres = await Postgres.started(root, folder);
const stack = { root, bench, folder, postgres };
let failed = false;
try {
  for (let run = 1; run <= Number(values.runs); run++) {
    for (const [who, measure] of Object.entries(contenders)) {
      if (values.only && !values.only.split(";").includes(who)) continue;
      const before = load();
      const sink = await Sink.started(bench, folder);
      try {
        const given = { stack, sink, run: `${scenario} ${run} ${who}`, ...(values.jobs && { jobs: Number(values.jobs) }) };
        results.add(who, await measure(given), before);
      } finally {
        await sink.stop();
      }
    }
  }
  console.log(table(bench, scenario, contenders, wanted));
} catch (error) {
  failed = true;
  console.error(`${error.stack}\nThe logs are kept in ${folder}.`);
} finally {
  await postgres.stop();
  if (!failed && !values.keep) rmSync(folder, { recursive: true });
}
process.exit(failed ? 1 : 0);
