import type { Protocol } from "@restream-lint/core";
import type { Api } from "./api.ts";
import { type ApiError, isApiError } from "./api-error.ts";
import { errorWords } from "./applied-words.ts";
import { sourceProtocolsOf } from "./plan/source-protocols-of.ts";
import type { RemoteRestream, RemoteStream } from "./remote.ts";

/** What there is in an account. */
export interface Survey {
  readonly restreams: readonly RemoteRestream[];
  /** None where they cannot be listed: they only help to know what feeds a restream. */
  readonly streams: readonly RemoteStream[];
  /** The protocols that may feed each stream, by its ID, as far as these tell. */
  readonly sources: ReadonlyMap<number, readonly Protocol[]>;
  /** Why the streams cannot be listed. */
  readonly streamsError?: ApiError;
}

/** Why the streams cannot be listed, and what that means; undefined where they can. */
export function streamsWarning({ streamsError }: Survey): string | undefined {
  if (!streamsError) return undefined;
  return `${errorWords(streamsError)} Without them, nothing is known of what feeds a restream.`;
}

/**
 * Lists streams, then restreams; rejects with an `ApiError` where the restreams cannot be listed, or it is aborted. The
 * restreams are what a plan is made of: nothing may take its time between them and what is done about them.
 */
export async function survey(api: Api, signal: AbortSignal): Promise<Survey> {
  const known = await streamsIn(api, signal);
  return { ...known, restreams: await api.listRestreams(signal) };
}

async function streamsIn(api: Api, signal: AbortSignal): Promise<Omit<Survey, "restreams">> {
  try {
    const streams = await api.listStreams(signal);
    return { streams, sources: sourceProtocolsOf(streams) };
  } catch (error) {
    if (!isApiError(error) || error.kind === "aborted") throw error;
    return { streams: [], sources: new Map(), streamsError: error };
  }
}
