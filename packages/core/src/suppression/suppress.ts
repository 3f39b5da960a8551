import type { Document } from "../document.ts";
import type { Range } from "../range.ts";
import type { Rule } from "../rule.ts";
import { silencersIn } from "./silencers.ts";
import {
  ALL,
  type Silencer,
  type Suppression,
  type Suppressions,
  suppressionsIn,
} from "./suppression.ts";

/** What the comments of a document silence. It keeps account of those that did. */
export interface Suppressor {
  readonly silences: (rule: string, range: Range) => boolean;
  /** What it all came to, and which comments came to nothing. */
  readonly account: (asked: Asked) => Suppressions;
}

/** What has been asked of the rules. Where a comment could silence what has not, it is asked now. */
export interface Asked {
  /** The rules all of whose findings in this document are known. */
  readonly rules: ReadonlySet<string>;
  /** As many findings of one rule as there can be. */
  readonly limit: number;
}

/** Reads what the comments of a document say to these rules, which are all that there are. */
export function createSuppressor(document: Document, rules: readonly Rule[]): Suppressor {
  const ids = rules.map(({ id }) => id);
  const all = suppressionsIn(document.text, document.language, new Set(ids));
  const { silencersAt, endings } = silencersIn(document, all);
  const used = new Set<Silencer>(endings);
  return { silences, account };

  function silences(rule: string, { start }: Range): boolean {
    const silencers = silencersAt(rule, start);
    for (const it of silencers) used.add(it);
    return silencers.length > 0;
  }

  function account(asked: Asked): Suppressions {
    const idle = idleIn(all.flatMap(silencersOf));
    const awaited = new Set(idle.map(ruleOf));
    const unused = new Set(idle);
    for (const rule of rules) {
      if (rule.group === "suppression" || !(awaited.has(rule.id) || awaited.has(ALL))) continue;
      const places = trial(document, rule, asked);
      const found = places
        ? places.flatMap(({ start }) => silencersAt(rule.id, start))
        : idle.filter((it) => [rule.id, ALL].includes(ruleOf(it)));
      for (const it of found) unused.delete(it);
    }
    return { all, unused, rules: ids };
  }

  /** Those that have silenced nothing, if that can prove something: not what could not be read, nor one document of several. */
  function idleIn(silencers: readonly Silencer[]): readonly Silencer[] {
    if (document.syntax.faults.length > 0) return [];
    const across = new Set(rules.flatMap((it) => (it.checkAcross ? it.id : [])));
    return silencers.filter((it) => !used.has(it) && !across.has(ruleOf(it)));
  }
}

/** A suppression that names no rule, or the names of rules in it. */
function silencersOf(suppression: Suppression): readonly Silencer[] {
  const { directive, names } = suppression;
  if (!directive) return [];
  return names.length === 0 ? [suppression] : names.filter(({ isKnown }) => isKnown);
}

function ruleOf(silencer: Silencer): string {
  return "text" in silencer ? silencer.text : ALL;
}

/** Where a rule has, or may have, something to say that nobody has asked for yet; undefined where that is anywhere. */
function trial(document: Document, rule: Rule, { rules, limit }: Asked): Range[] | undefined {
  const ranges: Range[] = [];
  const asked = rules.has(rule.id) ? [] : [rule.check(document)];
  for (const findings of rule.checkEach ? [...asked, rule.checkEach(document)] : asked) {
    for (const { range } of findings) {
      if (ranges.length === limit) return undefined;
      ranges.push(range);
    }
  }
  // What is wrong with a URI as a whole hides what else is wrong with it.
  for (const { uri } of document.restreams) if (uri?.uri.fault) ranges.push(uri.node.range);
  return ranges;
}
