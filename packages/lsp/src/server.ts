import {
  type Connection,
  type Diagnostic,
  ErrorCodes,
  MessageType,
  type PublishDiagnosticsParams,
  ResponseError,
} from "vscode-languageserver";
import { createAnswers } from "./answers.ts";
import { capabilitiesFor } from "./capabilities.ts";
import { type Client, clientOf } from "./client.ts";
import { createClientHost } from "./client-host.ts";
import { coalesced } from "./coalesced.ts";
import { createEditorSettings } from "./configuration.ts";
import type { LensOptions } from "./features/code-lenses.ts";
import { lspDiagnostics } from "./features/diagnostics.ts";
import { outcomeDiagnostics } from "./features/outcome-diagnostics.ts";
import { folderAround, foldersOf, isFile } from "./folders.ts";
import { firstOf, type Host } from "./host.ts";
import { createLull } from "./lull.ts";
import { createOpenTexts } from "./open-texts.ts";
import { createOutgoing } from "./outgoing.ts";
import { createPublisher } from "./publisher.ts";
import { createReports } from "./reports.ts";
import { createSettingsFinder } from "./settings-finder.ts";
import { createSignal } from "./signal.ts";
import { createSnapshots, isSame, type Snapshot } from "./snapshot.ts";
import { keyOf } from "./uris.ts";
import { createOngoing } from "./submit/ongoing.ts";
import { createOutcomes } from "./submit/outcomes.ts";
import type { Submitting } from "./submit/submitting.ts";
import type { View } from "./view.ts";
import { wireDiagnostics } from "./wire-diagnostics.ts";
import { wireFeatures } from "./wire-features.ts";
import { wireOwnRequests } from "./wire-own-requests.ts";
import { wireSubmit } from "./wire-submit.ts";
import { wireTexts } from "./wire-texts.ts";
import { createWorkspace } from "./workspace.ts";

/** Serves a connection until it ends. Everything that changes while it lasts is made here. */
export function startServer(
  connection: Connection,
  host: Host,
  version: string,
  submitting?: Submitting,
): void {
  let client: Client = clientOf({ capabilities: {} });
  let folders: readonly string[] = [];
  let phase: "starting" | "serving" | "ending" = "starting";

  const texts = createOpenTexts(() => client.encoding);
  const editor = createEditorSettings(connection, () => client.hasConfiguration, editorChanged);
  const outgoing = createOutgoing(connection);
  const clientHost = createClientHost({
    canAsk: () => client.readsFiles,
    folders: () => folders,
    request: (method, params) => connection.sendRequest(method, params),
  });
  const files = firstOf([host, clientHost]);
  const finder = createSettingsFinder({
    host: files,
    workspaceFolderOf: (uri) => folderAround(folders, uri),
    configurationFor: editor.configurationFor,
    onBroken: (message) => outgoing.tell(MessageType.Warning, message),
    onLate: refresh,
  });
  const workspace = createWorkspace(files, texts, finder, () => client.encoding);
  const snapshotOf = createSnapshots(isOwnFile);
  const outcomes = createOutcomes(refresh);
  const ongoing = createOngoing();
  const reports = createReports();
  const { stir, settled } = createLull();
  const publisher = createPublisher(collected, outgoing.publish);
  const published = coalesced(publisher.publish, settled, outgoing.failed);
  const lookedAgain = coalesced(lookAgain, settled, outgoing.failed);
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
      capabilities: capabilitiesFor(client, runsCommands()),
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
  connection.onShutdown(async () => {
    const refused = refusal();
    if (refused) throw refused;
    phase = "ending";
    // What Gcore was asked to do ends by its answer, not by a broken connection.
    await ongoing.end();
  });

  wireTexts(connection, {
    texts,
    textsChanged,
    diskChanged,
    editorChanged,
    edited: reports.edited,
    closed: (uri) => {
      reports.forget(uri);
      publisher.closed(uri);
    },
    told: editor.tell,
    isWatching: () => client.registersWatchers,
  });

  wireDiagnostics(connection, answers, {
    workspace,
    texts,
    reports,
    snapshot,
    diagnosticsOf,
    settled,
    firstLook: firstLook.given,
  });
  wireFeatures(connection, answers, { client: () => client, snapshot, lensesFor });
  wireOwnRequests(connection, answers, {
    workspace,
    finder,
    snapshot,
    isFile: isOwnFile,
    lookAgain: async () => {
      await lookedAgain();
      // Whoever asks for this may have missed something.
      refresh();
    },
  });
  if (submitting) {
    const textOf = (uri: string) => files.textOf(uri);
    wireSubmit(connection, answers, submitting, {
      outcomes,
      ongoing,
      snapshot,
      isFile: isOwnFile,
      files: { folders: () => folders, textOf },
      outgoing,
      runsCommands,
    });
  }
  connection.listen();

  async function snapshot(): Promise<Snapshot> {
    return snapshotOf(await workspace.views());
  }

  async function collected(): Promise<PublishDiagnosticsParams[]> {
    const all = await snapshot();
    return all.views.flatMap((view) => {
      const { uri, version: open } = view;
      if (open === undefined) return [];
      return [{ uri, version: open, diagnostics: diagnosticsOf(view, all) }];
    });
  }

  function diagnosticsOf(view: View, all: Snapshot): Diagnostic[] {
    return [
      ...lspDiagnostics(view, all, client),
      ...outcomeDiagnostics(view, outcomes.of(view.uri)),
    ];
  }

  function lensesFor(uri: string): LensOptions {
    const canSubmit = submitting !== undefined && (client.submits || runsCommands());
    return { canSubmit: canSubmit && isOwnFile(uri), outcomes: outcomes.of(uri) };
  }

  /** Whether it is the server that runs commands: their names can be taken only once. */
  function runsCommands(): boolean {
    return submitting?.environment !== undefined && !client.submits;
  }

  function isOwnFile(uri: string): boolean {
    return isFile(folders, uri);
  }

  function editorChanged(): void {
    finder.forgetEditor();
    refresh();
  }

  function diskChanged(): void {
    void lookedAgain();
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
    if (phase === "serving" && !client.pulls) void published();
  }

  /** Something else than an open text changed. */
  function refresh(): void {
    textsChanged();
    if (phase === "serving") outgoing.refresh(client);
  }
}
