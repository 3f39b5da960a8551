import type { Edit } from "@restream-lint/core";

/** Some lines of a text, from one on and up to another one. */
export interface Lines {
  readonly start: number;
  readonly end: number;
}

/** Lines of a text, and those that have come in their place. Either may be none. */
export interface LineChange {
  readonly before: Lines;
  readonly after: Lines;
}

/** The lines of a text, each with its line break; the last may be without. */
export function linesIn(text: string): readonly string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}

/**
 * The lines that edits change, of the lines before and after; in the order of the text, as the edits are. Whoever knows the
 * edits need not look for them: to find the fewest takes time by the square of their number.
 */
export function changedLines(
  before: readonly string[],
  after: readonly string[],
  edits: readonly Edit[],
): readonly LineChange[] {
  const [lineBefore, lineAfter] = [createLineFinder(before), createLineFinder(after)];
  const changes: LineChange[] = [];
  let longer = 0;
  for (const { range, newText } of edits) {
    const [from, to] = [lineBefore(range.start), lineAfter(range.start + longer)];
    longer += newText.length - (range.end - range.start);
    const ends = [
      Math.min(lineBefore(range.end) + 1, before.length),
      Math.min(lineAfter(range.end + longer) + 1, after.length),
    ] as const;
    const last = changes.at(-1);
    const joins = last !== undefined && from <= last.before.end;
    if (joins) changes.pop();
    changes.push({
      before: { start: joins ? last.before.start : from, end: ends[0] },
      after: { start: joins ? last.after.start : to, end: ends[1] },
    });
  }
  return changes.map((it) => trimmed(it, before, after)).filter((it) => !isEmpty(it));
}

/** Finds the line that an offset is in; asked for offsets that ascend. */
function createLineFinder(lines: readonly string[]): (offset: number) => number {
  let line = 0;
  let end = lines[0]?.length ?? 0;
  return (offset) => {
    // The end of a text is in its last line, if no line break is.
    while (offset >= end && lines[line]?.endsWith("\n") === true) {
      line += 1;
      end += lines[line]?.length ?? 0;
    }
    return line;
  };
}

/** Without the lines at both ends that stay as they are. */
function trimmed(
  { before, after }: LineChange,
  oldLines: readonly string[],
  newLines: readonly string[],
): LineChange {
  const most = Math.min(before.end - before.start, after.end - after.start);
  let head = 0;
  while (head < most && oldLines[before.start + head] === newLines[after.start + head]) head += 1;
  let tail = 0;
  while (tail < most - head && oldLines[before.end - 1 - tail] === newLines[after.end - 1 - tail])
    tail += 1;
  return {
    before: { start: before.start + head, end: before.end - tail },
    after: { start: after.start + head, end: after.end - tail },
  };
}

function isEmpty({ before, after }: LineChange): boolean {
  return before.start === before.end && after.start === after.end;
}
