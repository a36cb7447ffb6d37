import { execFileSync } from "node:child_process";
import { appendFileSync, existsSync, mkdirSync, readFileSync } from "node:fs";
import { availableParallelism, cpus, loadavg } from "node:os";
import { join } from "node:path";

const git = (root, ...args) => {
  try {
    return execFileSync("git", ["-C", root, ...args], { encoding: "utf8" }).trim();
  } catch {
    return "unknown";
  }
};

export function machine(root) {
  const changed = git(root, "status", "--porcelain", "--untracked-files=no", "--", ":!deploy/bench/results") ? " with changes" : "";
  return {
    date: new Date().toISOString().slice(0, 16) + "Z",
    commit: git(root, "rev-parse", "--short", "HEAD") + changed,
    cores: availableParallelism(),
    processor: cpus()[0]?.model ?? "unknown",
  };
}

export const load = () => Number(loadavg()[0].toFixed(2));

export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** The smallest value that this part of them does not exceed. */
export function quantile(values, part) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(part * sorted.length) - 1)];
}

export const round = (value) => (Math.abs(value) >= 100 ? Math.round(value) : Number(value.toFixed(1)));

/** Keeps each run of a scenario as a line of results/<scenario>.json. */
export class Results {
  constructor(bench, root, scenario) {
    mkdirSync(join(bench, "results"), { recursive: true });
    this.file = join(bench, "results", `${scenario}.json`);
    this.scenario = scenario;
    this.machine = machine(root);
  }

  add(who, figures, loadBefore) {
    appendFileSync(this.file, `${JSON.stringify({ scenario: this.scenario, who, ...this.machine, load: loadBefore, ...figures })}\n`);
    process.stderr.write(`  ${who}: ${JSON.stringify(figures)}\n`);
  }
}

const FIVE = 5;

/** Of each contender the last five runs at the commit that it ran at last. */
function runsOf(file) {
  const lines = readFileSync(file, "utf8").trim().split("\n").map((line) => JSON.parse(line));
  return [...new Set(lines.map(({ who }) => who))].map((who) => {
    const its = lines.filter((line) => line.who === who);
    return its.filter(({ commit }) => commit === its.at(-1).commit).slice(-FIVE);
  });
}

/** The medians of a scenario as a table. wanted: of each figure that is shown, what ours should be. */
export function table(bench, scenario, contenders, wanted) {
  const file = join(bench, "results", `${scenario}.json`);
  if (!existsSync(file)) return `${scenario}: not measured yet`;
  const names = Object.keys(wanted);
  const rows = runsOf(file).filter((runs) => runs[0].who in contenders);
  const cells = (runs) => names.map((name) => {
    const values = runs.map((run) => run[name]).filter((value) => value !== undefined);
    if (!values.length) return "";
    return typeof values[0] === "number" ? String(round(median(values))) : String(values.at(-1));
  });
  const [{ cores, commit, date }] = rows[0].slice(-1);
  const loads = rows.flat().map((run) => run.load);
  return [
    `${scenario}: ${cores} cores, commit ${commit}, ${date}, load average before each run ${Math.min(...loads)} to ${Math.max(...loads)}`,
    `| ${["", ...names, "runs"].join(" | ")} |`,
    `|${"---|".repeat(names.length + 2)}`,
    ...rows.map((runs) => `| ${[runs[0].who, ...cells(runs), runs.length].join(" | ")} |`),
    `| ${["wanted", ...names.map((name) => wanted[name]), ""].join(" | ")} |`,
  ].join("\n");
}
