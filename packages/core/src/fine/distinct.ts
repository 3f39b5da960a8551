/** Tells things apart: by what most have for themselves and, only where that is there twice, by all that makes them the same. */
export class Distinct {
  readonly #wholeOf: (rough: string, rest: string) => string;
  /** What else the first has of those that are roughly the same. */
  readonly #rests = new Map<string, string>();
  readonly #wholes = new Set<string>();

  /** `wholeOf` answers the same for things that are the same, and for no others. */
  constructor(wholeOf: (rough: string, rest: string) => string) {
    this.#wholeOf = wholeOf;
  }

  /** Adds a thing; false where it is there already. */
  add(rough: string, rest: string): boolean {
    const first = this.#rests.get(rough);
    if (first === undefined) {
      this.#rests.set(rough, rest);
      return true;
    }
    this.#wholes.add(this.#wholeOf(rough, first));
    const { size } = this.#wholes;
    return this.#wholes.add(this.#wholeOf(rough, rest)).size > size;
  }

  /** The rough ones, each once. */
  keys(): readonly string[] {
    return [...this.#rests.keys()];
  }
}
