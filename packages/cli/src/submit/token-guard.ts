import type { PlanEntry } from "@restream-lint/client";
import { lineStartsOf, positionAt } from "@restream-lint/core";
import type { Io } from "../io.ts";
import type { Linted } from "../linted.ts";
import { printable } from "../printable.ts";
import type { Planned } from "./planned.ts";
import { refusalsOf } from "./refusals.ts";

/** Whether a document would send the API token to somebody, by whatever name of a variable; each place is said on stderr, without its value. */
export function hasToken(
  { plan: { entries }, linted, gcore: { holdsToken } }: Pick<Planned, "plan" | "linted" | "gcore">,
  io: Io,
): boolean {
  const found = entries.flatMap((entry) => {
    if (!("body" in entry)) return [];
    const fields = Object.entries(entry.body()).filter(([, value]) => holdsToken(String(value)));
    return fields.map(([field]) => ({ entry, field }));
  });
  for (const { entry, field } of found.slice(0, MOST_SAID)) {
    const place = `${printable(entry.file)}:${lineOf(entry, field, linted)}`;
    io.stderr.write(
      `restream-lint: ${place}: \`${field}\` holds the API token, and whoever reads it there could use your account: take it out of the document, or out of the variable that it comes from\n`,
    );
  }
  if (found.length > 0)
    io.stderr.write("restream-lint: nothing is planned while a document holds the API token\n");
  return found.length > 0;
}

/** Nobody reads more of them. */
const MOST_SAID = 20;

/** Where the field is; else where the restream begins. */
function lineOf(
  entry: Extract<PlanEntry, { readonly line: number }>,
  field: string,
  linted: readonly Linted[],
): number {
  const [place] = refusalsOf(entry, { fields: [{ field, messages: [] }] }, linted);
  if (!place) return entry.line;
  return positionAt(lineStartsOf(place.report.text), place.range.start).line + 1;
}
