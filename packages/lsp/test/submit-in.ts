import { createGcoreApi, type GcoreApi, type GcoreApiOptions } from "@restream-lint/testkit";
import { onTestFinished } from "vitest";
import type { Account } from "../src/protocol.ts";
import type { Environment } from "../src/submit/environment.ts";
import { createSubmitter } from "../src/submit/submitter.ts";
import type { Submitting } from "../src/submit/submitting.ts";

/** How long an answer is waited for, in milliseconds; no other wait takes that long. */
const TIMEOUT = 30_000;

/** Submitting by this machine's network, with a clock that goes on by itself, but where an answer is waited for. */
export function submittingWith(environment?: Environment): Submitting {
  return {
    environment,
    createSubmitter: async (outcomes) => {
      const wait = async (ms: number): Promise<void> =>
        ms === TIMEOUT ? new Promise(() => {}) : undefined;
      const surroundings = { fetch, wait, now: Date.now, random: () => 0 };
      return createSubmitter({ surroundings, userAgent: "restream-lint/0.0.0" }, outcomes);
    },
  };
}

/** A test server that lasts as long as the test, and the account that it is reached with. */
export async function accountAt(
  options: GcoreApiOptions = {},
): Promise<{ readonly server: GcoreApi; readonly account: Account }> {
  const server = await createGcoreApi(options);
  onTestFinished(server.stop);
  return { server, account: { token: server.token, baseUri: server.url } };
}
