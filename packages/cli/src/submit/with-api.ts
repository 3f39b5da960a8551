import { type ApiError, errorWords, isApiError } from "@restream-lint/client";
import { EXIT, type Io } from "../io.ts";
import { printable } from "../printable.ts";
import { Interrupted } from "./interrupted.ts";

/**
 * Runs what asks the API, with a signal that the first Ctrl-C aborts; the second one ends it with the last words. Where it
 * is rejected for want of an answer, says why on stderr, and answers the exit status for that.
 */
export async function withApi(
  io: Io,
  work: (signal: AbortSignal) => Promise<number>,
  lastWords: () => string = () => "restream-lint: ended at once: nothing was changed\n",
): Promise<number> {
  const interruption = new AbortController();
  io.onInterrupt(() => interruption.abort(), lastWords);
  try {
    return await work(interruption.signal);
  } catch (error) {
    if (error instanceof Interrupted || (isApiError(error) && error.kind === "aborted")) {
      io.stderr.write("restream-lint: interrupted: nothing was changed\n");
      return EXIT.interrupted;
    }
    if (!isApiError(error)) throw error;
    io.stderr.write(`restream-lint: ${apiErrorText(error)}\n`);
    return error.kind === "misconfigured" ? EXIT.usage : EXIT.unreachable;
  }
}

/** What an error says, on one line. */
export function apiErrorText(error: ApiError): string {
  return printable(errorWords(error));
}
