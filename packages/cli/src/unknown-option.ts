import { closest } from "./closest.ts";
import { UsageError } from "./errors.ts";
import type { Command } from "./options.ts";

/** The error for an option that does not exist; for one that would hold an API token, it says where that belongs. */
export function unknownOption({ options }: Command, written: string): UsageError {
  if (TOKEN.test(written)) {
    return new UsageError(
      `${written} does not exist: everyone on this machine can read arguments, and shells keep them. Set the API token as GCORE_API_KEY, between single quotes, or wait to be asked for it`,
    );
  }
  const known = options.map(({ name }) => `--${name}`);
  const meant = closest(written, known);
  const hint = meant === undefined ? "see --help" : `did you mean ${meant}?`;
  return new UsageError(`unknown option ${written}: ${hint}`);
}

/** What people may call it. */
const TOKEN =
  /^--(?:(?:(?:api|gcore|access|auth|bearer|permanent)[-_]?){0,3}(?:token|key)|auth(?:orization)?|bearer|password|secret)$/i;
