/** A half-open span `[start, end)` of UTF-16 offsets into one text. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** Whether an offset is in a range or at its end: a cursor stands between two characters. */
export function touches({ start, end }: Range, offset: number): boolean {
  return start <= offset && offset <= end;
}
