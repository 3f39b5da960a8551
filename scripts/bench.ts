import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { benchAll, benchGrowth, benchInstructions, benchQuickly } from "./bench/series.ts";

// How fast we are, beside others: `pnpm bench`, which writes docs/benchmarks.md.
// With --quick, ourselves alone in a few rounds; with --instructions, what CI holds against the counts that it expects;
// with --growth, how the cost of printing, mending and typing grows.

const folder = mkdtempSync(join(tmpdir(), "restream-lint-bench-"));
try {
  const has = (option: string) => process.argv.includes(option);
  if (has("--instructions")) process.exitCode = await benchInstructions(folder, has("--record"));
  else if (has("--growth")) process.exitCode = await benchGrowth(folder);
  else if (has("--quick")) await benchQuickly(folder);
  else await benchAll(folder);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
