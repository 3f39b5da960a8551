import {
  type Applied,
  appliedSummary,
  factsOf,
  outcomeWord,
  remedyOf,
} from "@restream-lint/client";
import { EXIT, type Io } from "../io.ts";
import { printable } from "../printable.ts";

/** Says what was done and what was not, and answers the exit status for that. */
export function conclude(results: readonly Applied[], isInterrupted: boolean, io: Io): number {
  const of = (outcome: Applied["outcome"]) => results.filter((it) => it.outcome === outcome);
  io.stdout.write(`\n${appliedSummary(results, isInterrupted)}\n`);
  const skipped = of("skipped");
  for (const it of skipped.slice(0, MOST_SKIPPED))
    io.stdout.write(`    ${outcomeWord(it)} ${printable(factsOf(it))}\n`);
  if (skipped.length > MOST_SKIPPED)
    io.stdout.write(`    and ${skipped.length - MOST_SKIPPED} more\n`);
  const remedy = remedyOf(results);
  if (remedy !== undefined) io.stderr.write(`restream-lint: ${remedy}\n`);
  // Where all was done, nothing was interrupted.
  if (remedy === undefined) return EXIT.ok;
  if (isInterrupted) return EXIT.interrupted;
  const failed = of("failed");
  return failed.length === results.length && failed.every(isUnanswered)
    ? EXIT.unreachable
    : EXIT.found;
}

/** Nobody reads more of them. */
const MOST_SKIPPED = 50;

function isUnanswered({ error }: Applied): boolean {
  return ["unreachable", "unauthorised", "tooMany"].includes(error?.kind ?? "");
}
