import type { VariableLookup } from "@restream-lint/core";

/** What the process of the server was started with. */
export interface Environment {
  /** A variable of the environment. */
  readonly variable: VariableLookup;
  /** What placeholders may be filled in from, asked for anew each time; undefined for nothing, a sentence where it cannot be read. */
  readonly placeholders: () => VariableLookup | string | undefined;
}
