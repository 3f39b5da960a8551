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

/** What the answer is made of. */
export interface Answering {
  readonly views: readonly View[];
  readonly diagnosticsOf: (view: View) => Diagnostic[];
  /** Whether a view is still that of its text: of a newer one, the client asks by itself. */
  readonly isCurrent: (view: View) => boolean;
  readonly reports: Reports;
}

/** What there is to say of every document of the workspace; of some at a time, where the client takes that. */
export async function workspaceDiagnostics(
  { previousResultIds }: WorkspaceDiagnosticParams,
  { views, diagnosticsOf, isCurrent, reports }: Answering,
  { token, work, partial }: Progress,
): Promise<WorkspaceDiagnosticReport> {
  const previous = new Map(previousResultIds.map(({ uri, value }) => [keyOf(uri), value]));
  const rest: WorkspaceDocumentDiagnosticReport[] = [];
  work.begin("Linting restreams", 0);
  try {
    for (let at = 0; at < views.length && !token.isCancellationRequested; at += AT_ONCE) {
      const items = views
        .slice(at, at + AT_ONCE)
        .filter(isCurrent)
        .map(reportOf);
      if (partial) partial.report({ items });
      else rest.push(...items);
      work.report(Math.round((100 * at) / views.length));
      await turn();
    }
    if (!token.isCancellationRequested) rest.push(...gone());
  } finally {
    work.done();
  }
  return { items: rest };

  function reportOf(view: View): WorkspaceDocumentDiagnosticReport {
    const { uri, version = null } = view;
    const id = previous.get(keyOf(uri));
    return { ...reports.reportOf(view, diagnosticsOf(view), id), uri, version };
  }

  /** Of what was reported, and is no document any more, there is nothing to say; that is said once. */
  function gone(): WorkspaceDocumentDiagnosticReport[] {
    const known = new Set(views.map(({ uri }) => keyOf(uri)));
    // A client that has closed a document names it no more, and shows what it was told of it.
    const told = [...previousResultIds.map(({ uri }) => uri), ...reports.told()];
    const once = new Map(told.map((uri) => [keyOf(uri), uri]));
    return Array.from(once).flatMap(([key, uri]) => {
      if (known.has(key)) return [];
      const report = reports.reportOf({ uri, version: undefined }, [], previous.get(key));
      return report.kind === "unchanged" ? [] : [{ ...report, uri, version: null }];
    });
  }
}
