import type { Range } from "../range.ts";
import { byPlace, faultsWorthTelling } from "./faults-worth-telling.ts";
import { cutItems, type Pieces } from "./items.ts";
import { parseJson } from "./json.ts";
import {
  type Entry,
  MAX_FAULTS,
  MAX_LEXEMES,
  type Node,
  type SequenceNode,
  type SyntaxFault,
  type SyntaxTree,
} from "./node.ts";
import { createScalar } from "./scalar.ts";
import { scanBlock } from "./scanner.ts";
import { sourceOf } from "./source.ts";
import { parseWholeUris } from "./whole-uris.ts";
import type { Allowance } from "./yaml.ts";

/** `jsonc` is JSON with comments and trailing commas. */
export type Language = "yaml" | "json" | "jsonc";

/**
 * Parses a YAML text of which only some items are worth a look: these ranges, in these places of the list, the first item
 * among them. Undefined where it is no such text.
 */
export function parseItems(
  text: string,
  pieces: Pieces,
  places: readonly number[],
): SyntaxTree | undefined {
  const tree = parseCut(text, pieces, places);
  return tree && { ...tree, faults: faultsWorthTelling(text, tree.faults) };
}

/**
 * Parses a JSON text that holds only some items of its list, which is the root or all that the root holds: those that had
 * these places.
 */
export function parseJsonItems(text: string, places: readonly number[]): SyntaxTree {
  const { roots, faults } = parseJson(text, false);
  return {
    roots: roots.map((it) => withPlaces(it, places)),
    faults: faultsWorthTelling(text, faults, roots),
  };
}

function withPlaces(root: Node, places: readonly number[]): Node {
  if (root.kind === "scalar") return root;
  if (root.kind === "sequence") return { ...root, places };
  const entries = root.entries.map((entry): Entry => {
    const { value } = entry;
    return value?.kind === "sequence" ? { ...entry, value: { ...value, places } } : entry;
  });
  return { ...root, entries };
}

/** Parses any text; the tree holds what could be read, the faults say what could not, in the order of the text. */
export function parseSyntax(text: string, language: Language): SyntaxTree {
  const source = sourceOf(text);
  const tree =
    language === "yaml" ? parseYamlText(source.text) : parseJson(source.text, language === "jsonc");
  const faults = [...source.faults, ...tree.faults];
  const roots = language === "yaml" ? [] : tree.roots;
  return { ...tree, faults: faultsWorthTelling(source.text, faults, roots) };
}

function parseYamlText(text: string): SyntaxTree {
  const tooLong = lineBeyond(text);
  if (tooLong) return { roots: [], faults: [tooLong] };
  const cut = cutItems(text);
  return (cut && parseCut(text, cut)) ?? parseBlock(text, { start: 0, end: text.length });
}

/** More than an ordinary text of 64 MB has: a tree of more would fill the memory. */
const MAX_LINES = 2_500_000;

function lineBeyond(text: string): SyntaxFault | undefined {
  if (text.length <= MAX_LINES) return undefined;
  let at = -1;
  for (let line = 0; line < MAX_LINES; line++) {
    at = text.indexOf("\n", at + 1);
    if (at === -1) return undefined;
  }
  const message = "This text has too many lines to be read: split it into several files";
  return { kind: "syntax", message, range: { start: at, end: at + 1 } };
}

/** Parses head and items apart; undefined where the head shows that the cut was none. */
function parseCut(text: string, cut: Pieces, places?: readonly number[]): SyntaxTree | undefined {
  const allowance = { lexemes: MAX_LEXEMES };
  const head = parseHead(text, cut, allowance);
  const items: Node[] = [];
  const faults = [...head.faults];
  const cuts = [...(head.cuts ?? [])];
  const lexemes = new Map<number, number>();
  const around = MAX_LEXEMES - allowance.lexemes;
  for (const [index, range] of cut.items.entries()) {
    if (faults.length > MAX_FAULTS) break;
    const left = allowance.lexemes;
    const { roots, faults: found, cuts: more } = parseBlock(text, range, allowance);
    if (more) cuts.push(...more);
    if (places) lexemes.set(places[index] ?? index, left - allowance.lexemes);
    items.push(itemOf(roots) ?? emptyAt(text.indexOf("-", range.start)));
    // What comes after the first fault of an item is mostly its echo.
    faults.push(...found.toSorted(byPlace).slice(0, 1));
  }
  const start = text.indexOf("-", cut.items[0]?.start);
  const range = { start, end: items.at(-1)?.range.end ?? start };
  const list = { kind: "sequence", range, items, ...(places && { places }) } as const;
  const root = rootWith(list, head, cut.key);
  // The head is also what follows the items.
  const inOrder = cuts.toSorted((a, b) => a.cut - b.cut);
  return (
    root && {
      roots: [root],
      faults,
      ...(cuts.length > 0 && { cuts: inOrder }),
      ...(places && { lexemes: { around, items: lexemes } }),
    }
  );
}

/** What stands around the list. Mostly, nothing follows it, and what stands before is short. */
function parseHead(text: string, pieces: Pieces, allowance: Allowance): SyntaxTree {
  const { start, end } = pieces.list;
  if (/^\s*$/.test(text.slice(end))) {
    const before = text.slice(0, start);
    const tree = parseBlock(before, { start: 0, end: before.length }, allowance);
    // Where a fault ends is where the text does.
    if (tree.faults.length === 0) return tree;
  }
  return parseBlock(pieces.head, { start: 0, end: text.length }, allowance);
}

function itemOf([root]: readonly Node[]): Node | undefined {
  return root?.kind === "sequence" ? root.items[0] : undefined;
}

function emptyAt(offset: number): Node {
  return createScalar("", null, { start: offset, end: offset }, "plain");
}

function parseBlock(text: string, range: Range, allowance?: Allowance): SyntaxTree {
  const scanned = scanBlock(text, range);
  return scanned ? { roots: [scanned], faults: [] } : parseWholeUris(text, range, allowance);
}

/** The root with its list put where the head has a gap; undefined where it has none, and nothing is wrong with it. */
function rootWith(
  list: SequenceNode,
  { roots, faults }: SyntaxTree,
  key: Range | undefined,
): Node | undefined {
  const [root, ...others] = roots;
  if (!key) return root && faults.length === 0 ? undefined : list;
  const entries = root?.kind === "mapping" ? root.entries : [];
  const at = entries.findIndex((entry) => entry.key.range.start === key.start && !entry.value);
  if (root?.kind === "mapping" && at !== -1 && others.length === 0) {
    const filled = entries.map(
      (entry, index): Entry => (index === at ? { ...entry, value: list } : entry),
    );
    const end = Math.max(root.range.end, list.range.end);
    return { ...root, range: { start: root.range.start, end }, entries: filled };
  }
  if (faults.length === 0) return undefined;
  // Something before the list swallowed its key.
  const entry = { key: createScalar("", "restreams", key, "plain"), value: list };
  const start = Math.min(root?.range.start ?? key.start, key.start);
  return {
    kind: "mapping",
    range: { start, end: list.range.end },
    entries: [...entries, entry],
    merged: [],
  };
}
