import {
  type MalformedPlaceholder,
  type Placeholder,
  type Placeholders,
  placeholdersIn,
} from "../placeholder/placeholder.ts";
import type { Range } from "../range.ts";

/** What the URI parser reads otherwise than it is written, so that one mistake hides no other. */
export interface Repair {
  readonly kind:
    | "stray-whitespace"
    | "control-character"
    | "escaped-ampersand"
    | "srt-second-question-mark";
  /** Counted from the URI's first character, as written. */
  readonly range: Range;
  readonly newText: "" | "&";
}

/** A URI as the parser reads it: as long as the text, so that a range of the one is a range of the other. */
export interface Surface {
  /** As written. */
  readonly text: string;
  /** Placeholders are runs of `HOLE`; what a repair drops is a run of `VOID`. */
  readonly masked: string;
  readonly placeholders: readonly Placeholder[];
  readonly malformed: readonly MalformedPlaceholder[];
  /** In the order of the text. */
  readonly repairs: readonly Repair[];
}

// Two noncharacters: Unicode keeps them out of interchanged text. Where one is written, U+FFFD is read.
export const HOLE = "\ufdd0";
export const VOID = "\ufdd1";

/**
 * Blanks of every kind, the zero-width ones too; the rest of C0 and C1, with DEL, and the marks that turn the direction
 * of writing; and what JSON and HTML make of `&`, once or several times over.
 */
const REPAIRED =
  /([\s\x85\u180e\u200b-\u200d\u2060]+)|([\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]+)|(?:&|\\u0026)(?:amp;)+|\\u0026/gi;

type Groups = [blanks: string | undefined, controls: string | undefined, start: number];

/** Reads over placeholders, stray whitespace, control characters and escaped ampersands. */
export function surfaceOf(
  text: string,
  { found, malformed }: Placeholders = placeholdersIn(text),
): Surface {
  const filled = overwrite(
    text.replaceAll(/[\ufdd0\ufdd1]/g, "\ufffd"),
    found.map(({ range }) => ({ range, newText: HOLE.repeat(range.end - range.start) })),
  );
  const repairs: Repair[] = [];
  const masked = filled.replaceAll(REPAIRED, (match, ...[blanks, controls, start]: Groups) => {
    const range = { start, end: start + match.length };
    const repair: Repair = blanks
      ? { kind: "stray-whitespace", range, newText: "" }
      : controls
        ? { kind: "control-character", range, newText: "" }
        : { kind: "escaped-ampersand", range, newText: "&" };
    repairs.push(repair);
    return padded(repair);
  });
  return { text, masked, placeholders: found, malformed, repairs };
}

/** The surface with more repairs made; they come in the order of the text. */
export function repaired(surface: Surface, repairs: readonly Repair[]): Surface {
  if (repairs.length === 0) return surface;
  const masked = overwrite(
    surface.masked,
    repairs.map((repair) => ({ range: repair.range, newText: padded(repair) })),
  );
  const all = [...surface.repairs, ...repairs].toSorted((a, b) => a.range.start - b.range.start);
  return { ...surface, masked, repairs: all };
}

/** What a part of the surface says: placeholders as written, repairs made. */
export function textIn({ text, masked, repairs }: Surface, { start, end }: Range): string {
  const slice = masked.slice(start, end);
  if (!slice.includes(HOLE) && !slice.includes(VOID)) return slice;
  if (repairs.length === 0 && !slice.includes("\ufffd")) return text.slice(start, end);
  let result = "";
  for (let at = start; at < end; at++) {
    const unit = masked.charAt(at);
    if (unit !== VOID) result += unit === HOLE ? text.charAt(at) : unit;
  }
  return result;
}

/** A range without dropped characters at its ends, so that a finding marks what it speaks of. */
export function trimmed({ masked, repairs }: Surface, range: Range): Range {
  if (repairs.length === 0) return range;
  let { start, end } = range;
  while (start < end && masked.charAt(start) === VOID) start += 1;
  while (end > start && masked.charAt(end - 1) === VOID) end -= 1;
  return { start, end };
}

/** The new text of a repair, as long as the old one. */
function padded({ range, newText }: Repair): string {
  return newText + VOID.repeat(range.end - range.start - newText.length);
}

/** Replaces ranges, in the order of the text, by texts of their own length, in one pass. */
function overwrite(
  text: string,
  pieces: readonly { readonly range: Range; readonly newText: string }[],
): string {
  if (pieces.length === 0) return text;
  let result = "";
  let at = 0;
  for (const { range, newText } of pieces) {
    result += text.slice(at, range.start) + newText;
    at = range.end;
  }
  return result + text.slice(at);
}
