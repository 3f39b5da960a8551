import { type BaseLanguageClient, ProgressType } from "vscode-languageclient";
import { PLAN, SUBMIT, type SubmitParams, type SubmitProgress } from "@restream-lint/lsp/protocol";
import type { Server } from "./submitting.ts";

const PROGRESS = new ProgressType<SubmitProgress>();

/** The language server, as far as it plans and submits. */
export function askingServer(client: BaseLanguageClient): Server {
  let submissions = 0;
  return {
    plan: (params, token) => client.sendRequest(PLAN, params, token),
    submit: async (agreed, onProgress, token) => {
      submissions += 1;
      const params: SubmitParams = { ...agreed, progress: `restream-lint/submit/${submissions}` };
      const progress = client.onProgress(PROGRESS, params.progress, onProgress);
      try {
        return await client.sendRequest(SUBMIT, params, token);
      } finally {
        progress.dispose();
      }
    },
  };
}
