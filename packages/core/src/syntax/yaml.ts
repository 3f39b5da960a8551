import {
  Composer,
  type CST,
  type Document,
  type ErrorCode,
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
  type MappingNode,
  type Node,
  type ScalarNode,
  type ScalarStyle,
  type SyntaxFault,
  type SyntaxTree,
} from "./node.ts";
import { createScalar } from "./scalar.ts";

/** Parses a range of a text as YAML 1.2. The only module that knows the `yaml` package. */
export function parseYaml(text: string, range: Range): SyntaxTree {
  const source = text.slice(range.start, range.end);
  const { tokens, tooDeep } = tokensOf(source);
  if (tooDeep !== undefined) {
    const start = range.start + tooDeep;
    const message = `Nested more than ${MAX_DEPTH} levels deep`;
    return { roots: [], faults: [{ kind: "depth", message, range: { start, end: start + 1 } }] };
  }
  const composer = new Composer({ prettyErrors: false, uniqueKeys: false, logLevel: "silent" });
  const trees = Array.from(composer.compose(tokens, false, source.length), (parsed) =>
    lower(parsed, text, range.start),
  );
  return {
    roots: trees.flatMap(({ roots }) => roots),
    faults: trees.flatMap(({ faults }) => faults),
  };
}

/** Composing is recursive and, past some depth, ends the process: the depth is measured by the iterative steps before it. */
function tokensOf(source: string): { tokens: CST.Token[]; tooDeep: number | undefined } {
  const parser = new Parser();
  const tokens: CST.Token[] = [];
  let offset = 0;
  for (const lexeme of new Lexer().lex(source)) {
    for (const token of parser.next(lexeme)) tokens.push(token);
    // The stack holds the document too, and the scalar that is being read.
    if (parser.stack.length > MAX_DEPTH + 2) return { tokens: [], tooDeep: offset };
    offset += lexeme.length;
  }
  for (const token of parser.end()) tokens.push(token);
  return { tokens, tooDeep: undefined };
}

/** The messages of `yaml` quote the text, which may be a secret; so ours are chosen by its error code. */
const MESSAGES: Readonly<Record<ErrorCode, string>> = {
  ALIAS_PROPS: "An alias (*name) cannot have an anchor or a tag",
  BAD_ALIAS: "This anchor or alias needs a name that does not end in a colon",
  BAD_COLLECTION_TYPE: "This tag does not fit the mapping or list it stands before",
  BAD_DIRECTIVE: "YAML knows no such directive",
  BAD_DQ_ESCAPE: 'YAML knows no such escape in "…"; write a backslash as \\\\',
  BAD_INDENT: "This line is indented differently from the lines it belongs to",
  BAD_PROP_ORDER: "An anchor or a tag must stand after the indicator, before the value",
  BAD_SCALAR_START: "A plain value cannot begin with this character; put the value in quotes",
  BLOCK_AS_IMPLICIT_KEY: 'A second "key: value" on this line; put the value in quotes, or start a new line',
  BLOCK_IN_FLOW: "Indented mappings and lists cannot stand inside […] or {…}",
  DUPLICATE_KEY: "This key is there twice",
  IMPOSSIBLE: "This cannot be read as YAML",
  KEY_OVER_1024_CHARS: 'The ":" after a key must come within 1024 characters',
  MISSING_CHAR: "Something is missing here: a closing quote or bracket, a comma, a colon or a blank",
  MULTILINE_IMPLICIT_KEY: 'A key must stand on one line, with ":" and a blank after it',
  MULTIPLE_ANCHORS: "A value can have only one anchor",
  MULTIPLE_DOCS: 'A further document must begin with "---"',
  MULTIPLE_TAGS: "A value can have only one tag",
  NON_STRING_KEY: "A key must be a text",
  RESOURCE_EXHAUSTION: "This is nested too deeply to be read",
  TAB_AS_INDENT: "A tab cannot indent YAML; use blanks",
  TAG_RESOLVE_FAILED: "This value does not fit its tag",
  UNEXPECTED_TOKEN: "This cannot stand here",
};
const MISSING: readonly (readonly [RegExp, string])[] = [
  [/closing ["']quote/, "This quoted value has no closing quote"],
  [/map values/, 'A key needs ":" and a blank after it'],
  [/white ?space|Missing space/, "A blank is missing here"],
  [/- indicator/, 'A list item must begin with "-"'],
  [/^Missing ,|, (?:between|or)/, "A comma is missing here"],
  [/\}|\]|end with/, "A closing bracket is missing"],
];

function messageOf(code: ErrorCode, message: string): string {
  const known = code === "MISSING_CHAR" || code === "BAD_INDENT" ? MISSING : [];
  return known.find(([pattern]) => pattern.test(message))?.[1] ?? MESSAGES[code];
}

const STYLES: Readonly<Record<Scalar.Type, ScalarStyle>> = {
  PLAIN: "plain",
  QUOTE_SINGLE: "single",
  QUOTE_DOUBLE: "double",
  BLOCK_LITERAL: "block",
  BLOCK_FOLDED: "block",
};

/** Turns one parsed YAML document into our tree. An alias becomes the node of its anchor, so a bomb of aliases stays small. */
function lower(parsed: Document.Parsed, text: string, base: number): SyntaxTree {
  const faults: SyntaxFault[] = parsed.errors.map(({ code, message, pos }) => ({
    kind: "syntax",
    message: messageOf(code, message),
    range: { start: base + pos[0], end: base + Math.max(pos[0], pos[1]) },
  }));
  const anchors = new Map<string, Node | "unfinished" | undefined>();
  const root = nodeOf(parsed.contents, false);
  return { roots: root ? [root] : [], faults };

  function nodeOf(node: unknown, inFlow: boolean): Node | undefined {
    if (isAlias(node)) return aliased(node.source, rangeOf(node as ParsedNode));
    if (!isMap(node) && !isSeq(node) && !isScalar(node)) return undefined;
    if (node.anchor !== undefined) anchors.set(node.anchor, "unfinished");
    const lowered = isScalar(node)
      ? scalarOf(node, inFlow)
      : isMap(node)
        ? mappingOf(node, inFlow)
        : sequenceOf(node.items, rangeOf(node as ParsedNode), inFlow || node.flow === true);
    if (node.anchor !== undefined) anchors.set(node.anchor, lowered);
    return lowered;
  }

  function aliased(name: string, range: Range): Node | undefined {
    const target = anchors.get(name);
    if (target !== undefined && target !== "unfinished") return target;
    const message = target
      ? "This alias stands inside the very anchor that it means"
      : "No anchor (&name) of this name stands before this alias";
    if (target || !anchors.has(name)) faults.push({ kind: "syntax", message, range });
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
      if (sources) merged.push(...sources);
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
