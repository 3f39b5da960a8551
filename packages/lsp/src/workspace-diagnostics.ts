import {
  type CancellationToken,
  type ResultProgressReporter,
  type WorkDoneProgressReporter,
  type WorkspaceDiagnosticParams,
  type WorkspaceDiagnosticReport,
  type WorkspaceDiagnosticReportPartialResult,
  type WorkspaceDocumentDiagnosticReport,
} from "vscode-languageserver";
import type { Diagnostic } from "vscode-languageserver-types";
import { turn } from "./lull.ts";
import type { Reports } from "./reports.ts";
import { keyOf } from "./uris.ts";
import type { View } from "./view.ts";

/** Where answers to a long request go while they are worked out. */
export interface Progress {
  readonly token: CancellationToken;
  readonly work: WorkDoneProgressReporter;
  readonly partial: ResultProgressReporter<WorkspaceDiagnosticReportPartialResult> | undefined;
}

/** So many documents are linted before the client is heard again. */
const AT_ONCE = 20;

/** What there is to say of every document of the workspace; of some at a time, where the client takes that. */
export async function workspaceDiagnostics(
  { previousResultIds }: WorkspaceDiagnosticParams,
  views: readonly View[],
  diagnosticsOf: (view: View) => Diagnostic[],
  reports: Reports,
  { token, work, partial }: Progress,
): Promise<WorkspaceDiagnosticReport> {
  const previous = new Map(previousResultIds.map(({ uri, value }) => [keyOf(uri), value]));
  const rest: WorkspaceDocumentDiagnosticReport[] = [];
  work.begin("Linting restreams", 0);
  for (let at = 0; at < views.length && !token.isCancellationRequested; at += AT_ONCE) {
    const items = views.slice(at, at + AT_ONCE).map(reportOf);
    if (partial) partial.report({ items });
    else rest.push(...items);
    work.report(Math.round((100 * at) / views.length));
    await turn();
  }
  if (!token.isCancellationRequested) rest.push(...gone());
  work.done();
  return { items: rest };

  function reportOf(view: View): WorkspaceDocumentDiagnosticReport {
    const { uri, version = null } = view;
    const report = reports.reportOf(uri, diagnosticsOf(view), previous.get(keyOf(uri)));
    return { ...report, uri, version };
  }

  /** Of what was reported, and is no document any more, there is nothing to say. */
  function gone(): WorkspaceDocumentDiagnosticReport[] {
    const known = new Set(views.map(({ uri }) => keyOf(uri)));
    return previousResultIds
      .filter(({ uri }) => !known.has(keyOf(uri)))
      .map(({ uri }) => ({ ...reports.reportOf(uri, [], undefined), uri, version: null }));
  }
}
