import { isFileError } from "@restream-lint/files";
import { UsageError } from "./errors.ts";
import { reasonOf } from "./reason-of.ts";

/** Names a file where something goes wrong with it: what `fs` throws becomes a UsageError. */
export function named<T>(file: string, act: () => T): T {
  try {
    return act();
  } catch (error) {
    if (!isFileError(error)) throw error;
    throw new UsageError(`${file}: ${reasonOf(error)}`, { cause: error });
  }
}
