import type { Edit } from "@restream-lint/core";
import { changedLines, type LineChange, type Lines, linesIn } from "./changed-lines.ts";
import { printable } from "./printable.ts";

/** A text, and the same with its secrets masked, line for line as long. */
export interface Side {
  readonly text: string;
  readonly masked: string;
}

/**
 * What these edits do to a text, in their order, as a unified diff; secrets are masked, so it is for reading and not for
 * `patch`.
 */
export function patchOf(file: string, before: Side, after: Side, edits: readonly Edit[]): string {
  if (before.text === after.text) return "";
  const name = printable(file);
  const changes = changedLines(linesIn(before.text), linesIn(after.text), edits);
  const [oldLines, newLines] = [linesIn(before.masked), linesIn(after.masked)];
  const hunks = hunksOf(changes).flatMap((hunk) => writtenHunk(hunk, oldLines, newLines));
  return [`--- a/${name}`, `+++ b/${name}`, ...hunks, ""].join("\n");
}

const CONTEXT = 3;

/** The changes between which there is nothing that would not be shown around each. */
function hunksOf(changes: readonly LineChange[]): readonly (readonly LineChange[])[] {
  const hunks: LineChange[][] = [];
  let end = -Infinity;
  for (const change of changes) {
    if (change.before.start - end > 2 * CONTEXT) hunks.push([change]);
    else hunks.at(-1)?.push(change);
    ({ end } = change.before);
  }
  return hunks;
}

function writtenHunk(
  changes: readonly LineChange[],
  oldLines: readonly string[],
  newLines: readonly string[],
): string[] {
  const [first, last] = [changes[0], changes.at(-1)];
  if (!first || !last) return [];
  const lead = Math.min(first.before.start, CONTEXT);
  const tail = Math.min(oldLines.length - last.before.end, CONTEXT);
  const whole = (side: "before" | "after"): Lines => ({
    start: first[side].start - lead,
    end: last[side].end + tail,
  });
  const old = whole("before");
  const body: string[] = [];
  let at = old.start;
  for (const { before, after } of changes) {
    body.push(...shown(" ", oldLines, { start: at, end: before.start }));
    body.push(...shown("-", oldLines, before), ...shown("+", newLines, after));
    at = before.end;
  }
  body.push(...shown(" ", oldLines, { start: at, end: old.end }));
  return [`@@ -${counted(old)} +${counted(whole("after"))} @@`, ...body];
}

/** Where lines begin, and how many; of none, the line that they stand behind. */
function counted({ start, end }: Lines): string {
  return `${end > start ? start + 1 : start},${end - start}`;
}

function shown(mark: " " | "-" | "+", lines: readonly string[], { start, end }: Lines): string[] {
  return lines.slice(start, end).flatMap((line) => {
    const isEnded = line.endsWith("\n");
    const text = printable(isEnded ? line.slice(0, -1) : line)
      .replaceAll("\\u0009", "\t")
      .replace(/\\u000d$/, "\r");
    // Behind blanks alone, GitHub's runner takes it for the beginning of a command.
    const safe = mark === " " ? text.replace(/^(\s*):(?=:)/, String.raw`$1\u003a`) : text;
    return isEnded ? [mark + safe] : [mark + safe, String.raw`\ No newline at end of file`];
  });
}
