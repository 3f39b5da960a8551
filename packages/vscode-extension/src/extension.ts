import { commands, EventEmitter, type ExtensionContext, window } from "vscode";
import { type BaseLanguageClient, type LanguageClientOptions, State } from "vscode-languageclient";
import { clientOffers } from "./client-offers.ts";
import { clientOptions } from "./client-options.ts";
import { registerCommands } from "./commands.ts";
import { createCrashes } from "./crashes.ts";
import { createMaskedLog, type MaskedLog } from "./masked-log.ts";
import { registerRulePages } from "./rule-pages.ts";
import { showStatus } from "./status.ts";
import { showPlanSides } from "./submit/plan-sides.ts";
import { submitCommands } from "./submit/submit-commands.ts";
import { workspaceFiles } from "./workspace-files.ts";

/** What the library calls the client; also the section that it looks for its own settings in. */
export const CLIENT_ID = "restream-lint";

/** In milliseconds: the server finishes what it is asking of Gcore, and VS Code itself does not wait much longer. */
const PATIENCE = 4000;

/** What a client is made of, whatever it runs in. */
export interface Ingredients {
  readonly options: LanguageClientOptions;
  readonly log: MaskedLog;
}

/** What differs from one kind of VS Code to another. */
export interface Entry {
  /** Whether Gcore's API lets requests in from there. */
  readonly submits: boolean;
  readonly createClient: (ingredients: Ingredients) => BaseLanguageClient;
}

/** The extension while it is active. */
export interface Running {
  readonly stop: () => Promise<void>;
}

/** Starts the language server, and shows people what it says. Nobody waits for the server: its status says how it is. */
export function startExtension(
  context: ExtensionContext,
  { submits, createClient }: Entry,
): Running {
  const log = createMaskedLog(window.createOutputChannel("restream-lint", { log: true }));
  const told = new EventEmitter<void>();
  const crashes = createCrashes();
  const options = clientOptions({ log, errorHandler: crashes, onTold: () => told.fire() });
  const client = createClient({ options, log });
  client.registerFeature(workspaceFiles(client));
  client.registerFeature(clientOffers({ readsFiles: true, submits }));
  const answering = client.onDidChangeState(({ newState }) => {
    if (newState === State.Running) crashes.answered();
  });
  const status = showStatus(client, told.event, log);
  const pages = registerRulePages(client);
  const sides = showPlanSides();
  context.subscriptions.push(log, told, answering, status, pages, sides);
  const submitting = submitCommands({ context, client, sides, submits, onError: log.failed });
  context.subscriptions.push(
    ...registerCommands({ context, client, log, status, pages, submitting }),
  );
  void commands.executeCommand("setContext", "restream-lint.inBrowser", !submits);
  const started = client.start().catch(log.failed);
  return {
    stop: async () => {
      await started;
      if (client.isRunning()) await client.stop(PATIENCE);
    },
  };
}
