import type { Protocol } from "@restream-lint/core";
import type { Api } from "./api.ts";
import { type ApiError, isApiError } from "./api-error.ts";
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

/** Lists restreams and streams; rejects with an `ApiError` where the restreams cannot be listed, or it is aborted. */
export async function survey(api: Api, signal: AbortSignal): Promise<Survey> {
  const restreams = await api.listRestreams(signal);
  try {
    const streams = await api.listStreams(signal);
    return { restreams, streams, sources: sourceProtocolsOf(streams) };
  } catch (error) {
    if (!isApiError(error) || error.kind === "aborted") throw error;
    return { restreams, streams: [], sources: new Map(), streamsError: error };
  }
}
