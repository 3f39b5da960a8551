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
  type YAMLSeq,
} from "yaml";
import type { Range } from "../range.ts";
import { Anchors } from "./anchors.ts";
import {
  type Entry,
  MAX_DEPTH,
  MAX_FAULTS,
  MAX_LEXEMES,
  type MappingNode,
  mappingsIn,
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

/** What is parsed in the place of a text: as long as it, and with scalars in it that are known, by their offsets in the text. */
export interface Reading {
  readonly text: string;
  readonly scalars: ReadonlyMap<number, ScalarNode>;
}

/** What a call and a YAML document cost by themselves, in lexemes. */
const START_COST = 20;
const NONE: Reading["scalars"] = new Map();
/** A directive, or the lexer's own mark. */
const BEGINS_DOCUMENT = /^[%\u0002]/;

/** Parses a range of a text as YAML 1.2. Only this module and `yaml-lexemes.ts` know the `yaml` package. */
export function parseYaml(
  text: string,
  range: Range,
  allowance: Allowance = { lexemes: MAX_LEXEMES },
  { text: read, scalars }: Reading = { text: text.slice(range.start, range.end), scalars: NONE },
): SyntaxTree {
  const tokens = tokensOf(read, range.start, allowance);
  if (!Array.isArray(tokens)) return { roots: [], faults: [tokens] };
  const composer = new Composer({ prettyErrors: false, uniqueKeys: false, logLevel: "silent" });
  const documents = Array.from(composer.compose(tokens, true, range.end - range.start));
  const trees = documents.map((parsed) => lower(parsed, text, range, scalars));
  return {
    roots: trees.flatMap(({ roots }) => roots),
    faults: trees.flatMap(({ faults }) => faults),
  };
}

/** Composing is recursive and, past some depth, ends the process: the depth is measured by the iterative steps before it. */
function tokensOf(read: string, base: number, allowance: Allowance): CST.Token[] | SyntaxFault {
  const parser = new Parser();
  const tokens: CST.Token[] = [];
  let errors = 0;
  allowance.lexemes -= START_COST;
  for (const lexeme of new Lexer().lex(read)) {
    const start = base + parser.offset;
    if (allowance.lexemes <= 0 || errors > MAX_FAULTS) return refusal("syntax", TOO_LARGE, start);
    allowance.lexemes -= BEGINS_DOCUMENT.test(lexeme) ? START_COST : 1;
    for (const token of parser.next(lexeme)) {
      tokens.push(token);
      if (token.type === "error") errors += 1;
    }
    // The stack holds the document too, and the scalar that is being read.
    if (parser.stack.length > MAX_DEPTH + 2) return refusal("depth", TOO_DEEP, start);
  }
  for (const token of parser.end()) tokens.push(token);
  return tokens;
}

const TOO_DEEP = `Nested more than ${MAX_DEPTH} levels deep`;
const TOO_LARGE =
  "From here on this is too large, or too broken, to be read: split the file, or write plain `key: value` lines";

function refusal(kind: SyntaxFault["kind"], message: string, start: number): SyntaxFault {
  return { kind, message, range: { start, end: start + 1 } };
}

const STYLES: Readonly<Record<Scalar.Type, ScalarStyle>> = {
  PLAIN: "plain",
  QUOTE_SINGLE: "single",
  QUOTE_DOUBLE: "double",
  BLOCK_LITERAL: "block",
  BLOCK_FOLDED: "block",
};

/** Turns one parsed YAML document into our tree. */
function lower(
  parsed: Document.Parsed,
  text: string,
  { start: base, end: limit }: Range,
  scalars: Reading["scalars"],
): SyntaxTree {
  const faults: SyntaxFault[] = [];
  /** Where each quote and bracket was opened, by the offset where what it holds ends. */
  const openings = new Map<number, number>();
  const anchors = new Anchors(limit - base);
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
    const lowered = anchors.define(node.anchor, () => {
      if (isScalar(node)) return tagged(scalarOf(node, inFlow), node);
      return tagged(isMap(node) ? mappingOf(node, inFlow) : sequenceOf(node, inFlow), node);
    });
    const [start, end] = (node as ParsedNode).range;
    // What is innermost comes first.
    if (parsed.errors.length > 0 && !openings.has(end)) openings.set(end, start);
    return lowered;
  }

  function aliased(name: string, range: Range): Node | undefined {
    const node = anchors.resolve(name);
    if (typeof node !== "string") return { ...node, alias: range };
    faults.push({ kind: "syntax", message: node, range });
    return undefined;
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
      const entryEnd = value?.range.end ?? Math.min(key.range.end + 1, limit);
      end = Math.max(end, isAlias(pair.value) ? 0 : entryEnd);
    }
    const whole = map.flow ? range : { start: range.start, end };
    return { kind: "mapping", range: whole, entries, merged };
  }

  function sequenceOf(sequence: YAMLSeq, inFlow: boolean): Node {
    const isFlow = inFlow || sequence.flow === true;
    const { start, end } = rangeOf(sequence as ParsedNode);
    const items = sequence.items.map((it) => nodeOf(it, isFlow) ?? emptyScalar(it, start));
    const isClosed = isFlow || isAlias(sequence.items.at(-1));
    const range = { start, end: isClosed ? end : (items.at(-1)?.range.end ?? end) };
    return { kind: "sequence", range, items };
  }

  function scalarOf(scalar: Scalar, inFlow: boolean): ScalarNode {
    const { value, type = "PLAIN" } = scalar;
    const style = inFlow && type === "PLAIN" ? "flow" : STYLES[type];
    const range = rangeOf(scalar as ParsedNode);
    const known = scalars.get(range.start);
    if (known?.range.end === range.end) return known;
    return createScalar(text, isPlain(value) ? value : (scalar.source ?? ""), range, style);
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

/** A node with the tag of the reader's own that it has in the text; YAML's own tags are resolved. */
function tagged(node: Node, { tag }: { tag?: string | undefined }): Node {
  return tag === undefined || tag.startsWith("tag:yaml.org,2002:") ? node : { ...node, tag };
}

function isEmpty(node: unknown): boolean {
  return (
    node === null ||
    node === undefined ||
    // An anchor makes a null of it that aliases can mean.
    (isScalar(node) && node.value === null && node.source === "" && node.anchor === undefined)
  );
}

function isPlain(value: unknown): value is ScalarNode["value"] {
  return value === null || ["string", "number", "boolean"].includes(typeof value);
}
