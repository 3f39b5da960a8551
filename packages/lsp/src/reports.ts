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
  /** The client forgets what it was told of a document; it may go on showing it all the same. */
  readonly forget: (uri: string) => void;
  /** The documents of which something was said last. */
  readonly told: () => readonly string[];
}

/** Makes an account of what a client that pulls diagnostics has been told. */
export function createReports(): Reports {
  const last = new Map<string, Report>();
  let count = 0;
  return {
    forget: (uri) => {
      const known = last.get(keyOf(uri));
      if (known?.isEmpty === false) last.set(keyOf(uri), { ...known, items: "" });
      else last.delete(keyOf(uri));
    },
    told: () => Array.from(last.values()).flatMap(({ uri, isEmpty }) => (isEmpty ? [] : [uri])),
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
      last.set(keyOf(uri), { uri, id: resultId, items: written, isEmpty: items.length === 0 });
      return { kind: DocumentDiagnosticReportKind.Full, resultId, items };
    },
  };
}

interface Report {
  readonly uri: string;
  readonly id: string;
  readonly items: string;
  readonly isEmpty: boolean;
}
