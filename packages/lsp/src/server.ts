import type { Connection, InitializeParams, PublishDiagnosticsParams } from "vscode-languageserver";
import type { Diagnostic } from "vscode-languageserver-types";
import { createAllDiagnostics } from "./all-diagnostics.ts";
import { cancelled, createAnswers } from "./answers.ts";
import { capabilitiesFor } from "./capabilities.ts";
import { type Client, clientOf } from "./client.ts";
import { coalesced } from "./coalesced.ts";
import { createEditorSettings } from "./configuration.ts";
import { lspDiagnostics } from "./features/diagnostics.ts";
import type { Host } from "./host.ts";
import { createLull } from "./lull.ts";
import { createOpenTexts } from "./open-texts.ts";
import { createOutgoing } from "./outgoing.ts";
import { createPublisher } from "./publisher.ts";
import { createReports } from "./reports.ts";
import { createSettingsFinder } from "./settings-finder.ts";
import { keyOf } from "./uris.ts";
import type { View } from "./view.ts";
import { wireFeatures } from "./wire-features.ts";
import { createWorkspace } from "./workspace.ts";
import { workspaceDiagnostics } from "./workspace-diagnostics.ts";

/** Serves a connection until it ends. Everything that changes while it lasts is made here. */
export function startServer(connection: Connection, host: Host, version: string): void {
  let client: Client = clientOf({ capabilities: {} });
  let folders: readonly string[] = [];

  const texts = createOpenTexts(() => client.encoding);
  const editor = createEditorSettings(connection, () => client.hasConfiguration);
  const outgoing = createOutgoing(connection);
  const finder = createSettingsFinder(host, editor.configurationFor, (fileName) =>
    outgoing.warn(`${fileName} has errors, so its settings are left out. Open it to see them.`),
  );
  const workspace = createWorkspace(host, texts, finder, () => client.encoding);
  const allDiagnostics = createAllDiagnostics();
  const reports = createReports();
  const { stir, settled } = createLull();
  const publish = coalesced(createPublisher(published, outgoing.publish), settled, outgoing.failed);
  const lookAgain = async () => {
    finder.forget();
    await workspace.rescan(folders);
    refresh();
  };
  const diskChanged = coalesced(lookAgain, settled, outgoing.failed);
  const answers = createAnswers(workspace, outgoing.failed);

  connection.onInitialize((params) => {
    client = clientOf(params);
    folders = foldersOf(params);
    editor.tell(params.initializationOptions);
    return {
      serverInfo: { name: "restream-lint", version },
      capabilities: capabilitiesFor(client),
    };
  });
  connection.onInitialized(() => {
    outgoing.register(client);
    if (client.hasFolders) {
      connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
        const gone = new Set(removed.map(({ uri }) => keyOf(uri)));
        folders = [...folders.filter((it) => !gone.has(keyOf(it))), ...added.map(({ uri }) => uri)];
        diskChanged();
      });
    }
    diskChanged();
  });
  connection.onShutdown(() => undefined);

  connection.onDidOpenTextDocument(({ textDocument }) => {
    texts.open(textDocument);
    textsChanged();
  });
  connection.onDidChangeTextDocument(({ textDocument, contentChanges }) => {
    texts.change(textDocument, contentChanges);
    textsChanged();
  });
  connection.onDidCloseTextDocument(({ textDocument: { uri } }) => {
    texts.close(uri);
    reports.forget(uri);
    textsChanged();
  });
  connection.onDidSaveTextDocument(() => {
    // Who watches no files says at least this.
    if (!client.registersWatchers) diskChanged();
  });
  connection.onDidChangeWatchedFiles(() => diskChanged());
  connection.onDidChangeConfiguration(({ settings }) => {
    if (!client.hasConfiguration) editor.tell(settings);
    finder.forget();
    refresh();
  });

  connection.languages.diagnostics.on(
    answers.guarded(async ({ textDocument: { uri }, previousResultId }, token) => {
      // Whoever types fast has asked again, or cancelled, before this is worked out.
      await settled();
      if (token.isCancellationRequested) throw cancelled();
      const view = await workspace.viewOf(uri);
      const items = view ? shownOf(view, await workspace.views()) : [];
      return reports.reportOf(uri, items, previousResultId);
    }),
  );
  connection.languages.diagnostics.onWorkspace(async (params, token, work, partial) => {
    const views = await workspace.views();
    const shown = (view: View) => shownOf(view, views);
    return workspaceDiagnostics(params, views, shown, reports, { token, work, partial });
  });

  wireFeatures(connection, answers, {
    client: () => client,
    workspace,
    diagnosticsOf: async (view) => allDiagnostics(view, await workspace.views()),
  });
  connection.listen();

  function shownOf(view: View, views: readonly View[]): Diagnostic[] {
    return lspDiagnostics(view, allDiagnostics(view, views), client, views);
  }

  async function published(): Promise<PublishDiagnosticsParams[]> {
    const views = await workspace.views();
    return views.flatMap((view) => {
      const open = view.version;
      return open === undefined
        ? []
        : [{ uri: view.uri, version: open, diagnostics: shownOf(view, views) }];
    });
  }

  function textsChanged(): void {
    stir();
    if (!client.pulls) publish();
  }

  /** Something else than an open text changed. */
  function refresh(): void {
    textsChanged();
    outgoing.refresh(client);
  }
}

/** The folders that a client works in: an old one has at most one. */
function foldersOf({ workspaceFolders, rootUri }: InitializeParams): readonly string[] {
  return workspaceFolders?.map(({ uri }) => uri) ?? (rootUri ? [rootUri] : []);
}
