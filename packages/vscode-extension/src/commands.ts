import {
  commands,
  type Disposable,
  type ExtensionContext,
  ProgressLocation,
  Uri,
  window,
  workspace,
} from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import { LINT_WORKSPACE, type WorkspaceFindings } from "@restream-lint/lsp/protocol";
import { chooseRule } from "./choose-rule.ts";
import { offerRestart } from "./crashes.ts";
import type { MaskedLog } from "./masked-log.ts";
import { createRestart } from "./restart.ts";
import type { RulePages } from "./rule-pages.ts";
import { openSettings } from "./settings-file.ts";
import type { StatusShown } from "./status.ts";
import { counted, plural } from "./status-words.ts";
import type { SubmitCommands } from "./submit/submit-commands.ts";

/** What commands work with. */
export interface Surroundings {
  readonly context: ExtensionContext;
  readonly client: BaseLanguageClient;
  readonly log: MaskedLog;
  readonly status: StatusShown;
  readonly pages: RulePages;
  readonly submitting: SubmitCommands;
}

/** Registers the commands that package.json names. */
export function registerCommands(surroundings: Surroundings): Disposable[] {
  const { context, client, log, status, pages, submitting } = surroundings;
  const byName: Readonly<Record<string, (given?: unknown) => Promise<unknown>>> = {
    lintWorkspace: () => lintWorkspace(client),
    fixAll: async () =>
      commands.executeCommand("editor.action.codeAction", {
        kind: "source.fixAll.restream-lint",
        apply: "first",
      }),
    explainRule: async () => {
      const rule = await chooseRule(await pages.rules());
      if (rule) await pages.show(rule);
    },
    plan: submitting.plan,
    submit: submitting.submit,
    setToken: submitting.setToken,
    removeToken: submitting.removeToken,
    openSettings: async () => openSettings((await status.ask())?.settings),
    openExample: () => openExample(context),
    showOutput: async () => log.show(),
    restart: createRestart(client, log.failed),
  };
  return Object.entries(byName).map(([name, run]) =>
    commands.registerCommand(`restream-lint.${name}`, (given?: unknown) =>
      running(client, () => run(given)),
    ),
  );
}

/** Runs a command; a server that does not answer is said to the person who asked. */
async function running(client: BaseLanguageClient, run: () => Promise<unknown>): Promise<void> {
  try {
    await run();
  } catch (error) {
    if (client.isRunning()) throw error;
    await offerRestart("restream-lint is not running, so nothing is checked.");
  }
}

async function lintWorkspace(client: BaseLanguageClient): Promise<void> {
  const { documents, errors, warnings, infos } = await window.withProgress(
    { location: ProgressLocation.Notification, title: "Linting restreams", cancellable: true },
    (_, token) => client.sendRequest<WorkspaceFindings>(LINT_WORKSPACE, token),
  );
  await commands.executeCommand("workbench.actions.view.problems");
  const found = counted({ error: errors, warning: warnings, info: infos });
  void window.showInformationMessage(
    documents === 0
      ? "No restream document here. restream-lint looks for restreams.yaml, *.restream.yaml and the like, and for what `files` in its settings names."
      : `${plural(documents, "document")}: ${found}.`,
  );
}

/** A document that is not saved anywhere, with mistakes to try things on. */
async function openExample({ extensionUri }: ExtensionContext): Promise<void> {
  const example = Uri.joinPath(extensionUri, "walkthrough", "example.yaml");
  const content = new TextDecoder().decode(await workspace.fs.readFile(example));
  await window.showTextDocument(await workspace.openTextDocument({ language: "yaml", content }));
}
