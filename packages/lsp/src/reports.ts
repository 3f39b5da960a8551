import type { DocumentDiagnosticReport } from "vscode-languageserver";
import { DocumentDiagnosticReportKind } from "vscode-languageserver";
import type { Diagnostic } from "vscode-languageserver-types";
import { keyOf } from "./uris.ts";
import type { View } from "./view.ts";

/** What was reported last of each document. */
export interface Reports {
  /** The diagnostics of a document; or only that they are what they were, where the client has that report. */
  readonly reportOf: (
    view: Pick<View, "uri" | "version">,
    items: Diagnostic[],
    previous: string | undefined,
  ) => DocumentDiagnosticReport;
  readonly forget: (uri: string) => void;
}

/** Makes an account of what a client that pulls diagnostics has been told. */
export function createReports(): Reports {
  const last = new Map<string, { readonly id: string; readonly items: string }>();
  let count = 0;
  return {
    forget: (uri) => last.delete(keyOf(uri)),
    reportOf: ({ uri, version = null }, items, previous) => {
      // A client moves what it shows along with an edit, so a new version is told even of what stayed the same.
      const written = JSON.stringify([version, items]);
      const known = last.get(keyOf(uri));
      if (known?.items === written) {
        return known.id === previous
          ? { kind: DocumentDiagnosticReportKind.Unchanged, resultId: known.id }
          : { kind: DocumentDiagnosticReportKind.Full, resultId: known.id, items };
      }
      count += 1;
      const resultId = String(count);
      last.set(keyOf(uri), { id: resultId, items: written });
      return { kind: DocumentDiagnosticReportKind.Full, resultId, items };
    },
  };
}
