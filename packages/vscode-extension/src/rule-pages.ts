import { commands, type Disposable, EventEmitter, Uri, window, workspace } from "vscode";
import type { ListedRule } from "@restream-lint/lsp/protocol";

const SCHEME = "restream-lint-rule";

/** The pages of rules as read-only documents. */
export interface RulePages extends Disposable {
  readonly show: (rule: ListedRule) => Promise<void>;
}

/** Registers where rules' pages are read from: they come with the server, so that they can be read without a network. */
export function registerRulePages(): RulePages {
  const pages = new Map<string, string>();
  const changed = new EventEmitter<Uri>();
  const registration = workspace.registerTextDocumentContentProvider(SCHEME, {
    onDidChange: changed.event,
    provideTextDocumentContent: ({ path }) => pages.get(path) ?? "",
  });
  return {
    show: async ({ id, page }) => {
      const uri = Uri.from({ scheme: SCHEME, path: `${id}.md` });
      pages.set(uri.path, page);
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
