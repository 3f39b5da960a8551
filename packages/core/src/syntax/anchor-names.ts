import type { Range } from "../range.ts";
import { type CutUri, MAX_LEXEMES } from "./node.ts";
import { sourceOf } from "./source.ts";
import type { Language } from "./syntax.ts";
import { readingOf } from "./whole-uris.ts";
import { yamlNamesIn } from "./yaml-lexemes.ts";

/** An anchor of a YAML text. */
export interface AnchorName {
  readonly name: string;
  /** Of the name, without its `&`. */
  readonly range: Range;
  /** Of the names, without their `*`, of the aliases that stand for it, in the order of the text. */
  readonly aliases: readonly Range[];
  /** The names of all anchors of the same YAML document. */
  readonly names: ReadonlySet<string>;
}

/**
 * The anchors of a text in its order; none in JSON. An alias stands for the nearest anchor of its name before it in
 * the same YAML document; where there is none, it is left out. `cuts` are those of the text's tree.
 */
export function anchorNamesIn(
  text: string,
  language: Language,
  cuts: readonly CutUri[] = [],
): readonly AnchorName[] {
  if (language !== "yaml" || !MAY_HOLD_ANCHOR.test(text)) return [];
  const source = sourceOf(text).text;
  const read = readingOf(source, { start: 0, end: source.length }, cuts).text;
  const found: AnchorName[] = [];
  let nearest = new Map<string, Range[]>();
  let names = new Set<string>();
  for (const { kind, range } of yamlNamesIn(read, { lexemes: MAX_LEXEMES })) {
    if (kind === "document") {
      nearest = new Map();
      names = new Set();
      continue;
    }
    const name = read.slice(range.start, range.end);
    if (!IS_NAME.test(name)) continue;
    if (kind === "alias") nearest.get(name)?.push(range);
    else {
      const aliases: Range[] = [];
      found.push({ name, range, aliases, names });
      nearest.set(name, aliases);
      names.add(name);
    }
  }
  return found;
}

/** Every other `&` is in a word, as those of a query are: few texts need the lexer. */
const MAY_HOLD_ANCHOR = /(?:^|[\s[\]{},:"'>])&[^\s,[\]{}]/;
/** What follows the header of a block scalar may be more than one word. */
const IS_NAME = /^[^\s,[\]{}]+$/;
