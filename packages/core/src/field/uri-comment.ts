import type { Range } from "../range.ts";
import { asWritten } from "../syntax/filling.ts";
import type { ScalarNode } from "../syntax/node.ts";

/**
 * A comment that is the rest of a URI, and ends its line or stands before another comment: a `#!::`, with blanks after its
 * commas or without; or a `#`, and no blank after it, with a `&` or `=` in what follows. A link is a comment.
 */
const REST =
  /[ \t]+(#(?:!::\S*(?:,[ \t]+\w+=\S*)*|(?![a-z][a-z0-9+.-]*:\/\/)[^\s#=&]+[=&]\S*))(?=[ \t]*(?:[\r\n]|$)|[ \t]+#)/iy;

/** A URI without quotes as it was meant, where YAML takes the rest of it for a comment; any other as it is. */
export function withComment(text: string, node: ScalarNode): ScalarNode {
  const { value, style, offsets, range, filling } = node;
  // It was taken in before anything was filled in.
  if (filling) return { ...node, range: filling.written.range };
  if (style !== "plain" || typeof value !== "string" || typeof offsets !== "number") return node;
  if (!/[ \t]/.test(text.charAt(range.end))) return node;
  REST.lastIndex = range.end;
  const rest = REST.exec(text)?.[1];
  if (rest === undefined) return node;
  const end = REST.lastIndex;
  const whole = value + rest;
  const joint = end - whole.length;
  const places = Array.from({ length: whole.length + 1 }, (_, index) =>
    index < value.length ? offsets + index : joint + index,
  );
  return { ...node, value: whole, range: { start: range.start, end }, offsets: places };
}

/** Where a comment was taken into a URI without quotes: the blanks before it. */
export function commentGap(node: ScalarNode): Range | undefined {
  const { style, offsets } = asWritten(node);
  if (style !== "plain" || typeof offsets !== "object") return undefined;
  const joint = offsets.findIndex((it, index) => it - (offsets[0] ?? 0) > index);
  const [before, after] = [offsets[joint - 1], offsets[joint]];
  return before === undefined || after === undefined
    ? undefined
    : { start: before + 1, end: after };
}
