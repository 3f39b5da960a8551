/** What the user asked for cannot be done: one line on stderr, and exit status 2. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}

/** By its name: in the bundle, a chunk that is loaded later has its own copy of the class. */
export function isUsageError(error: unknown): error is UsageError {
  return error instanceof Error && error.name === "UsageError";
}
