import { setTimeout } from "node:timers/promises";
import type { Environment } from "./submit/environment.ts";
import type { Submitting } from "./submit/submitting.ts";

/** Submitting by this machine's network. */
export function nodeSubmitting(version: string, environment?: Environment): Submitting {
  return {
    environment,
    createSubmitter: async (outcomes, tell) => {
      const { createSubmitter } = await import("./submit/submitter.ts");
      const surroundings = {
        fetch: async (uri: string, init: RequestInit) => fetch(uri, init),
        now: Date.now,
        wait: async (ms: number, signal: AbortSignal) => setTimeout(ms, undefined, { signal }),
        random: Math.random,
      };
      return createSubmitter(
        { surroundings, userAgent: `restream-lint/${version}` },
        outcomes,
        tell,
      );
    },
  };
}
