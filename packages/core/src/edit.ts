import type { Range } from "./range.ts";

/** New text for a range of a document. */
export interface Edit {
  readonly range: Range;
  readonly newText: string;
}
