import { type ExtensionContext, window } from "vscode";
import type { BaseLanguageClient, LanguageClientOptions } from "vscode-languageclient";
import { clientOptions } from "./client-options.ts";
import { registerCommands } from "./commands.ts";
import { createMaskedLog, type MaskedLog } from "./masked-log.ts";
import { registerRulePages } from "./rule-pages.ts";
import { showStatus } from "./status.ts";
import { workspaceFiles } from "./workspace-files.ts";

/** What the library calls the client; also the section that it looks for its own settings in. */
export const CLIENT_ID = "restream-lint";

/** What a client is made of, whatever it runs in. */
export interface Ingredients {
  readonly options: LanguageClientOptions;
  readonly log: MaskedLog;
}

/** The extension while it is active. */
export interface Running {
  readonly stop: () => Promise<void>;
}

/** Starts the language server, and shows people what it says. Nobody waits for the server: its status says how it is. */
export function startExtension(
  context: ExtensionContext,
  createClient: (ingredients: Ingredients) => BaseLanguageClient,
): Running {
  const log = createMaskedLog(window.createOutputChannel("restream-lint", { log: true }));
  const client = createClient({ options: clientOptions(log), log });
  client.registerFeature(workspaceFiles(client));
  const status = showStatus(client);
  const pages = registerRulePages();
  context.subscriptions.push(log, status, pages);
  context.subscriptions.push(...registerCommands({ context, client, log, status, pages }));
  const started = client.start().catch((error: unknown) => {
    log.error(`The language server did not start: ${String(error)}`);
  });
  return {
    stop: async () => {
      await started;
      if (client.needsStop()) await client.stop();
    },
  };
}
