import type { ListName } from "./fine-fields.ts";
import type { FineItem } from "./fine-items.ts";

/** Takes the next item of a list, which nothing is wrong with by itself; answers whether to go on. */
export type Visit = (list: ListName, item: FineItem) => boolean;

/** Where the match of a sticky pattern ends; undefined where there is none. */
export function endOfMatch(pattern: RegExp, text: string, at: number): number | undefined {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : undefined;
}
