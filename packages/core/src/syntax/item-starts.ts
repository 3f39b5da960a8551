import { extentOf, placeIn } from "./nodes-at.ts";
import type { SequenceNode } from "./node.ts";

/** Where the items of a list begin, each at its dash; between brackets, and where its dash cannot be told, at its value. */
export function itemStartsIn(text: string, { items, range }: SequenceNode): readonly number[] {
  if (text.charAt(range.start) !== "-") return items.map((it) => placeIn(it).start);
  const column = range.start - (text.lastIndexOf("\n", range.start) + 1);
  let before = range.start;
  return items.map((item, index) => {
    const { start, end } = extentOf(item);
    const from = before;
    before = end;
    return index === 0 ? range.start : (dashIn(text, from, start, column) ?? start);
  });
}

/** The first character of a line between two offsets that is a dash and stands at a column. */
function dashIn(text: string, from: number, to: number, column: number): number | undefined {
  // A value that is written below its key ends with a line break.
  for (let feed = text.indexOf("\n", from - 1); feed !== -1; feed = text.indexOf("\n", feed + 1)) {
    const at = feed + 1 + column;
    if (at > to) return undefined;
    if (text.charAt(at) === "-" && text.slice(feed + 1, at).trim() === "") return at;
  }
  return undefined;
}
