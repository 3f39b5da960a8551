import type { Range } from "../range.ts";
import { endOfCutUri } from "./cut-uri.ts";
import type { CutUri, Node, ScalarNode, SyntaxTree } from "./node.ts";
import { createScalar } from "./scalar.ts";
import { type Allowance, parseYaml, type Reading } from "./yaml.ts";

/**
 * Parses a range of a text as YAML. A URI that a `,` or `{` cuts between braces is read to its end, so that one mistake
 * hides nothing after it; the tree says which they are.
 */
export function parseWholeUris(text: string, range: Range, allowance?: Allowance): SyntaxTree {
  const tree = parseYaml(text, range, allowance);
  const known = cutsIn(text, tree.roots);
  // Behind a `{` the parser has lost its way, so what it did not reach is looked for in the text.
  let cuts =
    tree.faults.length > 0 ? inOrder([...likelyCutsIn(text, range), ...known]) : inOrder(known);
  for (let round = 0; round < 2 && cuts.length > 0; round++) {
    const mended = parseYaml(text, range, allowance, readingOf(text, range, cuts));
    const uris = new Set(urisIn(mended.roots));
    const confirmed = cuts.filter(({ node }) => uris.has(node));
    if (confirmed.length === cuts.length) {
      return firstFault(mended) < firstFault(tree) ? tree : { ...mended, cuts };
    }
    // What stood in a comment or in quotes was none.
    cuts = confirmed;
  }
  return tree;
}

function cutsIn(text: string, roots: readonly Node[]): CutUri[] {
  return Array.from(urisIn(roots)).flatMap(({ value, style, range }) => {
    if (style !== "flow" || typeof value !== "string") return [];
    return cutUri(text, range.start, range.end) ?? [];
  });
}

const LIKELY = /[{,]\s*["']?uri["']?\s*:\s+(?:&[^\s,[\]{}]+\s+)?(?=[A-Za-z$])/g;

function likelyCutsIn(text: string, { start, end }: Range): CutUri[] {
  return Array.from(text.slice(start, end).matchAll(LIKELY)).flatMap(({ index, 0: before }) => {
    const at = start + index + before.length;
    return cutUri(text, at, at) ?? [];
  });
}

/** The URI at an offset, if YAML cuts it; it is not cut before the offset `known`. */
function cutUri(text: string, start: number, known: number): CutUri | undefined {
  const end = endOfCutUri(text, { start, end: known });
  if (end === undefined) return undefined;
  const value = text.slice(start, end);
  const cut = value.search(/[,{]/);
  const node = createScalar(text, value, { start, end }, "flow");
  return cut === -1 ? undefined : { node, cut: start + cut };
}

/** Every value of a key `uri`, at its own place: what an alias stands for stands at its anchor. */
function* urisIn(roots: readonly Node[]): Iterable<ScalarNode> {
  const stack = [...roots];
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (node.kind === "scalar" || node.alias) continue;
    if (node.kind === "sequence") for (const item of node.items) stack.push(item);
    else {
      for (const merged of node.merged) stack.push(merged);
      for (const { key, value } of node.entries) {
        if (value?.kind === "scalar" && !value.alias && key.value === "uri") yield value;
        else if (value) stack.push(value);
      }
    }
  }
}

/** By their places in the text, none inside another; what is found twice is what the parser found. */
function inOrder(cuts: readonly CutUri[]): CutUri[] {
  const byStart = new Map(cuts.map((it) => [it.node.range.start, it]));
  let end = 0;
  return [...byStart.values()]
    .toSorted((a, b) => a.node.range.start - b.node.range.start)
    .filter(({ node }) => {
      if (node.range.start < end) return false;
      end = node.range.end;
      return true;
    });
}

/** A range of a text with a word in the place of each cut URI, as long as it. */
export function readingOf(text: string, { start, end }: Range, cuts: readonly CutUri[]): Reading {
  let read = "";
  let at = start;
  for (const { node } of cuts) {
    read += text.slice(at, node.range.start) + "x".repeat(node.range.end - node.range.start);
    at = node.range.end;
  }
  const scalars = new Map(cuts.map(({ node }) => [node.range.start, node]));
  return { text: read + text.slice(at, end), scalars };
}

function firstFault({ faults }: SyntaxTree): number {
  return faults.reduce((first, { range }) => Math.min(first, range.start), Infinity);
}
