import {
  createRestreamFinder,
  fieldsWithToken,
  type LocalField,
  placeOfField,
  tokenWarning,
} from "@restream-lint/client";
import { lineStartsOf, positionAt } from "@restream-lint/core";
import type { Io } from "../io.ts";
import type { Linted } from "../linted-text.ts";
import { printable } from "../printable.ts";
import type { Planned } from "./planned.ts";

/** Whether a document would send the API token to somebody; each place is said on stderr, without its value. */
export function hasToken(
  { plan, linted, gcore: { holdsToken } }: Pick<Planned, "plan" | "linted" | "gcore">,
  io: Io,
): boolean {
  const found = fieldsWithToken(plan, holdsToken);
  for (const it of found.slice(0, MOST_SAID)) {
    const place = `${printable(it.entry.file)}:${lineOf(it, linted)}`;
    io.stderr.write(`restream-lint: ${place}: ${tokenWarning(it.field)}\n`);
  }
  if (found.length > 0)
    io.stderr.write("restream-lint: nothing is planned while a document holds the API token\n");
  return found.length > 0;
}

/** Nobody reads more of them. */
const MOST_SAID = 20;

function lineOf({ entry, field }: LocalField, linted: readonly Linted[]): number {
  const document = linted.find(({ file }) => file === entry.file)?.document;
  const restream = document && createRestreamFinder(document)(entry);
  if (!restream) return entry.line;
  return positionAt(lineStartsOf(document.text), placeOfField(restream, field).start).line + 1;
}
