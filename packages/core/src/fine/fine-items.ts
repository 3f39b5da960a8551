import type { ListName, Values } from "./fine-fields.ts";
import { compileTemplate, draftTemplate, type Notation, type Template } from "./template.ts";

/** More kinds of items than a document has that somebody writes; to learn one takes as long as to match hundreds. */
const MOST_TEMPLATES = 32;

/** An item that nothing is wrong with by itself. */
export interface FineItem {
  /** The item, and its groups. */
  readonly match: readonly (string | undefined)[];
  readonly template: Template;
  readonly end: number;
}

/** Takes an item apart that may be fine: only its notation and the names of its fields count. */
export type Reader = (
  text: string,
  at: number,
) => { readonly values: Values; readonly notation: Notation } | undefined;

/**
 * Matches the items of one list, and learns how they are written from those that are not written as those before. What
 * is learnt holds for every text: files that stand together are written alike.
 */
export class FineItems {
  readonly #list: ListName;
  readonly #read: Reader;
  readonly #templates: Template[] = [];
  /** How many more may be learnt from this text. */
  #left = 0;

  constructor(list: ListName, read: Reader) {
    this.#list = list;
    this.#read = read;
  }

  /** Itself, for a text that may be written as none before. */
  anew(): this {
    this.#left = MOST_TEMPLATES;
    return this;
  }

  /** The item that begins here; undefined where something may be wrong with it. */
  at(text: string, at: number): FineItem | undefined {
    for (const template of this.#templates) {
      const item = matchAt(text, at, template);
      if (item) return item;
    }
    const learnt = this.#learn(text, at);
    const item = learnt && matchAt(text, at, learnt);
    // The latest comes first: alike items stand together.
    if (item) this.#templates.unshift(learnt);
    else if (learnt) this.#templates.push(learnt);
    if (this.#templates.length > MOST_TEMPLATES) this.#templates.pop();
    return item;
  }

  /** A template that is not known: to compile one again takes longer than all else. */
  #learn(text: string, at: number): Template | undefined {
    const read = this.#left > 0 ? this.#read(text, at) : undefined;
    const draft = read && draftTemplate(this.#list, read.values, read.notation);
    if (!draft || this.#templates.some(({ source }) => source === draft.source)) return undefined;
    this.#left -= 1;
    return compileTemplate(draft);
  }
}

function matchAt(text: string, at: number, template: Template): FineItem | undefined {
  const { item } = template;
  item.lastIndex = at;
  const match = item.exec(text);
  return match ? { match, template, end: item.lastIndex } : undefined;
}
