import { commands, type Disposable, EventEmitter, Uri, window, workspace } from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import { type ListedRule, RULES } from "@restream-lint/lsp/protocol";

const SCHEME = "restream-lint-rule";

/** The pages of rules as read-only documents. */
export interface RulePages extends Disposable {
  readonly rules: () => Promise<readonly ListedRule[]>;
  readonly show: (rule: ListedRule) => Promise<void>;
}

/** Registers where rules' pages are read from: they come with the server, so that they can be read without a network. */
export function registerRulePages(client: BaseLanguageClient): RulePages {
  const rules = (): Promise<readonly ListedRule[]> => client.sendRequest(RULES);
  const changed = new EventEmitter<Uri>();
  const registration = workspace.registerTextDocumentContentProvider(SCHEME, {
    onDidChange: changed.event,
    provideTextDocumentContent: async ({ path }) =>
      (await rules()).find(({ id }) => path === `${id}.md`)?.page,
  });
  return {
    rules,
    show: async ({ id }) => {
      const uri = Uri.from({ scheme: SCHEME, path: `${id}.md` });
      // It may have been opened before, by another version.
      changed.fire(uri);
      // Where Markdown has no preview, its text does.
      const preview = commands.executeCommand("markdown.showPreview", uri);
      await preview.then(undefined, () => window.showTextDocument(uri));
    },
    dispose: () => {
      registration.dispose();
      changed.dispose();
    },
  };
}
