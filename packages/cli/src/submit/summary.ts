import type { Applied } from "@restream-lint/client";
import { EXIT, type Io } from "../io.ts";
import { printable } from "../printable.ts";
import { factsOf } from "./progress.ts";

/** Says what was done and what was not, and answers the exit status for that. */
export function conclude(results: readonly Applied[], isInterrupted: boolean, io: Io): number {
  const of = (outcome: Applied["outcome"]) => results.filter((it) => it.outcome === outcome);
  const done = of("done");
  const counts = [
    ...WORDS.map(([action, word]) => {
      const count = done.filter(({ entry }) => entry.action === action).length;
      return `${count} ${word}`;
    }),
    `${of("failed").length} failed`,
    `${of("unknown").length} not known`,
    `${of("skipped").length} not begun`,
  ].filter((it) => !it.startsWith("0 "));
  io.stdout.write(`\n${isInterrupted ? "Interrupted" : "Done"}: ${counts.join(", ")}.\n`);
  const skipped = of("skipped");
  for (const it of skipped.slice(0, MOST_SKIPPED))
    io.stdout.write(`    not begun: ${it.entry.action} ${printable(factsOf(it))}\n`);
  if (skipped.length > MOST_SKIPPED)
    io.stdout.write(`    and ${skipped.length - MOST_SKIPPED} more\n`);
  if (done.length < results.length) io.stderr.write(`restream-lint: ${remedyOf(results)}\n`);
  if (isInterrupted) return EXIT.interrupted;
  if (done.length === results.length) return EXIT.ok;
  const failed = of("failed");
  return failed.length === results.length && failed.every(isUnanswered)
    ? EXIT.unreachable
    : EXIT.found;
}

/** What the API refused is refused again, until somebody changes it. */
function remedyOf(results: readonly Applied[]): string {
  const left = results.filter(({ outcome }) => outcome !== "done");
  return left.every(({ outcome, error }) => outcome === "failed" && error?.kind === "refused")
    ? "change what was refused, then submit again"
    : "submit again to do the rest: what is done is not done twice";
}

/** Nobody reads more of them. */
const MOST_SKIPPED = 50;

const WORDS = [
  ["create", "created"],
  ["update", "changed"],
  ["delete", "deleted"],
] as const;

function isUnanswered({ error }: Applied): boolean {
  return error?.kind === "unreachable" || error?.kind === "unauthorised";
}
