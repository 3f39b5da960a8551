import type { Range } from "../range.ts";
import type { Node } from "./node.ts";

/** What to mark of a node in a finding about all of it: its first key, the first character of a list, the first line of a text. */
export function headOf(text: string, node: Node): Range {
  const { start, end } = node.range;
  if (node.kind === "sequence") return { start, end: Math.min(start + 1, end) };
  if (node.kind === "mapping") {
    if (text.startsWith("<<", start)) return { start, end: start + 2 };
    const [first] = node.entries;
    if (first) return first.key.range;
  }
  const line = /^[^\r\n]*/.exec(text.slice(start, end))?.[0] ?? "";
  return { start, end: start + line.trimEnd().length };
}
