import type { Document } from "../document.ts";
import { lineStartsOf, positionAt } from "../lines.ts";
import { ALL, type Silencer, type Suppression } from "./suppression.ts";
import { Blocks } from "./suppression-blocks.ts";
import { multilineValuesIn } from "../syntax/multiline.ts";

/** Who silences what. */
export interface Silencers {
  /** Each that silences a rule at an offset. Of several of one kind, for one line, the first: it would do without the others. */
  readonly silencersAt: (rule: string, offset: number) => readonly Silencer[];
  /** Each that ends a block. */
  readonly endings: readonly Silencer[];
}

type ByRule = Map<string, Silencer>;

/** What suppressions, in the order of the text, reach: a line, and each value that begins on it; a block; the text. */
export function silencersIn({ text, syntax }: Document, all: readonly Suppression[]): Silencers {
  const lineStarts = lineStartsOf(text);
  const ofFile: ByRule = new Map();
  const byLine = new Map<number, ByRule>();
  const blocks = new Blocks();
  const endings: Silencer[] = [];
  for (const suppression of all) {
    for (const [rule, by] of namedIn(suppression)) add(suppression, rule, by);
  }
  blocks.end();
  const values = byLine.size > 0 ? multilineValuesIn(text, syntax.roots) : [];
  return { silencersAt, endings };

  function add({ directive, comment, below }: Suppression, rule: string, by: Silencer): void {
    switch (directive) {
      case "disable-file":
        return addFirst(ofFile, rule, by);
      case "disable":
        return blocks.disable(rule, comment.start, by);
      case "enable":
        if (blocks.enable(rule, comment.start, by)) endings.push(by);
        return undefined;
      case "disable-line":
        return addToLine(comment.start, rule, by);
      case "disable-next-line":
        return below === undefined ? undefined : addToLine(below, rule, by);
      case undefined:
        return undefined;
    }
  }

  function addToLine(offset: number, rule: string, by: Silencer): void {
    const line = lineAt(offset);
    const ofLine = byLine.get(line) ?? new Map<string, Silencer>();
    byLine.set(line, ofLine);
    addFirst(ofLine, rule, by);
  }

  function lineAt(offset: number): number {
    return positionAt(lineStarts, offset).line;
  }

  function silencersAt(rule: string, offset: number): readonly Silencer[] {
    const found = [...ofRule(ofFile, rule), ...blocks.at(rule, offset)];
    if (byLine.size === 0) return found;
    const line = lineAt(offset);
    const first = lineAt(valueAt(offset) ?? offset);
    found.push(...ofRule(byLine.get(line), rule));
    if (first !== line) found.push(...ofRule(byLine.get(first), rule));
    return found;
  }

  /** Where the value over several lines begins that an offset is in. */
  function valueAt(offset: number): number | undefined {
    let low = 0;
    let high = values.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((values[middle]?.end ?? 0) <= offset) low = middle + 1;
      else high = middle;
    }
    const value = values[low];
    return value && value.start <= offset ? value.start : undefined;
  }
}

/** The rules that a suppression is about, and what names them. */
function namedIn(suppression: Suppression): readonly (readonly [string, Silencer])[] {
  const { names } = suppression;
  if (names.length === 0) return [[ALL, suppression]];
  return names.flatMap((it) => (it.isKnown ? [[it.text, it] as const] : []));
}

function addFirst(byRule: ByRule, rule: string, by: Silencer): void {
  if (!byRule.has(rule)) byRule.set(rule, by);
}

function ofRule(byRule: ByRule | undefined, rule: string): readonly Silencer[] {
  const [own, all] = [byRule?.get(rule), byRule?.get(ALL)];
  return [own, all].filter((it) => it !== undefined);
}
