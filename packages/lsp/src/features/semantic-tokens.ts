import {
  exactRangeIn,
  findSrtParameter,
  placeholdersIn,
  type Range,
  restreamsWithin,
  type ScalarNode,
  scalarsWithin,
  suppressionsOf,
  type UriField,
  type UriPart,
  uriPartsOf,
} from "@restream-lint/core";
import {
  type SemanticTokens,
  type SemanticTokensLegend,
  SemanticTokenTypes,
} from "vscode-languageserver-types";
import type { View } from "../view.ts";

/** Standard types alone, so that every theme has colours for them; in the order of their numbers. */
const TYPES = [
  SemanticTokenTypes.keyword,
  SemanticTokenTypes.namespace,
  SemanticTokenTypes.number,
  SemanticTokenTypes.type,
  SemanticTokenTypes.string,
  SemanticTokenTypes.parameter,
  SemanticTokenTypes.enumMember,
  SemanticTokenTypes.variable,
] as const;
type TokenType = (typeof TYPES)[number];

/** What the numbers of tokens stand for. */
export const SEMANTIC_TOKENS: SemanticTokensLegend = { tokenTypes: [...TYPES], tokenModifiers: [] };

/** A token; its range is one of offsets. */
interface Token {
  readonly range: Range;
  readonly type: TokenType;
}

/**
 * What a YAML or JSON highlighter cannot tell: the parts of URIs, placeholders, and what comments suppress. Of a range,
 * the tokens that touch it; nothing of a settings file, which has none of these.
 */
export function semanticTokens(view: View, range?: Range): SemanticTokens {
  const { kind, document } = view;
  if (kind === "settings") return { data: [] };
  const asked = range ?? { start: 0, end: document.text.length };
  const fields = new Map(
    restreamsWithin(document, asked).flatMap(({ uri }) =>
      uri ? [[uri.node.range.start, uri] as const] : [],
    ),
  );
  const tokens = scalarsWithin(document.syntax.roots, asked).flatMap((node) => {
    const field = fields.get(node.range.start);
    return field ? uriTokens(field) : placeholderTokens(node);
  });
  for (const { directive, word, names } of suppressionsOf(document)) {
    if (!directive) continue;
    tokens.push({ range: word, type: SemanticTokenTypes.keyword });
    for (const { range: name, isKnown } of names)
      if (isKnown) tokens.push({ range: name, type: SemanticTokenTypes.enumMember });
  }
  const touching = tokens.filter(
    (it) => it.range.start <= asked.end && it.range.end >= asked.start,
  );
  return {
    data: encoded(
      view,
      touching.toSorted((a, b) => a.range.start - b.range.start),
    ),
  };
}

function uriTokens({ node, uri }: UriField): Token[] {
  const holes = uri.surface.placeholders.map((it) => it.range);
  const tokens: Token[] = holes.map((range) => ({ range, type: SemanticTokenTypes.variable }));
  let next = 0;
  for (const part of uriPartsOf(uri)) {
    const type = typeOf(part);
    let { start } = part.part.range;
    const { end } = part.part.range;
    // What is around the placeholders of a part.
    for (let hole = holes[next]; hole && hole.start < end; hole = holes[next]) {
      if (type && start < hole.start) tokens.push({ range: { start, end: hole.start }, type });
      start = Math.max(start, hole.end);
      next += 1;
    }
    if (type && start < end) tokens.push({ range: { start, end }, type });
  }
  return placed(node, tokens);
}

function placeholderTokens(node: ScalarNode): Token[] {
  if (typeof node.value !== "string") return [];
  const { found } = placeholdersIn(node.value);
  return placed(
    node,
    found.map(({ range }) => ({ range, type: SemanticTokenTypes.variable })),
  );
}

/** Tokens of a value, where they stand in the text; none where that cannot be told. */
function placed(node: ScalarNode, tokens: readonly Token[]): Token[] {
  return tokens.flatMap(({ range, type }) => {
    const place = exactRangeIn(node, range);
    return place ? [{ range: place, type }] : [];
  });
}

/** Undefined for what is better left as it is. */
function typeOf({ kind, part, pair }: UriPart): TokenType | undefined {
  switch (kind) {
    case "scheme":
      return SemanticTokenTypes.keyword;
    case "host":
      return SemanticTokenTypes.namespace;
    case "port":
      return SemanticTokenTypes.number;
    case "app":
      return SemanticTokenTypes.type;
    case "stream-key":
      return SemanticTokenTypes.string;
    case "parameter":
      return SemanticTokenTypes.parameter;
    case "value":
      if (findSrtParameter(pair.name.text)?.values?.includes(part.text))
        return SemanticTokenTypes.enumMember;
      return /^[0-9.]+$/.test(part.text) ? SemanticTokenTypes.number : SemanticTokenTypes.string;
    case "userinfo":
    case "path":
    case "query":
    case "fragment":
      return undefined;
  }
}

/** Five numbers a token: lines and characters from the token before, the length, the type, no modifiers. */
function encoded({ converter }: View, tokens: readonly Token[]): number[] {
  const data: number[] = [];
  let before = { line: 0, character: 0 };
  for (const { range, type } of tokens) {
    const { start, end } = converter.rangeOf(range);
    // A token is on one line, and in no other.
    if (start.line !== end.line) continue;
    const line = start.line - before.line;
    const character = line === 0 ? start.character - before.character : start.character;
    data.push(line, character, end.character - start.character, TYPES.indexOf(type), 0);
    before = start;
  }
  return data;
}
