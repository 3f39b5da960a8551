import type { FileReport } from "../report.ts";

/** Counts the findings of a stream, of which nothing else is kept. */
export class Tally {
  #records = 0;
  #suppressed = 0;
  readonly #counts = { error: 0, warning: 0, info: 0 };

  get records(): number {
    return this.#records;
  }

  countRecord(): void {
    this.#records += 1;
  }

  count({ diagnostics, suppressed }: Pick<FileReport, "diagnostics" | "suppressed">): void {
    this.#suppressed += suppressed;
    for (const { severity } of diagnostics) this.#counts[severity] += 1;
  }

  /** Whether there are errors, or more warnings than so many. */
  isOver(maxWarnings: number): boolean {
    return this.#counts.error > 0 || this.#counts.warning > maxWarnings;
  }

  /** As schema/output-line.schema.json has it. */
  summary(): object {
    const { error: errors, warning: warnings, info: infos } = this.#counts;
    const files = this.#records > 0 ? 1 : 0;
    const suppressed = this.#suppressed;
    return { files, records: this.#records, errors, warnings, infos, suppressed };
  }
}
