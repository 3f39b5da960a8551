import type { Arguments } from "./arguments.ts";
import { UsageError } from "./errors.ts";

/** How many warnings `--max-warnings` allows; without it, any number. Throws a UsageError for what is none. */
export function maxWarningsOf(args: Arguments): number {
  const given = args.value("max-warnings");
  if (given === undefined) return Number.POSITIVE_INFINITY;
  if (!/^[0-9]{1,9}$/.test(given))
    throw new UsageError("--max-warnings needs a whole number, 0 or more");
  return Number(given);
}
