import type { Range } from "../range.ts";
import { cutItems } from "./items.ts";
import { parseJson } from "./json.ts";
import type { Entry, MappingNode, Node, SequenceNode, SyntaxFault, SyntaxTree } from "./node.ts";
import { scanBlock } from "./scanner.ts";
import { sourceOf } from "./source.ts";
import { parseYaml } from "./yaml.ts";

/** `jsonc` is JSON with comments and trailing commas. */
export type Language = "yaml" | "json" | "jsonc";

/** Parses any text; the tree holds what could be read, the faults say what could not, in the order of the text. */
export function parseSyntax(text: string, language: Language): SyntaxTree {
  const source = sourceOf(text);
  const tree =
    language === "yaml" ? parseYamlText(source.text) : parseJson(source.text, language === "jsonc");
  const faults = [...source.faults, ...tree.faults];
  return { roots: tree.roots, faults: firstOfEachLine(text, faults) };
}

function parseYamlText(text: string): SyntaxTree {
  const whole = { start: 0, end: text.length };
  const cut = cutItems(text);
  if (!cut) return parseBlock(text, whole);

  const items: Node[] = [];
  const faults: SyntaxFault[] = [];
  for (const range of cut.items) {
    const { roots, faults: found } = parseBlock(text, range);
    // What comes after the first fault of an item is mostly its echo.
    faults.push(...found.slice(0, 1));
    const [root] = roots;
    if (root?.kind === "sequence") items.push(...root.items);
  }
  const head = parseBlock(cut.head, whole);
  const range = { start: cut.items[0]?.start ?? 0, end: items.at(-1)?.range.end ?? 0 };
  const list: SequenceNode = { kind: "sequence", range: firstDash(text, range), items };
  return { roots: withItems(head.roots, list), faults: [...faults, ...head.faults] };
}

function parseBlock(text: string, range: Range): SyntaxTree {
  const scanned = scanBlock(text, range);
  return scanned ? { roots: [scanned], faults: [] } : parseYaml(text, range);
}

function withItems(roots: readonly Node[], list: SequenceNode): Node[] {
  const [root] = roots;
  if (root?.kind !== "mapping") return [list];
  const at = root.entries.findIndex(({ key, value }) => key.value === "restreams" && !value);
  const entries = root.entries.map((entry, index): Entry => (index === at ? { ...entry, value: list } : entry));
  const end = Math.max(root.range.end, list.range.end);
  const mapping: MappingNode = { ...root, range: { start: root.range.start, end }, entries };
  return [mapping];
}

function firstDash(text: string, { start, end }: Range): Range {
  return { start: text.indexOf("-", start), end };
}

/** A parser that lost its way says so many times on one line; once is enough. */
function firstOfEachLine(text: string, faults: readonly SyntaxFault[]): SyntaxFault[] {
  let lineEnd = -1;
  return faults
    .toSorted((a, b) => a.range.start - b.range.start)
    .filter(({ range }) => {
      if (range.start <= lineEnd) return false;
      const feed = text.indexOf("\n", range.start);
      lineEnd = feed === -1 ? text.length : feed;
      return true;
    });
}
