import { structuredPatch } from "diff";
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
  const { hunks } = structuredPatch(name, name, before.text, after.text, "", "", { context: 3 });
  const oldLines = before.masked.split("\n");
  const newLines = after.masked.split("\n");
  const lines = hunks.flatMap(
    ({ oldStart, oldLines: removed, newStart, newLines: added, lines: written }) => {
      let oldLine = oldStart - 1;
      let newLine = newStart - 1;
      const shown = written.flatMap((line) => {
        if (line.startsWith("\\")) return [line];
        const source = line.startsWith("+") ? newLines[newLine] : oldLines[oldLine];
        if (!line.startsWith("+")) oldLine += 1;
        if (!line.startsWith("-")) newLine += 1;
        return [
          line.charAt(0) +
            printable(source ?? "")
              .replaceAll("\\u0009", "\t")
              .replace(/\\u000d$/, "\r"),
        ];
      });
      return [`@@ -${oldStart},${removed} +${newStart},${added} @@`, ...shown];
    },
  );
  return [`--- a/${name}`, `+++ b/${name}`, ...lines, ""].join("\n");
}
