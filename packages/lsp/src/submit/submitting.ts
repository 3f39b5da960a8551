import type { Outcomes } from "./outcomes.ts";
import type { Environment } from "./environment.ts";
import type { Submitter } from "./submitter.ts";

/** How documents are submitted from here. In a browser they are not: nothing says that Gcore's API takes requests of web pages. */
export interface Submitting {
  /** Loads what it takes, when it is first needed. */
  readonly createSubmitter: (
    outcomes: Outcomes,
    /** Tells a person something while they wait. */
    tell: (message: string) => void,
  ) => Promise<Submitter>;
  /** For clients that bring no account. */
  readonly environment: Environment | undefined;
}
