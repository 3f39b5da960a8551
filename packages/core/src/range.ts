/** A half-open span `[start, end)` of UTF-16 offsets into one text. */
export interface Range {
  readonly start: number;
  readonly end: number;
}
