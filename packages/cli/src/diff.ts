import { structuredPatch, type StructuredPatchHunk } from "diff";
import { printable } from "./printable.ts";

/** A text, and the same with its secrets masked, line for line as long. */
export interface Side {
  readonly text: string;
  readonly masked: string;
}

/** What a change would do, as a unified diff; secrets are masked, so it is for reading and not for `patch`. */
export function patchOf(file: string, before: Side, after: Side): string {
  if (before.text === after.text) return "";
  const name = printable(file);
  const oldLines = before.masked.split("\n");
  const newLines = after.masked.split("\n");
  const options = { context: CONTEXT, maxEditLength: MOST_EDITS };
  const patch = structuredPatch(name, name, before.text, after.text, "", "", options);
  const hunks = patch?.hunks ?? [wholeHunk(before.text, after.text)];
  const lines = hunks.flatMap(
    ({ oldStart, oldLines: removed, newStart, newLines: added, lines: written }) => {
      let oldLine = oldStart - 1;
      let newLine = newStart - 1;
      const shown = written.flatMap((line) => {
        if (line.startsWith("\\")) return [line];
        const source = line.startsWith("+") ? newLines[newLine] : oldLines[oldLine];
        if (!line.startsWith("+")) oldLine += 1;
        if (!line.startsWith("-")) newLine += 1;
        const text = printable(source ?? "")
          .replaceAll("\\u0009", "\t")
          .replace(/\\u000d$/, "\r");
        // Behind blanks alone, GitHub's runner takes it for the beginning of a command.
        return [
          line.startsWith(" ")
            ? line.charAt(0) + text.replace(/^(\s*):(?=:)/, String.raw`$1\u003a`)
            : line.charAt(0) + text,
        ];
      });
      return [`@@ -${oldStart},${removed} +${newStart},${added} @@`, ...shown];
    },
  );
  return [`--- a/${name}`, `+++ b/${name}`, ...lines, ""].join("\n");
}

const CONTEXT = 3;
/** Looking for the shortest patch takes time by the square of its length: nobody reads a longer one. */
const MOST_EDITS = 2000;

/** One hunk that goes line by line over texts with more changes than that. */
function wholeHunk(before: string, after: string): StructuredPatchHunk {
  const [old, changed] = [linesOf(before), linesOf(after)];
  const lines = Array.from({ length: Math.max(old.length, changed.length) }, (_, index) => {
    const [from, to] = [old[index], changed[index]];
    if (from === to) return [` ${from}`];
    return [...(from === undefined ? [] : [`-${from}`]), ...(to === undefined ? [] : [`+${to}`])];
  });
  return {
    oldStart: 1,
    oldLines: old.length,
    newStart: 1,
    newLines: changed.length,
    lines: lines.flat(),
  };
}

function linesOf(text: string): readonly string[] {
  const lines = text.split("\n");
  return lines.at(-1) === "" ? lines.slice(0, -1) : lines;
}
