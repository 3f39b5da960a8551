import type { Range } from "../range.ts";
import { sourceOf } from "./source.ts";

// Nothing but a document begins so at the left margin, whatever it interrupts (YAML 1.2, section 9.1.2).
const MARK = /(?:^|\n)(---|\.\.\.)(?=[ \t\r\n]|$)/g;

/** The YAML documents of a text that begin with `---`, each from there to its last character that is no blank. */
export function yamlDocumentsIn(text: string): Range[] {
  const source = sourceOf(text).text;
  const marks = Array.from(source.matchAll(MARK), ({ index, 0: match, 1: mark = "" }) => ({
    mark,
    start: index + match.length - mark.length,
  }));
  return marks.flatMap(({ mark, start }, index) => {
    if (mark !== "---") return [];
    const written = source.slice(start, marks[index + 1]?.start);
    return [{ start, end: start + written.trimEnd().length }];
  });
}
