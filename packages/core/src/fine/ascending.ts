import { hashOf } from "../hash.ts";
import type { FineItem } from "./fine-items.ts";

/**
 * Tells restreams apart by their order: where what each has for itself comes after what the one before it has, nothing
 * is there twice. Most long texts are written so, and to remember all of them takes longer than all else.
 */
export class Ascending {
  readonly #isAlone: boolean;
  readonly #keys: number[] = [];
  #areApart = true;
  #streamId = 0;
  #isSecure = false;
  #name = "";
  #variable = "";

  /** Of a text that is alone, no keys are kept. */
  constructor(isAlone = false) {
    this.#isAlone = isAlone;
  }

  /** Hashes of what targets of other texts must not have in common with those of this one; each once. */
  keys(): readonly number[] {
    return this.#keys;
  }

  /** Whether none came out of order. */
  get areApart(): boolean {
    return this.#areApart;
  }

  /** Takes the next restream; false where it may have something that another one has. */
  add({ match, template: { groups, scheme } }: FineItem): boolean {
    const streamId = Number(match[groups.stream_id]);
    const isSecure = scheme === "rtmps";
    const name = match[groups.name];
    const key = match[groups.key];
    // Each key ends with a variable: where those differ, the keys do.
    const variable = key?.slice(key.indexOf("$"));
    const isAnother = streamId > this.#streamId;
    const isNextOfStream =
      streamId === this.#streamId &&
      isSecure === this.#isSecure &&
      (name === undefined || isAfter(name, this.#name));
    const isNext = variable !== undefined && isAfter(variable, this.#variable);
    if (key === undefined || !isNext || !(isAnother || isNextOfStream)) {
      this.#areApart = false;
      return false;
    }
    this.#streamId = streamId;
    this.#isSecure = isSecure;
    this.#name = name ?? (isAnother ? "" : this.#name);
    this.#variable = variable;
    if (!this.#isAlone) this.#keys.push(hashOf(key));
    return true;
  }
}

/** So that 10 comes after 9, wherever it stands in a word. */
function isAfter(a: string, b: string): boolean {
  return a.length > b.length || (a.length === b.length && a > b);
}
