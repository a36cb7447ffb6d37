import { execFileSync } from "node:child_process";
import { appendFileSync, mkdirSync } from "node:fs";
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

/** Keeps each run as a line of results/<scenario>.json, and prints the medians at the end. */
export class Results {
  constructor(bench, root, scenario) {
    mkdirSync(join(bench, "results"), { recursive: true });
    this.file = join(bench, "results", `${scenario}.json`);
    this.scenario = scenario;
    this.machine = machine(root);
    this.runs = [];
  }

  add(who, figures, loadBefore) {
    this.runs.push({ who, figures });
    appendFileSync(this.file, `${JSON.stringify({ scenario: this.scenario, who, ...this.machine, load: loadBefore, ...figures })}\n`);
    process.stderr.write(`  ${who}: ${JSON.stringify(figures)}\n`);
  }

  /** wanted: of each figure of ours, in words. */
  print(wanted) {
    const { date, commit, cores } = this.machine;
    console.log(`\n${this.scenario}: ${cores} cores, commit ${commit}, ${date}`);
    const who = [...new Set(this.runs.map((run) => run.who))];
    const names = Object.keys(wanted);
    console.log(`| ${["", ...names, "runs"].join(" | ")} |\n|${"---|".repeat(names.length + 2)}`);
    for (const each of who) {
      const runs = this.runs.filter((run) => run.who === each).map((run) => run.figures);
      const cells = names.map((name) => {
        const values = runs.map((run) => run[name]).filter((value) => value !== undefined);
        if (!values.length) return "-";
        return typeof values[0] === "number" ? String(round(median(values))) : String(values.at(-1));
      });
      console.log(`| ${[each, ...cells, runs.length].join(" | ")} |`);
    }
    console.log(`| ${["wanted", ...names.map((name) => wanted[name]), ""].join(" | ")} |`);
  }
}
