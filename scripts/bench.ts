import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { benchServer } from "./bench-server.ts";
import { restreams } from "./corpus.ts";

// Whole processes, timed in turn and compared with an empty one of the same round: `pnpm bench`.
// With --quick, few rounds, and a missed bar is only said.

const LINTER = "dist/restream-lint.cjs";
const SIZES = [10, 1000, 10_000];
const BARS: Readonly<Record<string, number>> = { "10.yaml": 1.6 };
const quick = process.argv.includes("--quick");
const rounds = quick ? 5 : 31;

// Node would read the certificates that this variable names before it runs anything.
const env = { ...process.env, NODE_EXTRA_CA_CERTS: undefined };
const folder = mkdtempSync(join(tmpdir(), "restream-lint-bench-"));
try {
  const names = SIZES.flatMap((size) => [`${size}.yaml`, `${size}.json`]);
  for (const name of names) writeFileSync(join(folder, name), restreams(name));

  const floor: number[] = [];
  const times = new Map(names.map((name): [string, number[]] => [name, []]));
  for (let round = 0; round < rounds; round += 1) {
    floor.push(millisecondsOf(["-e", "0"]));
    for (const [name, list] of times) list.push(millisecondsOf([LINTER, join(folder, name)]));
  }

  console.log(`median of ${rounds} rounds, node ${process.versions.node}\n`);
  console.log(row("node -e 0", median(floor), 1));
  let missed = 0;
  for (const [name, list] of times) {
    const ratio = median(list.map((time, round) => time / (floor[round] ?? Number.NaN)));
    const bar = BARS[name];
    if (bar !== undefined && ratio > bar) missed += 1;
    const verdict = bar === undefined ? "" : `${ratio > bar ? "MISSED" : "holds"}: at most ${bar}`;
    console.log(row(name, median(list), ratio, verdict));
  }
  missed += await benchServer(quick);
  process.exitCode = missed > 0 && !quick ? 1 : 0;
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function millisecondsOf(args: readonly string[]): number {
  const start = performance.now();
  const { status, stderr } = spawnSync(process.execPath, args, { env, encoding: "utf8" });
  const elapsed = performance.now() - start;
  if (status !== 0) throw new Error(`node ${args.join(" ")} ended with ${status}: ${stderr}`);
  return elapsed;
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

function row(name: string, milliseconds: number, ratio: number, verdict = ""): string {
  const time = `${milliseconds.toFixed(1)} ms`.padStart(11);
  return `${name.padEnd(12)}${time}${`${ratio.toFixed(2)} ×`.padStart(11)}   ${verdict}`.trimEnd();
}
