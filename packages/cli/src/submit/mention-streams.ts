import type { ApiError } from "@restream-lint/client";
import type { Io } from "../io.ts";
import { apiErrorText } from "./with-api.ts";

/** Says on stderr why the streams could not be listed, if so, and what that means. */
export function mentionStreams(error: ApiError | undefined, io: Io): void {
  if (!error) return;
  io.stderr.write(
    `restream-lint: ${apiErrorText(error)} Without them, nothing is known of what feeds a restream.\n`,
  );
}
