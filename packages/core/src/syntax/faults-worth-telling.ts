import { MAX_FAULTS, type Node, type SyntaxFault } from "./node.ts";

/** The faults that are worth telling, in the order of the text: of a JSON text, where each item of a list is told apart, by its roots. */
export function faultsWorthTelling(
  text: string,
  faults: readonly SyntaxFault[],
  roots: readonly Node[] = [],
): readonly SyntaxFault[] {
  const items = faults.length < 2 ? [] : itemsIn(roots);
  return firstOfEachLine(text, faults, items).slice(0, MAX_FAULTS);
}

/** Where the mappings in the lists of a JSON text begin, which may all stand on one line. */
function itemsIn(roots: readonly Node[]): number[] {
  const starts: number[] = [];
  const stack = [...roots];
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (node.kind === "sequence") {
      for (const item of node.items) if (item.kind === "mapping") starts.push(item.range.start);
    } else if (node.kind === "mapping") {
      for (const { value } of node.entries) if (value) stack.push(value);
    }
  }
  return starts.toSorted((a, b) => a - b);
}

/**
 * A parser that lost its way says so many times on one line; once is enough, or once for each of the items that begin
 * there. What it misses at the end of the text has no range there.
 */
function firstOfEachLine(
  text: string,
  faults: readonly SyntaxFault[],
  items: readonly number[],
): SyntaxFault[] {
  let echoEnd = -1;
  let next = 0;
  const first = faults.toSorted(byPlace).filter(({ range }) => {
    if (range.start <= echoEnd) return false;
    const feed = text.indexOf("\n", range.start);
    while ((items[next] ?? Infinity) <= range.start) next += 1;
    echoEnd = Math.min(feed === -1 ? text.length : feed, (items[next] ?? Infinity) - 1);
    return true;
  });
  return first.map((fault) => {
    const { start, end } = fault.range;
    return end <= text.length
      ? fault
      : { ...fault, range: { start: Math.min(start, text.length), end: text.length } };
  });
}

/** In the order of the text. */
export function byPlace(a: SyntaxFault, b: SyntaxFault): number {
  return a.range.start - b.range.start;
}
