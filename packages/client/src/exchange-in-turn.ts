import { isApiError } from "./api-error.ts";
import type { Connection } from "./connection.ts";
import type { Ends } from "./ends.ts";
import { exchange } from "./exchange.ts";
import { pause } from "./pause.ts";
import type { Answer, ApiRequest } from "./request.ts";
import { notSentFailure } from "./status-failure.ts";

/**
 * Sends a request when the turnstile lets it, and again as often as it is turned away with 429: a limiter says so before
 * anybody has looked at it. Rejects with the `ApiError` of the 429 once it is given up.
 */
export async function exchangeInTurn(
  connection: Connection,
  request: ApiRequest,
  ends: Ends,
): Promise<Answer> {
  const { turnstile } = connection;
  for (;;) {
    await turn(connection, request, ends.stop);
    const round = turnstile.round();
    try {
      const answer = await exchange(connection, request, ends);
      turnstile.letThrough();
      return answer;
    } catch (error) {
      if (!isApiError(error)) throw error;
      if (error.kind !== "tooMany") {
        if (error.status !== undefined) turnstile.letThrough();
        throw error;
      }
      turnstile.turnAway(round, error.retryAfter);
      if (turnstile.isGivenUp()) throw error;
    }
  }
}

/** Waits until something may be sent, or is stopped. Who has waited as long as it was said goes, whatever the clock says. */
async function turn(
  { surroundings, turnstile }: Connection,
  request: ApiRequest,
  stop: AbortSignal,
): Promise<void> {
  for (let ms = turnstile.opensIn(); ms > 0 && !stop.aborted; ms = turnstile.opensIn()) {
    if (turnstile.isGivenUp()) throw notSentFailure(request, ms);
    const round = turnstile.round();
    await pause(ms, surroundings, stop);
    if (turnstile.round() === round) return;
  }
}
