import { rangeAt } from "../range-search.ts";
import type { Document } from "../document.ts";
import { lineStartsOf, positionAt } from "../lines.ts";
import type { Range } from "../range.ts";
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

/**
 * What suppressions, in the order of the text, reach: a line, and each value that begins on it; from the line above it,
 * a restream or a stream too that begins there; a block; the text.
 */
export function silencersIn(document: Document, all: readonly Suppression[]): Silencers {
  const { text, syntax } = document;
  const lineStarts = lineStartsOf(text);
  const ofFile: ByRule = new Map();
  const byLine = new Map<number, ByRule>();
  /** Those that stand on a line of their own. */
  const fromAbove = new Map<number, ByRule>();
  const blocks = new Blocks();
  const endings: Silencer[] = [];
  /** Whether a block may have been meant to begin: then nothing proves that an `enable` ends none. */
  let mayHaveBegun = false;
  for (const suppression of all) {
    mayHaveBegun ||= isMeantToBegin(suppression);
    for (const [rule, by] of namedIn(suppression)) add(suppression, rule, by);
  }
  blocks.end();
  const values = byLine.size > 0 ? multilineValuesIn(text, syntax.roots) : [];
  const items = fromAbove.size > 0 ? itemsIn(document) : [];
  return { silencersAt, endings };

  function add({ directive, comment, below }: Suppression, rule: string, by: Silencer): void {
    switch (directive) {
      case "disable-file":
        return addFirst(ofFile, rule, by);
      case "disable":
        return blocks.disable(rule, comment.start, by);
      case "enable":
        if (blocks.enable(rule, comment.start, by) || mayHaveBegun) endings.push(by);
        return undefined;
      case "disable-line":
        return addToLine(byLine, comment.start, rule, by);
      case "disable-next-line":
        if (below === undefined) return undefined;
        addToLine(fromAbove, below, rule, by);
        return addToLine(byLine, below, rule, by);
      case undefined:
        return undefined;
    }
  }

  function addToLine(lines: Map<number, ByRule>, offset: number, rule: string, by: Silencer): void {
    const line = lineAt(offset);
    const ofLine = lines.get(line) ?? new Map<string, Silencer>();
    lines.set(line, ofLine);
    addFirst(ofLine, rule, by);
  }

  function lineAt(offset: number): number {
    return positionAt(lineStarts, offset).line;
  }

  function silencersAt(rule: string, offset: number): readonly Silencer[] {
    const found = [...ofRule(ofFile, rule), ...blocks.at(rule, offset)];
    if (byLine.size === 0) return found;
    const line = lineAt(offset);
    found.push(...ofRule(byLine.get(line), rule));
    const first = lineAt(rangeAt(values, offset)?.start ?? offset);
    if (first !== line) found.push(...ofRule(byLine.get(first), rule));
    const item = lineAt(rangeAt(items, offset)?.start ?? offset);
    if (item !== line && item !== first) found.push(...ofRule(fromAbove.get(item), rule));
    return found;
  }
}

/** The restreams and the streams, in the order of the text; none is in another. */
function itemsIn({ restreams, streams }: Document): readonly Range[] {
  const ranges = [...restreams, ...streams].map(({ node }) => node.range);
  return ranges.toSorted((a, b) => a.start - b.start);
}

/** Whether a misspelt directive, or one with a misspelt rule, was meant to begin a block. */
function isMeantToBegin({ directive, meant, names }: Suppression): boolean {
  return (directive ?? meant) === "disable" && (!directive || names.some((it) => !it.isKnown));
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
