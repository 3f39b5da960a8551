import {
  type MalformedPlaceholder,
  type Placeholder,
  type Placeholders,
  placeholdersIn,
  variableAt,
} from "./placeholder.ts";
import type { Range } from "../range.ts";
import type { Piece } from "../syntax/node.ts";

/** What a variable holds; undefined if it is not set. */
export type VariableLookup = (name: string) => string | undefined;

/** A value with its placeholders filled in. */
export interface FilledIn {
  readonly value: string;
  /** What stands for something else that is written, in the order of the text. */
  readonly pieces: readonly Piece[];
  /** What could not be filled in, as it stands in the value. */
  readonly left: Placeholders;
  /** The variables that are not set, and for want of which a placeholder stays as it is. */
  readonly unset: readonly string[];
}

/** In UTF-16 units. No value is longer: what would make it so stays as it is written. */
const LONGEST = 1024 * 1024;

/**
 * Fills in the placeholders of a value by the rules of Compose, but one without a value and a default stays as it is.
 * What a variable holds is not read for placeholders again. Undefined where there is nothing to fill in.
 */
export function fillIn(written: string, lookUp: VariableLookup): FilledIn | undefined {
  const placeholders = placeholdersIn(written);
  if (placeholders.found.length === 0 && placeholders.escapes.length === 0) return undefined;

  const texts: string[] = [];
  const pieces: Piece[] = [];
  const found: Placeholder[] = [];
  const malformed: MalformedPlaceholder[] = [];
  const unset = new Set<string>();
  let at = 0;
  let length = 0;
  for (const segment of inOrder(placeholders)) {
    append(written.slice(at, segment.range.start));
    at = segment.range.end;
    const start = length;
    const shift = start - segment.range.start;
    const meaning = length > LONGEST ? NOTHING : meaningOf(segment, written, lookUp);
    append(meaning.text ?? written.slice(segment.range.start, at));
    for (const name of meaning.unset ?? []) unset.add(name);
    if (meaning.text !== undefined) {
      const isOutside = "shown" in segment;
      pieces.push({ range: { start, end: length }, written: segment.range, isOutside });
    } else if ("shown" in segment) {
      const { kind, range, shown } = segment;
      found.push({ kind, range: moved(range, shift), shown: moved(shown, shift) });
    } else if ("reason" in segment) {
      malformed.push({ ...segment, range: moved(segment.range, shift) });
    }
  }
  append(written.slice(at));
  const left = { found, malformed, escapes: [] };
  return { value: texts.join(""), pieces, left, unset: [...unset] };

  function append(text: string): void {
    texts.push(text);
    length += text.length;
  }
}

interface Escape {
  readonly range: Range;
}

type Segment = Placeholder | MalformedPlaceholder | Escape;

function inOrder({ found, malformed, escapes }: Placeholders): readonly Segment[] {
  const all: Segment[] = [...found, ...malformed, ...escapes.map((range) => ({ range }))];
  return all.toSorted((a, b) => a.range.start - b.range.start);
}

/** What to write in the place of a segment, or else what is not set. */
interface Meaning {
  readonly text?: string;
  readonly unset?: readonly string[];
}

const NOTHING: Meaning = {};

function meaningOf(segment: Segment, written: string, lookUp: VariableLookup): Meaning {
  if ("shown" in segment)
    return segment.variable ? expanded(written, segment.range, lookUp) : NOTHING;
  return "reason" in segment ? NOTHING : { text: "${" };
}

function moved({ start, end }: Range, shift: number): Range {
  return { start: start + shift, end: end + shift };
}

/** A `${` that is not closed yet. What follows its operator is kept or dropped when it is. */
interface Open {
  /** Undefined for a literal `$${`. */
  readonly variable: ReturnType<typeof variableAt>;
  readonly isLiteral: boolean;
  /** How many texts and how many names there were before the operand. */
  readonly texts: number;
  readonly unset: number;
}

/** Reads a placeholder in one pass, however deep it nests. */
function expanded(written: string, range: Range, lookUp: VariableLookup): Meaning {
  const texts: string[] = [];
  /** Undefined stands for what has no name. */
  const unset: (string | undefined)[] = [];
  const stack: Open[] = [];
  const brace = /\$?\$\{|\}/g;
  let at = range.start;
  while (at < range.end) {
    brace.lastIndex = at;
    const match = brace.exec(written);
    if (!match || match.index >= range.end) break;
    if (stack.length > 0) texts.push(written.slice(at, match.index));
    at = match.index + match[0].length;
    if (match[0] === "}") close(stack.pop());
    else at = open(match.index, match[0]);
  }
  if (unset.length === 0) return { text: texts.join("") };
  return { unset: unset.filter((it) => it !== undefined) };

  /** Answers where the operand begins. */
  function open(start: number, opening: string): number {
    const isLiteral = opening === "$${";
    if (isLiteral) texts.push("${");
    const variable = isLiteral ? undefined : variableAt(written, start);
    stack.push({ variable, isLiteral, texts: texts.length, unset: unset.length });
    return variable?.end ?? start + opening.length;
  }

  function close(opened: Open | undefined): void {
    if (!opened) return;
    if (opened.isLiteral) texts.push("}");
    else if (opened.variable) settle(opened, opened.variable);
    else unset.push(undefined);
  }

  function settle(opened: Open, { name, operator }: NonNullable<Open["variable"]>): void {
    const value = lookUp(name);
    const isThere = value !== undefined && (value !== "" || !operator?.startsWith(":"));
    const wanted = operator?.at(-1);
    if ((wanted === "-" && !isThere) || (wanted === "+" && isThere)) return;
    texts.length = opened.texts;
    unset.length = opened.unset;
    if (wanted === "+") return;
    if (isThere) texts.push(value);
    else unset.push(name);
  }
}
