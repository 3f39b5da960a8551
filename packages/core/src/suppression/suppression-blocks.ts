import { rangeAt } from "../range-search.ts";
import { ALL, type Silencer } from "./suppression.ts";

/** From where to where one silences a rule, or all of them. */
interface Span {
  readonly start: number;
  readonly end: number;
  readonly by: Silencer;
}

/** What `disable` begins and `enable` ends, rule by rule. Blocks do not nest: `enable` ends all that it names. */
export class Blocks {
  /** In the order of the text, none of them in another. */
  readonly #spans = new Map<string, Span[]>();
  /** Where a rule has been enabled while all were disabled. */
  readonly #exceptions = new Map<string, Span[]>();
  readonly #open = new Map<string, Omit<Span, "end">>();
  readonly #excepted = new Map<string, Omit<Span, "end">>();

  /** Begins a block, if there is none: in the order of the text. */
  disable(rule: string, start: number, by: Silencer): void {
    if (rule === ALL && this.#excepted.size > 0) this.#close(ALL, start);
    if (!this.#open.has(rule)) this.#open.set(rule, { start, by });
  }

  /** Ends what is disabled of a rule, or of all; says whether anything was. */
  enable(rule: string, end: number, by: Silencer): boolean {
    if (rule === ALL) {
      const hasBlocks = this.#open.size > 0;
      for (const it of this.#open.keys()) this.#close(it, end);
      return hasBlocks;
    }
    const isExcepted = this.#open.has(ALL) && !this.#excepted.has(rule);
    if (isExcepted) this.#excepted.set(rule, { start: end, by });
    return this.#close(rule, end) || isExcepted;
  }

  /** Ends what has no `enable`, with the text. */
  end(): void {
    for (const it of this.#open.keys()) this.#close(it, Infinity);
  }

  /** Those that silence a rule at an offset. */
  at(rule: string, offset: number): readonly Silencer[] {
    const own = rangeAt(this.#spans.get(rule) ?? [], offset);
    const isExcepted = rangeAt(this.#exceptions.get(rule) ?? [], offset) !== undefined;
    const all = isExcepted ? undefined : rangeAt(this.#spans.get(ALL) ?? [], offset);
    return [own, all].flatMap((it) => (it ? [it.by] : []));
  }

  #close(rule: string, end: number): boolean {
    const open = this.#open.get(rule);
    if (!open) return false;
    this.#open.delete(rule);
    add(this.#spans, rule, { ...open, end });
    if (rule === ALL) {
      for (const [name, exception] of this.#excepted)
        add(this.#exceptions, name, { ...exception, end });
      this.#excepted.clear();
    }
    return true;
  }
}

function add(spans: Map<string, Span[]>, rule: string, span: Span): void {
  const own = spans.get(rule);
  if (own) own.push(span);
  else spans.set(rule, [span]);
}
