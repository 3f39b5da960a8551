import type { Range } from "@restream-lint/core";

/** What there is to say of a place in a text. */
export interface Explanation {
  readonly range: Range;
  /** Markdown: a block an item. Never a secret. */
  readonly blocks: readonly (string | undefined)[];
}
