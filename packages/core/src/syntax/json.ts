import {
  createScanner,
  type Node as JsonNode,
  type ParseError,
  parseTree,
} from "jsonc-parser";
import type { Range } from "../range.ts";
import { type Entry, MAX_DEPTH, type Node, type SyntaxFault, type SyntaxTree } from "./node.ts";
import { createScalar } from "./scalar.ts";

/** Parses JSON, or JSON with comments and trailing commas. The only module that knows the `jsonc-parser` package. */
export function parseJson(text: string, withComments: boolean): SyntaxTree {
  const tooDeep = findTooDeep(text);
  if (tooDeep) {
    const message = `Nested more than ${MAX_DEPTH} levels deep`;
    return { roots: [], faults: [{ kind: "depth", message, range: tooDeep }] };
  }
  const errors: ParseError[] = [];
  const root = parseTree(text, errors, {
    disallowComments: !withComments,
    allowTrailingComma: withComments,
    allowEmptyContent: true,
  });
  const faults = errors.map(({ error, offset, length }): SyntaxFault => {
    const range = { start: offset, end: offset + length };
    return { kind: "syntax", message: MESSAGES[error - 1] ?? "This cannot be read as JSON", range };
  });
  return { roots: root ? [nodeOf(root)] : [], faults };

  function nodeOf({ type, offset, length, value, children = [] }: JsonNode): Node {
    const range = { start: offset, end: offset + length };
    if (type === "array") return { kind: "sequence", range, items: children.map(nodeOf) };
    if (type === "object") {
      return { kind: "mapping", range, entries: children.flatMap(entryOf), merged: [] };
    }
    return createScalar(text, value, range, type === "string" ? "double" : "flow");
  }

  function entryOf({ children: [key, value] = [] }: JsonNode): Entry[] {
    const name = key && nodeOf(key);
    return name?.kind === "scalar" ? [{ key: name, value: value && nodeOf(value) }] : [];
  }
}

/** In the order of `ParseErrorCode`, which begins with 1. */
const MESSAGES: readonly string[] = [
  "JSON knows no such word here; put a text in double quotes",
  "This is not a number as JSON writes it",
  "A property needs a name in double quotes",
  "A value is missing here",
  'A ":" is missing after the property name',
  "A comma is missing here",
  'A closing "}" is missing',
  'A closing "]" is missing',
  "The text goes on after its end",
  "Plain JSON has no comments; name the file .jsonc, or delete the comment",
  "This comment has no end",
  "This text has no closing quote",
  "This number is not finished",
  "This \\u escape is not finished",
  "JSON knows no such escape; write a backslash as \\\\",
  "A text cannot hold a control character; write it as an escape",
];

function findTooDeep(text: string): Range | undefined {
  const scanner = createScanner(text, true);
  let depth = 0;
  while (scanner.getPosition() < text.length) {
    scanner.scan();
    const start = scanner.getTokenOffset();
    const first = text.charAt(start);
    if (first === "{" || first === "[") depth += 1;
    if (first === "}" || first === "]") depth -= 1;
    if (depth > MAX_DEPTH) return { start, end: start + 1 };
  }
  return undefined;
}
