import type { Range } from "../range.ts";

/**
 * A text cut into a head and the items of its list of restreams. Each item is parsed by itself,
 * so that what is broken in one hides no other, and an edit costs one item.
 */
export interface Cut {
  /** The text with its items blanked out, as long as the text. */
  readonly head: string;
  /** From each item's `-` (with the blanks before it) to the next, in the order of the text. */
  readonly items: readonly Range[];
}

/** Anchors, aliases, tags, directives and further documents reach across items: such a text is parsed whole. */
const REACHES_ACROSS = /^(?:%|\.\.\.)|(?:^|[\s[{,])[&*!]\S/m;

/** Cuts a YAML text at the items of `restreams:`, or of a list at its root; undefined where that is not safe. */
export function cutItems(text: string): Cut | undefined {
  const list = listStart(text);
  if (list === undefined || REACHES_ACROSS.test(text)) return undefined;

  const items: Range[] = [];
  let indent = -1;
  let itemStart = -1;
  let end = text.length;
  for (let line = list; line < text.length; line = nextLine(text, line)) {
    const first = firstOf(text, line);
    if (isNeutral(text.charAt(first))) continue;
    const depth = first - line;
    const isDash = text.charAt(first) === "-" && isGap(text.charAt(first + 1));
    if (indent === -1 && !isDash) return undefined;
    if (indent === -1) indent = depth;
    if (depth === indent && isDash) {
      if (itemStart !== -1) items.push({ start: itemStart, end: line });
      itemStart = line;
    } else if (depth <= indent) {
      if (text.startsWith("---", line)) return undefined;
      end = line;
      break;
    }
  }
  if (itemStart === -1) return undefined;
  items.push({ start: itemStart, end });
  const first = items[0]?.start ?? end;
  return { head: text.slice(0, first) + blank(text, first, end) + text.slice(end), items };
}

/** Where the lines of the list begin: after `restreams:` at the left margin, or after `---`. */
function listStart(text: string): number | undefined {
  const key = /^restreams[ \t]*:[ \t]*(?:#.*)?$/m.exec(text);
  if (key) return text.indexOf("\n", key.index) + 1 || undefined;
  const first = /^(?![ \t]*(?:#.*)?\r?$)(?!---[ \t]*\r?$).*$/m.exec(text);
  return first?.[0].startsWith("- ") ? first.index : undefined;
}

function nextLine(text: string, line: number): number {
  const feed = text.indexOf("\n", line);
  return feed === -1 ? text.length : feed + 1;
}

/** The offset of a line's first character that is no space. */
function firstOf(text: string, line: number): number {
  let at = line;
  while (text.charCodeAt(at) === 0x20) at += 1;
  return at;
}

/** Lines that say nothing of the structure: empty ones, comments, and those that a tab indents, which are faults of their item. */
function isNeutral(first: string): boolean {
  return first === "" || first === "\n" || first === "\r" || first === "#" || first === "\t";
}

function isGap(character: string): boolean {
  return character === "" || /\s/.test(character);
}

/** Blanks as long as a range, ending in a line break if the range does. */
function blank(text: string, start: number, end: number): string {
  if (end === start) return "";
  const last = text.charAt(end - 1) === "\n" ? "\n" : " ";
  return " ".repeat(end - start - 1) + last;
}
