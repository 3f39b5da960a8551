import { byHand, suggestion } from "../fix.ts";
import { type LiteralSecret, secretValueOf } from "./literal-secrets.ts";
import type { Fix } from "../rule.ts";
import type { Edit } from "../edit.ts";
import { replaceIn } from "../field/uri-field.ts";

/** A secret, and the variable that is to hold it. */
export interface Move {
  readonly secret: LiteralSecret;
  readonly name: string;
}

/** The edits that put `${NAME}` in the place of each secret of one URI; undefined where its notation cannot hold that. */
export function moveEdits(moves: readonly Move[]): readonly Edit[] | undefined {
  const [first] = moves;
  if (!first || moves.some(({ secret }) => secretValueOf(secret) === undefined)) return undefined;
  const edits = moves.map(({ secret, name }) =>
    replaceIn(secret.target.field, secret.part, `\${${name}}`),
  );
  const possible = edits.filter((it) => it !== undefined);
  return possible.length === edits.length ? possible : quoted(moves, first);
}

/** Braces would end an unquoted value in a flow map, so it gets quotes. */
function quoted(moves: readonly Move[], first: Move): readonly Edit[] | undefined {
  const { node, uri } = first.secret.target.field;
  const { style, offsets, range } = node;
  const quote = QUOTES.find(({ escaped }) => !escaped.test(uri.text))?.quote;
  if (style !== "flow" || typeof offsets !== "number" || quote === undefined) return undefined;
  const replacements = moves.map(({ secret: { part }, name }) => ({
    range: { start: offsets + part.start, end: offsets + part.end },
    newText: `\${${name}}`,
  }));
  return [
    { range: { start: range.start, end: range.start }, newText: quote },
    ...replacements,
    { range: { start: range.end, end: range.end }, newText: quote },
  ];
}

/** What may not stand between them as it is. */
const QUOTES = [
  { quote: '"', escaped: /["\\]/ },
  { quote: "'", escaped: /'/ },
] as const;

/** Offers to put `${NAME}` in the place of a secret, where that is possible. */
export function moveSuggestion(move: Move): Fix | undefined {
  const edits = moveEdits([move]);
  const title = `Move it to \${${move.name}}: set that variable to what stands here now`;
  return edits && byHand(suggestion(title, ...edits));
}
