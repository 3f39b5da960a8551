import { type Applied, factsOf, outcomeWord, type PlanEntry } from "@restream-lint/client";
import type { Arguments } from "../arguments.ts";
import { hasColor } from "../color.ts";
import type { Io } from "../io.ts";
import type { Linted } from "../linted-text.ts";
import { paperOf } from "../printing/print-reports.ts";
import { planSheet } from "../reporters/plan-sheet.ts";
import { refusal } from "../reporters/refusal.ts";
import { refusalsOf } from "./refusals.ts";
import { apiErrorText } from "./with-api.ts";

/** Makes the function that prints what became of each restream, as it comes. */
export function createProgress(
  linted: readonly Linted[],
  count: number,
  args: Arguments,
  io: Io,
): (applied: Applied) => void {
  const color = hasColor(args, io, io.stdout);
  const paper = paperOf(args, io, io.stdout);
  let number = 0;
  return (applied) => {
    if (applied.outcome === "skipped") return;
    number += 1;
    const { entry, error } = applied;
    const words = `${signOf(applied)} ${number}/${count} ${outcomeWord(applied)} ${factsOf(applied)}`;
    io.stdout.write(`${planSheet(words, color)}\n`);
    if (!error) return;
    const refusals = refusalsOf(entry, error, linted);
    // What has no place in a document is said by the error as a whole.
    if (refusals.length === 0) io.stdout.write(`    ${apiErrorText(error)}\n`);
    for (const { report, range, message } of refusals)
      io.stdout.write(refusal(report, range, message, paper));
  };
}

function signOf({ entry, outcome }: Applied): string {
  return outcome === "done" ? (SIGNS[entry.action] ?? " ") : "!";
}

const SIGNS: Readonly<Partial<Record<PlanEntry["action"], string>>> = {
  create: "+",
  update: "~",
  delete: "-",
};
