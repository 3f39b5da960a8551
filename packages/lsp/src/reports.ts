import type {
  DocumentDiagnosticReport,
  TextDocumentContentChangeEvent,
} from "vscode-languageserver";
import { DocumentDiagnosticReportKind } from "vscode-languageserver";
import type { Diagnostic, Range } from "vscode-languageserver-types";
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
  /** A document is edited: what its client shows moves along, and may not be what it was told any more. */
  readonly edited: (uri: string, changes: readonly TextDocumentContentChangeEvent[]) => void;
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
    edited: (uri, changes) => {
      const known = last.get(keyOf(uri));
      if (known?.ranges.some((range) => changes.some((change) => mayMove(range, change))))
        forget(uri);
    },
    forget,
    told: () => Array.from(last.values()).flatMap((it) => (it.ranges.length === 0 ? [] : [it.uri])),
    reportOf: ({ uri, version }, items, previous) => {
      // Of what is opened, a client may keep another account than of what is on disk.
      const written = JSON.stringify([version === undefined, items]);
      const known = last.get(keyOf(uri));
      if (known?.written === written) {
        return known.id === previous
          ? { kind: DocumentDiagnosticReportKind.Unchanged, resultId: known.id }
          : { kind: DocumentDiagnosticReportKind.Full, resultId: known.id, items };
      }
      count += 1;
      const resultId = String(count);
      const ranges = items.map(({ range }) => range);
      last.set(keyOf(uri), { uri, id: resultId, written, ranges });
      return { kind: DocumentDiagnosticReportKind.Full, resultId, items };
    },
  };

  function forget(uri: string): void {
    const known = last.get(keyOf(uri));
    if (known && known.ranges.length > 0) last.set(keyOf(uri), { ...known, written: "" });
    else last.delete(keyOf(uri));
  }
}

interface Report {
  readonly uri: string;
  readonly id: string;
  /** Its diagnostics as JSON; empty where the client may show others. */
  readonly written: string;
  readonly ranges: readonly Range[];
}

/** Whether a change touches a line of a range, or moves it. */
function mayMove({ start, end }: Range, change: TextDocumentContentChangeEvent): boolean {
  if (!("range" in change)) return true;
  const lines = [change.range.start.line, change.range.end.line];
  const [first, last] = [Math.min(...lines), Math.max(...lines)];
  const isMoving = change.text.split(/\r\n?|\n/).length !== last - first + 1;
  return end.line >= first && (isMoving || start.line <= last);
}
