import type { Edit } from "../edit.ts";
import {
  type Cut,
  cutItems,
  headOf,
  lineKindAt,
  nextLine,
  type Pieces,
  reachesAcross,
} from "../syntax/items.ts";
import { type Facts, factsOf } from "./facts.ts";
import type { FineItems } from "./fine-items.ts";
import { endOfSilence, yamlItems } from "./fine-yaml.ts";
import { Ledger } from "./ledger.ts";

/** Longer texts are left to the parsers, which measure them. */
const MAX_LENGTH = 32 * 1024 * 1024;
/** What is not for single items to say: what the parsers smooth over first, and what silences findings elsewhere. */
const STRANGE = /[\0\r\ufeff\ufffd]|<<<<<<< |restream-lint|(?:^|\n) *\t/;

/**
 * A YAML text cut into items, each of which is known to be fine by itself, or is to be looked at. It changes with its
 * text: an edit costs the items that it touches.
 */
export class Sheet {
  #text: string;
  readonly #cut: Pick<Cut, "key" | "indent">;
  /** Where the lines of the list begin; the items may begin later. */
  readonly #listStart: number;
  /** Where each item begins, and the last one ends. */
  #starts: readonly number[];
  #facts: readonly (Facts | undefined)[];
  readonly #ledger: Ledger = new Ledger();
  readonly #items: FineItems;

  /** The sheet of a text; undefined where it has to be read as a whole. */
  static of(text: string): Sheet | undefined {
    if (text.length > MAX_LENGTH || STRANGE.test(text)) return undefined;
    const cut = cutItems(text);
    return cut && new Sheet(text, cut);
  }

  private constructor(text: string, { key, indent, list, items }: Cut) {
    this.#text = text;
    this.#cut = { key, indent };
    this.#listStart = list.start;
    this.#items = yamlItems("restreams", indent);
    this.#starts = [...items.map(({ start }) => start), list.end];
    this.#facts = this.#factsAt(this.#starts);
    for (const it of this.#facts) if (it) this.#ledger.add(it);
  }

  get text(): string {
    return this.#text;
  }

  /** What each item has to do with the others; undefined for those to be looked at. */
  get facts(): readonly (Facts | undefined)[] {
    return this.#facts;
  }

  get ledger(): Pick<Ledger, "isShared" | "shares" | "has" | "pushes"> {
    return this.#ledger;
  }

  /** Some items of the text, to be parsed. */
  pieces(places: readonly number[]): Pieces {
    const [text, starts] = [this.#text, this.#starts];
    const end = starts.at(-1) ?? 0;
    const list = { start: this.#listStart, end };
    return {
      key: this.#cut.key,
      list,
      items: places.map((it) => ({ start: starts[it] ?? end, end: starts[it + 1] ?? end })),
      get head() {
        return headOf(text, list);
      },
    };
  }

  /** Changes with its text, which is this one then. Answers whether it could: else it says nothing any more, and the new text needs a sheet of its own. */
  change({ range, newText }: Edit, text: string): boolean {
    const [before, starts] = [this.#text, this.#starts];
    const last = starts.length - 1;
    const listEnd = starts[last] ?? 0;
    if (range.start < (starts[0] ?? 0) || range.end > listEnd) return false;
    if (range.end === listEnd && listEnd < before.length) return false;
    // What begins an item may come to belong to the one before.
    const from = Math.max(placeOf(starts, range.start) - 1, 0);
    const to = Math.min(placeOf(starts, range.end) + 1, last);
    const shift = newText.length - (range.end - range.start);
    const lines = { start: starts[from] ?? 0, end: (starts[to] ?? 0) + shift };
    const inner = this.#itemsIn(text, lines);
    if (!inner) return false;
    this.#text = text;
    for (const it of this.#facts.slice(from, to)) if (it) this.#ledger.remove(it);
    this.#items.anew();
    const facts = this.#factsAt([...inner, lines.end]);
    for (const it of facts) if (it) this.#ledger.add(it);
    this.#starts = starts
      .slice(0, from)
      .concat(inner, shift === 0 ? starts.slice(to) : starts.slice(to).map((it) => it + shift));
    this.#facts = this.#facts.slice(0, from).concat(facts, this.#facts.slice(to));
    return true;
  }

  /** Where items begin in these lines, if they are nothing but items. */
  #itemsIn(text: string, { start, end }: { start: number; end: number }): number[] | undefined {
    const written = text.slice(start, end);
    if (STRANGE.test(written) || reachesAcross(written)) return undefined;
    const found: number[] = [];
    for (let line = start; line < end; line = nextLine(text, line)) {
      const kind = lineKindAt(text, line, this.#cut.indent);
      if (kind === "item") found.push(line);
      else if (kind !== "more" || line === start) return undefined;
    }
    return found.length === 0 ? undefined : found;
  }

  /** The facts of the items that begin at these offsets, but for the last one, which is an end. */
  #factsAt(starts: readonly number[]): (Facts | undefined)[] {
    const text = this.#text;
    return starts.slice(0, -1).map((start, index) => {
      const item = this.#items.at(text, start);
      return item && endOfSilence(text, item.end) === starts[index + 1] ? factsOf(item) : undefined;
    });
  }
}

/** The last of ascending offsets that is not behind another one. */
function placeOf(offsets: readonly number[], offset: number): number {
  let [low, high] = [0, offsets.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((offsets[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}
