import {
  type Connection,
  ErrorCodes,
  type PublishDiagnosticsParams,
  ResponseError,
} from "vscode-languageserver";
import { cancelled, createAnswers } from "./answers.ts";
import { capabilitiesFor } from "./capabilities.ts";
import { type Client, clientOf } from "./client.ts";
import { coalesced } from "./coalesced.ts";
import { createEditorSettings } from "./configuration.ts";
import { lspDiagnostics } from "./features/diagnostics.ts";
import { folderAround, foldersOf, isFile, isForeign } from "./folders.ts";
import type { Host } from "./host.ts";
import { createLull } from "./lull.ts";
import { createOpenTexts } from "./open-texts.ts";
import { createOutgoing } from "./outgoing.ts";
import { createPublisher } from "./publisher.ts";
import { createReports } from "./reports.ts";
import { createSettingsFinder } from "./settings-finder.ts";
import { createSignal } from "./signal.ts";
import { createSnapshots, isSame, type Snapshot } from "./snapshot.ts";
import { isSettingsFile, keyOf } from "./uris.ts";
import type { View } from "./view.ts";
import { wireFeatures } from "./wire-features.ts";
import { createWorkspace } from "./workspace.ts";
import { workspaceDiagnostics } from "./workspace-diagnostics.ts";

/** Serves a connection until it ends. Everything that changes while it lasts is made here. */
export function startServer(connection: Connection, host: Host, version: string): void {
  let client: Client = clientOf({ capabilities: {} });
  let folders: readonly string[] = [];
  let phase: "starting" | "serving" | "ending" = "starting";

  const texts = createOpenTexts(() => client.encoding);
  const editor = createEditorSettings(connection, () => client.hasConfiguration, editorChanged);
  const outgoing = createOutgoing(connection);
  const finder = createSettingsFinder({
    host,
    workspaceFolderOf: (uri) => folderAround(folders, uri),
    configurationFor: editor.configurationFor,
    onBroken: outgoing.warn,
  });
  const workspace = createWorkspace(host, texts, finder, () => client.encoding);
  const snapshotOf = createSnapshots((uri) => isFile(folders, uri));
  const reports = createReports();
  const { stir, settled } = createLull();
  const publisher = createPublisher(published, outgoing.publish);
  const publish = coalesced(publisher.publish, settled, outgoing.failed);
  const diskChanged = coalesced(lookAgain, settled, outgoing.failed);
  const firstLook = createSignal();
  const answers = createAnswers(workspace, refusal, outgoing.failed);

  connection.onInitialize((params) => {
    if (phase !== "starting")
      throw new ResponseError(ErrorCodes.InvalidRequest, "initialized twice");
    client = clientOf(params);
    folders = foldersOf(params);
    editor.start(params.initializationOptions);
    phase = "serving";
    return {
      serverInfo: { name: "restream-lint", version },
      capabilities: capabilitiesFor(client),
    };
  });
  connection.onInitialized(() => {
    outgoing.register(client);
    // What was opened before its time.
    textsChanged();
    if (client.hasFolders) {
      connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
        const gone = new Set(removed.map(({ uri }) => keyOf(uri)));
        folders = [...folders.filter((it) => !gone.has(keyOf(it))), ...added.map(({ uri }) => uri)];
        diskChanged();
      });
    }
    diskChanged();
  });
  connection.onShutdown(() => {
    const refused = refusal();
    if (refused) throw refused;
    phase = "ending";
  });

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
    publisher.closed(uri);
    textsChanged();
  });
  connection.onDidSaveTextDocument(({ textDocument: { uri } }) => {
    // Who watches no files says at least this; and nobody watches beyond the folders of the workspace.
    if (!client.registersWatchers || isSettingsFile(uri)) diskChanged();
  });
  connection.onDidChangeWatchedFiles(({ changes }) => {
    if (changes.some(({ uri }) => !isForeign(uri))) diskChanged();
  });
  connection.onDidChangeConfiguration(({ settings }) => {
    editor.tell(settings);
    editorChanged();
  });

  connection.languages.diagnostics.on(
    answers.guarded(async ({ textDocument: { uri }, previousResultId }, token) => {
      // Whoever types fast has asked again, or cancelled, before this is worked out.
      await settled();
      if (token.isCancellationRequested) throw cancelled();
      const all = await snapshot();
      // What fails is in no snapshot; whoever asks for it hears of that.
      const view = all.at(uri) ?? (await workspace.viewOf(uri));
      const items = view ? lspDiagnostics(view, all, client) : [];
      return reports.reportOf(view ?? { uri, version: undefined }, items, previousResultId);
    }),
  );
  connection.languages.diagnostics.onWorkspace(async (params, token, work, partial) =>
    answers.guarded(async () => {
      await firstLook.given;
      if (token.isCancellationRequested) throw cancelled();
      const all = await snapshot();
      const diagnosticsOf = (view: View) => lspDiagnostics(view, all, client);
      const isCurrent = ({ uri, version: of }: View) => texts.at(uri)?.version === of;
      const answering = { views: all.views, diagnosticsOf, isCurrent, reports };
      return workspaceDiagnostics(params, answering, { token, work, partial });
    })(params, token),
  );

  wireFeatures(connection, answers, { client: () => client, snapshot });
  connection.listen();

  async function snapshot(): Promise<Snapshot> {
    return snapshotOf(await workspace.views());
  }

  async function published(): Promise<PublishDiagnosticsParams[]> {
    const all = await snapshot();
    return all.views.flatMap((view) => {
      const { uri, version: open } = view;
      if (open === undefined) return [];
      return [{ uri, version: open, diagnostics: lspDiagnostics(view, all, client) }];
    });
  }

  function editorChanged(): void {
    finder.forgetEditor();
    refresh();
  }

  /** Reads settings files and documents again, and says so where anything came of it. */
  async function lookAgain(): Promise<void> {
    const before = await workspace.views();
    finder.forgetFiles();
    try {
      await workspace.rescan(folders);
    } finally {
      firstLook.give();
    }
    if (!isSame(before, await workspace.views())) refresh();
  }

  /** Why no request is answered now. */
  function refusal(): ResponseError | undefined {
    if (phase === "serving") return undefined;
    const isEarly = phase === "starting";
    const code = isEarly ? ErrorCodes.ServerNotInitialized : ErrorCodes.InvalidRequest;
    return new ResponseError(code, isEarly ? "not initialized yet" : "shut down already");
  }

  function textsChanged(): void {
    stir();
    if (phase === "serving" && !client.pulls) publish();
  }

  /** Something else than an open text changed. */
  function refresh(): void {
    textsChanged();
    if (phase === "serving") outgoing.refresh(client);
  }
}
