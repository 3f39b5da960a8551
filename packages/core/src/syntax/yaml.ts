import {
  Composer,
  type CST,
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  Lexer,
  type ParsedNode,
  Parser,
  type Scalar,
  type YAMLMap,
} from "yaml";
import type { Range } from "../range.ts";
import {
  type Entry,
  MAX_DEPTH,
  MAX_LEXEMES,
  type MappingNode,
  type Node,
  type ScalarNode,
  type ScalarStyle,
  type SyntaxFault,
  type SyntaxTree,
} from "./node.ts";
import { createScalar } from "./scalar.ts";
import { isUnclosed, yamlFaultOf } from "./yaml-faults.ts";

/** How much more of a text may be read. Several calls that read parts of one text share it. */
export interface Allowance {
  lexemes: number;
}

/** What a call costs by itself, in lexemes. */
const START_COST = 20;

/** Parses a range of a text as YAML 1.2. The only module that knows the `yaml` package. */
export function parseYaml(
  text: string,
  range: Range,
  allowance: Allowance = { lexemes: MAX_LEXEMES },
): SyntaxTree {
  const source = text.slice(range.start, range.end);
  const tokens = tokensOf(source, allowance);
  if ("at" in tokens) {
    const start = range.start + tokens.at;
    return { roots: [], faults: [{ ...tokens.refused, range: { start, end: start + 1 } }] };
  }
  const composer = new Composer({ prettyErrors: false, uniqueKeys: false, logLevel: "silent" });
  const documents = Array.from(composer.compose(tokens.tokens, true, source.length));
  const trees = documents.map((parsed) => lower(parsed, text, range));
  return {
    roots: trees.flatMap(({ roots }) => roots),
    faults: trees.flatMap(({ faults }) => faults),
  };
}

const TOO_DEEP = { kind: "depth", message: `Nested more than ${MAX_DEPTH} levels deep` } as const;
const TOO_LARGE = {
  kind: "syntax",
  message: "From here on this is too large to be read in this notation: split the file, or write plain `key: value` lines",
} as const;

type Tokens =
  | { readonly tokens: readonly CST.Token[] }
  | { readonly refused: typeof TOO_DEEP | typeof TOO_LARGE; readonly at: number };

/** Composing is recursive and, past some depth, ends the process: the depth is measured by the iterative steps before it. */
function tokensOf(source: string, allowance: Allowance): Tokens {
  const parser = new Parser();
  const tokens: CST.Token[] = [];
  allowance.lexemes -= START_COST;
  for (const lexeme of new Lexer().lex(source)) {
    const at = parser.offset;
    if (allowance.lexemes <= 0) return { refused: TOO_LARGE, at };
    allowance.lexemes -= 1;
    for (const token of parser.next(lexeme)) tokens.push(token);
    // The stack holds the document too, and the scalar that is being read.
    if (parser.stack.length > MAX_DEPTH + 2) return { refused: TOO_DEEP, at };
  }
  for (const token of parser.end()) tokens.push(token);
  return { tokens };
}

const STYLES: Readonly<Record<Scalar.Type, ScalarStyle>> = {
  PLAIN: "plain",
  QUOTE_SINGLE: "single",
  QUOTE_DOUBLE: "double",
  BLOCK_LITERAL: "block",
  BLOCK_FOLDED: "block",
};

/** Small documents may alias as they like; the larger ones this many nodes for each character. */
const ALIASED_NODES = 10_000;
const ALIASED_NODES_PER_UNIT = 2;

/**
 * Turns one parsed YAML document into our tree. An alias becomes the node of its anchor; what all aliases stand for,
 * written out, is bounded, so that whoever walks the tree takes time in proportion to the text.
 */
