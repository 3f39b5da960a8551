import type { Range } from "../range.ts";
import { contentOf, type Node } from "./node.ts";

/** The ranges of the values that are written over several lines, in the order of the text. */
export function multilineValuesIn(text: string, roots: readonly Node[]): Range[] {
  const found: Range[] = [];
  const seen = new Set<object>();
  const stack = [...roots];
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (seen.has(contentOf(node))) continue;
    seen.add(contentOf(node));
    if (node.kind === "scalar") {
      if (/[\r\n]/.test(text.slice(node.range.start, node.range.end))) found.push(node.range);
    } else if (node.kind === "sequence") {
      for (const it of node.items) stack.push(it);
    } else {
      for (const { value } of node.entries) if (value) stack.push(value);
      for (const it of node.merged) stack.push(it);
    }
  }
  return found.toSorted((a, b) => a.start - b.start);
}
