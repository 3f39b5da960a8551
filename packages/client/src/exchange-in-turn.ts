import { isApiError } from "./api-error.ts";
import type { Connection } from "./connection.ts";
import type { Ends } from "./ends.ts";
import { abortedFailure, exchange } from "./exchange.ts";
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
  let waited = 0;
  for (;;) {
    waited += await turn(connection, request, ends, waited);
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

/**
 * Waits until something may be sent, and answers for how many milliseconds; `before` is what was waited before. Who has
 * waited as long as it was said goes, whatever the clock says.
 */
async function turn(
  { surroundings, turnstile }: Connection,
  request: ApiRequest,
  ends: Ends,
  before: number,
): Promise<number> {
  let waited = 0;
  for (let ms = turnstile.opensIn(); ms > 0 && !ends.stop.aborted; ms = turnstile.opensIn()) {
    if (turnstile.isGivenUp()) throw notSentFailure(request, ms);
    const round = turnstile.round();
    if (!(await pause(ms, surroundings, ends, before + waited))) {
      throw abortedFailure(request, false);
    }
    waited += ms;
    if (turnstile.round() === round) break;
  }
  return waited;
}
