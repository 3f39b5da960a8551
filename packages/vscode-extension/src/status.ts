import {
  commands,
  type Disposable,
  DiagnosticSeverity,
  type Event,
  languages,
  LanguageStatusSeverity,
  type LanguageStatusItem,
  type TextDocument,
  Uri,
  window,
  workspace,
} from "vscode";
import { type BaseLanguageClient, State } from "vscode-languageclient";
import { STATUS, type Status, type StatusParams } from "@restream-lint/lsp/protocol";
import { LANGUAGES } from "./client-options.ts";
import { latestOnly } from "./latest-only.ts";
import type { MaskedLog } from "./masked-log.ts";
import { counted, statusWords } from "./status-words.ts";

/** What is shown of the document that is being looked at. */
export interface StatusShown extends Disposable {
  /** Asks the server what it makes of it; undefined where there is no document, or no answer. */
  readonly ask: () => Promise<Status | undefined>;
}

/** Shows, beside the language of a document, whether it is one of ours, what is in it and what is wrong with it. */
export function showStatus(
  client: BaseLanguageClient,
  onTold: Event<void>,
  log: MaskedLog,
): StatusShown {
  const item = languages.createLanguageStatusItem("restream-lint", [...LANGUAGES]);
  item.name = "restream-lint";
  const ask = async () => {
    const document = window.activeTextEditor?.document;
    return document && client.isRunning() ? statusOf(client, document) : undefined;
  };
  const update = latestOnly(async () => {
    const status = await ask();
    show(item, client, status);
    await commands.executeCommand("setContext", "restream-lint.kind", status?.kind ?? undefined);
  }, log.failed);
  const isShown = (uri: Uri) => uri.toString() === window.activeTextEditor?.document.uri.toString();
  const subscriptions = [
    client.onDidChangeState(update),
    window.onDidChangeActiveTextEditor(update),
    // Not before the server knows of it.
    onTold(update),
    languages.onDidChangeDiagnostics(({ uris }) => {
      if (uris.some(isShown)) update();
    }),
  ];
  update();
  return {
    ask,
    dispose: () => {
      for (const it of [item, ...subscriptions]) it.dispose();
    },
  };
}

async function statusOf(
  client: BaseLanguageClient,
  { uri }: TextDocument,
): Promise<Status | undefined> {
  const params: StatusParams = {
    textDocument: { uri: client.code2ProtocolConverter.asUri(uri) },
  };
  try {
    return await client.sendRequest<Status>(STATUS, params);
  } catch {
    // It is just ending, or starting; the next change of its state asks again.
    return undefined;
  }
}

function show(
  item: LanguageStatusItem,
  client: BaseLanguageClient,
  status: Status | undefined,
): void {
  const document = window.activeTextEditor?.document;
  const isStopped = client.state !== State.Running && client.state !== State.Starting;
  item.busy = client.state === State.Starting;
  item.severity = isStopped ? LanguageStatusSeverity.Error : LanguageStatusSeverity.Information;
  const words = statusWords({
    version: client.initializeResult?.serverInfo?.version,
    phase: isStopped ? "stopped" : item.busy ? "starting" : "running",
    status,
    settingsFile: status?.settings
      ? workspace.asRelativePath(Uri.parse(status.settings))
      : undefined,
    found: document ? foundIn(document) : undefined,
  });
  item.text = words.text;
  item.detail = words.detail;
  item.command = isStopped
    ? { title: "Restart", command: "restream-lint.restart" }
    : { title: "Settings File", command: "restream-lint.openSettings" };
}

/** How much there is to say of a document, by severity. */
function foundIn({ uri }: TextDocument): string {
  const ours = languages.getDiagnostics(uri).filter(({ source }) => source === "restream-lint");
  const of = (severity: DiagnosticSeverity) => ours.filter((it) => it.severity === severity).length;
  return counted({
    error: of(DiagnosticSeverity.Error),
    warning: of(DiagnosticSeverity.Warning),
    info: of(DiagnosticSeverity.Information),
  });
}
