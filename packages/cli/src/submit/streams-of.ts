import { type Api, isApiError, type RemoteStream } from "@restream-lint/client";
import type { Io } from "../io.ts";
import { apiErrorText } from "./with-api.ts";

/** The streams, or none where they cannot be listed, which is said on stderr: they only help to know what feeds a restream. */
export async function streamsOf(
  api: Api,
  io: Io,
  signal: AbortSignal,
): Promise<readonly RemoteStream[]> {
  try {
    return await api.listStreams(signal);
  } catch (error) {
    if (!isApiError(error) || error.kind === "aborted") throw error;
    io.stderr.write(
      `restream-lint: ${apiErrorText(error)} Without them, nothing is known of what feeds a restream.\n`,
    );
    return [];
  }
}
