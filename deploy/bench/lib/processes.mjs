import { spawn } from "node:child_process";
import { closeSync, openSync } from "node:fs";
import { createInterface } from "node:readline";

const running = new Set();

/** Starts a program whose log goes to a file; it is stopped with us. quiet: its standard output too goes to the log. */
export function start(command, args, { log, quiet = false, env = {}, cwd } = {}) {
  const file = openSync(log, "a");
  const child = spawn(command, args, { env: { ...process.env, ...env }, cwd, stdio: ["pipe", quiet ? file : "pipe", file] });
  closeSync(file);
  running.add(child);
  child.ended = new Promise((done) => {
    child.once("exit", () => done(running.delete(child)));
    child.once("error", (error) => done(running.delete(child), process.stderr.write(`${command}: ${error.message}\n`)));
  });
  return child;
}

/** The first line that a program says. */
export async function firstLine(child, log) {
  const lines = createInterface({ input: child.stdout });
  const line = await Promise.race([new Promise((done) => lines.once("line", done)), child.ended.then(() => null)]);
  if (line === null) throw new Error(`a program ended too early; its log is ${log}`);
  return line;
}

/** Asks to stop, and insists after 15 s. */
export async function stop(child) {
  child.stdin?.end();
  child.kill("SIGTERM");
  const insist = setTimeout(() => child.kill("SIGKILL"), 15_000);
  await child.ended;
  clearTimeout(insist);
}

/** kill -9 */
export async function kill(child) {
  child.kill("SIGKILL");
  await child.ended;
}

process.on("exit", () => running.forEach((child) => child.kill("SIGTERM")));
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => process.exit(130));

/** A port that is free now, below those that outgoing connections get. */
export async function freePort() {
  const { createServer } = await import("node:net");
  for (;;) {
    const port = 20_000 + Math.floor(Math.random() * 12_000);
    const free = await new Promise((done) => {
      const server = createServer().once("error", () => done(false));
      server.listen(port, "127.0.0.1", () => server.close(() => done(true)));
    });
    if (free) return port;
  }
}
