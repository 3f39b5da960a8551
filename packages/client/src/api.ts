import { type ApiError, isApiError } from "./api-error.ts";
import { createConnection } from "./connection.ts";
import { type Creation, created, creationOf } from "./creation.ts";
import { atOnce, beforeIt, beforeLongWaits, type Ends } from "./ends.ts";
import { exchangeInTurn } from "./exchange-in-turn.ts";
import { listAll } from "./list-all.ts";
import type { KnownRestream } from "./newcomers.ts";
import {
  type Parsed,
  parseChanged,
  parseDone,
  parseRestream,
  parseRestreams,
  parseStreams,
} from "./parse-answer.ts";
import { parsedAnswer } from "./parsed-answer.ts";
import type { RemoteRestream, RemoteStream, RestreamBody } from "./remote.ts";
import { mayPass, repeat, wasNotSent } from "./repeat.ts";
import { type ApiRequest, creating, deleting, updating } from "./request.ts";
import type { Surroundings } from "./surroundings.ts";

/**
 * Gcore's Streaming API as far as restreams go. Every method rejects with an `ApiError`, and waits 30 s for an answer.
 * What reads, changes or deletes is tried up to three times.
 *
 * What is turned away with 429 waits its turn, together with all else that is sent by this client; it fails once the
 * server has let nothing through in five minutes of waiting, or asks for a wait of more than a minute.
 *
 * What reads is ended at once by its signal. What changes something is ended by `stop` only where it is certain that
 * nothing was done, and rejects with the kind `aborted`: it is not sent, or not again after a failure that has done
 * nothing. What is in flight is awaited, and what may have been done is followed up, for otherwise nobody would know;
 * but a wait of more than two seconds for that, which a server may ask for, is ended, and it stays unknown.
 */
export interface Api {
  /** All pages, each restream once; `conflict` where the list does not hold still while it is read. */
  readonly listRestreams: (signal: AbortSignal) => Promise<readonly RemoteRestream[]>;
  /**
   * Sends a create once. After a lost answer it lists, and what is there and was not `known` tells what was done;
   * it rejects only where nothing was created.
   *
   * `known` is asked when it is needed: what was listed before, and every restream that was created since, as its
   * body where no ID is known. So of two equal ones that existed before, neither is taken for the new one. Equal
   * ones are to be created one after the other: side by side, nothing tells whose answer was lost.
   *
   * It is sent again only where it certainly was not acted on: after 429, with which a limiter turns away what
   * nobody has looked at yet, and where no connection came about. Not after 408 or 503, which gateways also say of
   * what has got through, nor after 409. A `fetch` itself sends it once more after 421, as the Fetch Standard says, and
   * no option keeps it from that: with 421, a server says that it did not act.
   */
  readonly createRestream: (
    body: RestreamBody,
    known: () => readonly KnownRestream[],
    stop: AbortSignal,
  ) => Promise<Creation>;
  /** Undefined where the API says that it was done, and nothing else. */
  readonly updateRestream: (
    id: number,
    body: RestreamBody,
    stop: AbortSignal,
  ) => Promise<RemoteRestream | undefined>;
  /** What is gone after a lost answer was deleted; what was gone before is `notFound`. */
  readonly deleteRestream: (id: number, stop: AbortSignal) => Promise<void>;
  /** All pages, each stream once, without the secrets of streams. */
  readonly listStreams: (signal: AbortSignal) => Promise<readonly RemoteStream[]>;
}

/** What a client needs. */
export interface ApiOptions {
  /** `DEFAULT_BASE_URI`, or another that `parseBaseUri` takes. */
  readonly baseUrl: string;
  /** As pasted; `parseToken` says what is taken. */
  readonly token: string;
  /** Such as `restream-lint/1.0.0`; browsers send their own. */
  readonly userAgent?: string;
  readonly surroundings: Surroundings;
}

/** Makes a client, or throws an `ApiError` of kind `misconfigured`. */
export function createApi({ baseUrl, token, userAgent, surroundings }: ApiOptions): Api {
  const connection = createConnection(baseUrl, token, userAgent, surroundings);
  /** What may be done twice. */
  const ask = async <T>(
    request: ApiRequest,
    parse: (text: string) => Parsed<T>,
    ends: Ends,
  ): Promise<T> =>
    repeat(
      async (current) =>
        parsedAnswer(request, await exchangeInTurn(connection, request, current), parse),
      mayPass,
      surroundings,
      ends,
    );
  const restreams = async (ends: Ends): Promise<readonly RemoteRestream[]> =>
    listAll("/streaming/restreams", "list the restreams", parseRestreams, (request, parse) =>
      ask(request, parse, ends),
    );

  return {
    listRestreams: async (signal) => restreams(atOnce(signal)),
    async createRestream(body, known, stop) {
      const request = creating(body);
      const attempt = async (ends: Ends): Promise<Creation> => {
        const answer = await exchangeInTurn(connection, request, ends);
        parsedAnswer(request, answer, parseDone);
        // The document promises no body; where one tells the ID, it is taken.
        const told = parseRestream(answer.text);
        return created("value" in told ? told.value.id : undefined);
      };
      try {
        return await repeat(attempt, wasNotSent, surroundings, beforeIt(stop));
      } catch (error) {
        if (!isApiError(error) || !error.mayHaveActed) throw error;
        const list = async () => restreams(beforeLongWaits(stop));
        return creationOf(body, known, list, error, surroundings);
      }
    },
    updateRestream: async (id, body, stop) => ask(updating(id, body), parseChanged, beforeIt(stop)),
    async deleteRestream(id, stop) {
      const request = deleting(id);
      const attempt = async (ends: Ends, failures: readonly ApiError[]): Promise<void> => {
        try {
          parsedAnswer(request, await exchangeInTurn(connection, request, ends), parseDone);
        } catch (error) {
          const isGone = isApiError(error) && error.kind === "notFound";
          if (!isGone || !failures.some((it) => it.mayHaveActed)) throw error;
        }
      };
      await repeat(attempt, mayPass, surroundings, beforeIt(stop));
    },
    listStreams: async (signal) =>
      listAll("/streaming/streams", "list the streams", parseStreams, (request, parse) =>
        ask(request, parse, atOnce(signal)),
      ),
  };
}
