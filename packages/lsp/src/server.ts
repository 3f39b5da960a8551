import {
  CodeLensRefreshRequest,
  type Connection,
  DiagnosticRefreshRequest,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  type InitializeParams,
  InlayHintRefreshRequest,
  MessageType,
  type PublishDiagnosticsParams,
  SemanticTokensRefreshRequest,
  ShowMessageNotification,
} from "vscode-languageserver";
import type { Diagnostic } from "vscode-languageserver-types";
import { createAllDiagnostics } from "./all-diagnostics.ts";
import { createAnswers, tracesOf } from "./answers.ts";
import { capabilitiesFor } from "./capabilities.ts";
import { type Client, clientOf, REFRESHABLE } from "./client.ts";
import { coalesced } from "./coalesced.ts";
import { createEditorSettings, SECTION } from "./configuration.ts";
import { lspDiagnostics } from "./features/diagnostics.ts";
import type { Host } from "./host.ts";
import { createOpenTexts } from "./open-texts.ts";
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
  const finder = createSettingsFinder(host, editor.configurationFor, (fileName) =>
    connection
      .sendNotification(ShowMessageNotification.type, {
        type: MessageType.Warning,
        message: `${fileName} has errors, so its settings are left out. Open it to see them.`,
      })
      .catch(ignore),
  );
  const workspace = createWorkspace(host, texts, finder, () => client.encoding);
  const allDiagnostics = createAllDiagnostics();
  const reports = createReports();
  const publish = coalesced(
    createPublisher(published, (it) => connection.sendDiagnostics(it).catch(ignore)),
    logged,
  );
  const diskChanged = coalesced(async () => {
    finder.forget();
    await workspace.rescan(folders);
    refresh();
  }, logged);
  const answers = createAnswers(connection, workspace);

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
    register(connection, client);
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
    answers.guarded(async ({ textDocument: { uri }, previousResultId }) => {
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
    if (!client.pulls) publish();
  }

  /** Something else than an open text changed: whoever has asked before is told to ask again. */
  function refresh(): void {
    textsChanged();
    for (const it of REFRESHABLE)
      if (client.refreshes[it]) connection.sendRequest(REFRESHES[it]).catch(ignore);
  }

  function logged(error: unknown): void {
    connection.console.error(`restream-lint failed: ${tracesOf(error)}`);
  }
}

/** The folders that a client works in: an old one has at most one. */
function foldersOf({ workspaceFolders, rootUri }: InitializeParams): readonly string[] {
  return workspaceFolders?.map(({ uri }) => uri) ?? (rootUri ? [rootUri] : []);
}

/** Asks to be told of what changes outside of the open texts, where a client wants to be asked. */
function register(connection: Connection, client: Client): void {
  if (client.registersConfiguration)
    connection.client
      .register(DidChangeConfigurationNotification.type, { section: SECTION })
      .catch(ignore);
  if (client.registersWatchers)
    connection.client
      .register(DidChangeWatchedFilesNotification.type, { watchers: WATCHED })
      .catch(ignore);
}

/** Any document may be one whose name only the settings know. */
const WATCHED = [{ globPattern: "**/*.{yaml,yml,json,jsonc}" }];

const REFRESHES = {
  diagnostics: DiagnosticRefreshRequest.type,
  codeLens: CodeLensRefreshRequest.type,
  inlayHint: InlayHintRefreshRequest.type,
  semanticTokens: SemanticTokensRefreshRequest.type,
} as const;

/** A client that refuses what it is asked, or has gone away, does without. */
function ignore(): void {}