function lower(parsed: Document.Parsed, text: string, { start: base, end: limit }: Range): SyntaxTree {
  const faults: SyntaxFault[] = [];
  /** Where each quote and bracket was opened, by the offset where what it holds ends. */
  const openings = new Map<number, number>();
  const anchors = new Map<string, Anchored | "unfinished">();
  /** Nodes so far, with those that aliases stand for. */
  let size = 0;
  let aliasesLeft = ALIASED_NODES + ALIASED_NODES_PER_UNIT * (limit - base);
  const root = nodeOf(parsed.contents, false);
  for (const { code, message, pos } of parsed.errors) {
    const opening = isUnclosed(message) ? openings.get(pos[0]) : undefined;
    const [start, end] = opening === undefined ? pos : [opening, opening + 1];
    const range = { start: base + start, end: base + Math.max(start, end) };
    faults.push(yamlFaultOf(code, message, text, range));
  }
  return { roots: root ? [root] : [], faults };

  function nodeOf(node: unknown, inFlow: boolean): Node | undefined {
    if (isAlias(node)) return aliased(node.source, rangeOf(node as ParsedNode));
    if (!isMap(node) && !isSeq(node) && !isScalar(node)) return undefined;
    const before = size;
    size += 1;
    if (node.anchor !== undefined) anchors.set(node.anchor, "unfinished");
    const lowered = isScalar(node)
      ? scalarOf(node, inFlow)
      : isMap(node)
        ? mappingOf(node, inFlow)
        : sequenceOf(node.items, rangeOf(node as ParsedNode), inFlow || node.flow === true);
    if (node.anchor !== undefined) anchors.set(node.anchor, { node: lowered, size: size - before });
    const [start, end] = (node as ParsedNode).range;
    // What is innermost comes first.
    if (parsed.errors.length > 0 && !openings.has(end)) openings.set(end, start);
    return lowered;
  }

  function aliased(name: string, range: Range): Node | undefined {
    const anchored = anchors.get(name);
    if (typeof anchored !== "object") {
      const message = anchored
        ? "This alias stands inside the very anchor that it means"
        : "No anchor (&name) of this name stands before this alias";
      faults.push({ kind: "syntax", message, range });
      return undefined;
    }
    if (aliasesLeft < anchored.size) {
      const message = "Aliases multiply the document: written out, it would be too large";
      faults.push({ kind: "syntax", message, range });
      return undefined;
    }
    aliasesLeft -= anchored.size;
    size += anchored.size;
    return anchored.node;
  }

  function mappingOf(map: YAMLMap, inFlow: boolean): MappingNode {
    const isFlow = inFlow || map.flow === true;
    const range = rangeOf(map as ParsedNode);
    const entries: Entry[] = [];
    const merged: MappingNode[] = [];
    let end = range.start;
    for (const pair of map.items) {
      const key = nodeOf(pair.key, isFlow);
      const value = isEmpty(pair.value) ? undefined : nodeOf(pair.value, isFlow);
      if (key?.kind !== "scalar") continue;
      const sources = key.value === "<<" && key.style !== "double" ? mappingsIn(value) : undefined;
      if (sources) for (const it of sources) merged.push(it);
      else entries.push({ key, value });
      end = Math.max(end, isAlias(pair.value) ? 0 : (value?.range.end ?? key.range.end + 1));
    }
    return { kind: "mapping", range: map.flow ? range : { start: range.start, end }, entries, merged };
  }

  function sequenceOf(items: readonly unknown[], range: Range, isFlow: boolean): Node {
    const lowered = items.map((item) => nodeOf(item, isFlow) ?? emptyScalar(item, range.start));
    const last = items.at(-1);
    const end = isFlow || isAlias(last) ? range.end : (lowered.at(-1)?.range.end ?? range.end);
    return { kind: "sequence", range: { start: range.start, end }, items: lowered };
  }

  function scalarOf(scalar: Scalar, inFlow: boolean): ScalarNode {
    const { value, type = "PLAIN" } = scalar;
    const style = inFlow && type === "PLAIN" ? "flow" : STYLES[type as Scalar.Type];
    const node = createScalar(text, isPlain(value) ? value : String(value), rangeOf(scalar as ParsedNode), style);
    return scalar.tag?.startsWith("!") ? { ...node, tag: scalar.tag } : node;
  }

  /** The null that stands where a `-` has nothing after it, or where an alias means nothing. */
  function emptyScalar(node: unknown, fallback: number): ScalarNode {
    const range = (node as ParsedNode | undefined)?.range;
    const at = range ? base + range[0] : fallback;
    return createScalar(text, null, { start: at, end: at }, "plain");
  }

  function rangeOf({ range: [start, end] }: ParsedNode): Range {
    return { start: base + start, end: base + end };
  }
}

/** What an anchor names, and how many nodes it is when all its aliases are written out. */
interface Anchored {
  readonly node: Node;
  readonly size: number;
}

/** What `<<` may take: a mapping, or a list of mappings. */
function mappingsIn(value: Node | undefined): MappingNode[] | undefined {
  if (value?.kind === "mapping") return [value];
  if (value?.kind !== "sequence") return undefined;
  return value.items.filter((item) => item.kind === "mapping");
}

function isEmpty(node: unknown): boolean {
  return node === null || node === undefined || (isScalar(node) && node.value === null && node.source === "");
}

function isPlain(value: unknown): value is ScalarNode["value"] {
  return value === null || ["string", "number", "boolean"].includes(typeof value);
}
