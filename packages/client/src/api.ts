import { type ApiError, isApiError } from "./api-error.ts";
import { createConnection } from "./connection.ts";
import { type Creation, created, creationOf, interrupted } from "./creation.ts";
import { exchange } from "./exchange.ts";
import { listAll } from "./list-all.ts";
import type { KnownRestream } from "./newcomers.ts";
import {
  type Parsed,
  parseChanged,
  parseDone,
  parseRestream,
  parseRestreams,
  parseStream,
  parseStreams,
} from "./parse-answer.ts";
import { parsedAnswer } from "./parsed-answer.ts";
import type { RemoteRestream, RemoteStream, RestreamBody } from "./remote.ts";
import { mayPass, repeat, wasTurnedAway } from "./repeat.ts";
import { type Answer, type ApiRequest, creating, deleting, looking, updating } from "./request.ts";
import type { Surroundings } from "./surroundings.ts";

/**
 * Gcore's Streaming API as far as restreams go. Every method rejects with an `ApiError`, waits 30 s for an answer,
 * and sends nothing more once it is aborted. What reads, changes or deletes is tried up to three times.
 */
export interface Api {
  /** All pages, each restream once. */
  readonly listRestreams: (signal: AbortSignal) => Promise<readonly RemoteRestream[]>;
  /**
   * Sends a create once. After a lost answer it lists, and what is there and was not `known` tells what was done;
   * it rejects only where nothing was created, or where it is aborted.
   *
   * `known` is asked when it is needed: what was listed before, and every restream that was created since, as its
   * body where no ID is known. So of two equal ones that existed before, neither is taken for the new one. Equal
   * ones are to be created one after the other: side by side, nothing tells whose answer was lost.
   *
   * It is sent again only where it certainly was not acted on: after 429, with which a limiter turns away what
   * nobody has looked at yet, and where no connection came about. Not after 408 or 503, which gateways also say of
   * what has got through, nor after 409.
   */
  readonly createRestream: (
    body: RestreamBody,
    known: () => readonly KnownRestream[],
    signal: AbortSignal,
  ) => Promise<Creation>;
  /** Undefined where the API says that it was done, and nothing else. */
  readonly updateRestream: (
    id: number,
    body: RestreamBody,
    signal: AbortSignal,
  ) => Promise<RemoteRestream | undefined>;
  /** What is gone after a lost answer was deleted; what was gone before is `notFound`. */
  readonly deleteRestream: (id: number, signal: AbortSignal) => Promise<void>;
  /** All pages, each stream once, without the secrets of streams. */
  readonly listStreams: (signal: AbortSignal) => Promise<readonly RemoteStream[]>;
  /** Without its secrets. */
  readonly streamOf: (id: number, signal: AbortSignal) => Promise<RemoteStream>;
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
  const once = async (request: ApiRequest, signal: AbortSignal): Promise<Answer> =>
    exchange(connection, request, signal);
  /** What may be done twice. */
  const ask = async <T>(
    request: ApiRequest,
    parse: (text: string) => Parsed<T>,
    signal: AbortSignal,
  ): Promise<T> =>
    repeat(
      async () => parsedAnswer(request, await once(request, signal), parse),
      mayPass,
      surroundings,
      signal,
    );
  const listRestreams = async (signal: AbortSignal): Promise<readonly RemoteRestream[]> =>
    listAll("/streaming/restreams", "list the restreams", parseRestreams, (request, parse) =>
      ask(request, parse, signal),
    );

  return {
    listRestreams,
    async createRestream(body, known, signal) {
      const request = creating(body);
      const attempt = async (): Promise<Creation> => {
        const answer = await once(request, signal);
        parsedAnswer(request, answer, parseDone);
        // The document promises no body; where one tells the ID, it is taken.
        const told = parseRestream(answer.text);
        return created("value" in told ? told.value.id : undefined);
      };
      try {
        return await repeat(attempt, wasTurnedAway, surroundings, signal);
      } catch (error) {
        if (!isApiError(error) || !error.mayHaveActed) throw error;
        if (error.kind === "aborted") throw interrupted(error);
        const list = async (): Promise<readonly RemoteRestream[]> => listRestreams(signal);
        return creationOf(body, known, list, error, surroundings, signal);
      }
    },
    updateRestream: async (id, body, signal) => ask(updating(id, body), parseChanged, signal),
    async deleteRestream(id, signal) {
      const request = deleting(id);
      const attempt = async (failures: readonly ApiError[]): Promise<void> => {
        try {
          parsedAnswer(request, await once(request, signal), parseDone);
        } catch (error) {
          const isGone = isApiError(error) && error.kind === "notFound";
          if (!isGone || !failures.some((it) => it.mayHaveActed)) throw error;
        }
      };
      await repeat(attempt, mayPass, surroundings, signal);
    },
    listStreams: async (signal) =>
      listAll("/streaming/streams", "list the streams", parseStreams, (request, parse) =>
        ask(request, parse, signal),
      ),
    streamOf: async (id, signal) => ask(looking(id), parseStream, signal),
  };
}
