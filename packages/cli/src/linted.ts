import {
  byPlace,
  createMask,
  type Diagnostic,
  type DiagnosticIn,
  type Document,
  type Judgement,
  lintAcross,
  type Settings,
} from "@restream-lint/core";
import { createMarks } from "./marks.ts";
import type { FileReport } from "./report.ts";

/** A document that was linted by itself. */
export interface Linted extends Judgement {
  /** As the user named it, or below the directory that they named. */
  readonly file: string;
  readonly document: Document;
  readonly settings: Settings;
}

/** What there is to say of each document; of all of them together too, unless each is to be judged by itself. */
export function reportsOf(linted: readonly Linted[], isPerFile: boolean): FileReport[] {
  const across = isPerFile ? [] : lintAcross(linted);
  const byDocument = new Map<Document, DiagnosticIn[]>();
  for (const it of across) {
    const others = byDocument.get(it.document);
    if (others) others.push(it);
    else byDocument.set(it.document, [it]);
  }
  const fileOf = (document: Document) => linted.find((it) => it.document === document)?.file ?? "";
  return linted.map((it) => reportOf(it, byDocument.get(it.document) ?? [], fileOf));
}

function reportOf(
  { file, document, diagnostics, suppressed }: Linted,
  across: readonly Diagnostic[],
  fileOf: FileReport["fileOf"],
): FileReport {
  let mask: FileReport["mask"] | undefined;
  let markOf: FileReport["markOf"] | undefined;
  const all = across.length === 0 ? diagnostics : [...diagnostics, ...across].toSorted(byPlace);
  return {
    file,
    text: document.text,
    diagnostics: all,
    suppressed,
    mask(range) {
      mask ??= createMask(document);
      return mask(range);
    },
    markOf(diagnostic) {
      markOf ??= createMarks(document);
      return markOf(diagnostic);
    },
    fileOf,
  };
}
