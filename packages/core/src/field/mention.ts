import type { Range } from "../range.ts";
import type { Related } from "../rule.ts";
import { type MappingNode, mentionOf, valueOf } from "../syntax/node.ts";

/** Where a finding about what a field says together with others belongs. */
export interface Mention {
  readonly range: Range;
  /** JSON Pointer of the field. */
  readonly path: string;
  /** The anchor, where an alias stands for it. */
  readonly related: readonly Related[];
}

/**
 * Where a restream or a stream itself says a field: at a part of its value, or else all of it; at the alias where
 * one stands for the value, as the value may be right for others.
 */
export function mentionIn(
  { node, path }: { readonly node: MappingNode; readonly path: string },
  key: string,
  part?: Range,
): Mention {
  const said = mentionOf(node, key) ?? node.range;
  const marked = part ?? valueOf(node, key)?.range ?? said;
  const isOwn = said.start <= marked.start && marked.end <= said.end;
  return {
    range: isOwn ? marked : said,
    path: `${path}/${key}`,
    related: isOwn ? [] : [{ range: marked, message: "The anchor that it stands for is here" }],
  };
}
