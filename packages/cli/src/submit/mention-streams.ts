import { streamsWarning, type Survey } from "@restream-lint/client";
import type { Io } from "../io.ts";
import { printable } from "../printable.ts";

/** Says on stderr why the streams could not be listed, if so, and what that means. */
export function mentionStreams(surveyed: Survey, io: Io): void {
  const warning = streamsWarning(surveyed);
  if (warning !== undefined) io.stderr.write(`restream-lint: ${printable(warning)}\n`);
}
