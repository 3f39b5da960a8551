import {
  byPlace,
  certainlyFine,
  createMask,
  type Diagnostic,
  type Document,
  isIdle,
  isRestreamDocument,
  judge,
  judgeSparse,
  lintAcross,
  type Settings,
  sharingTargets,
  sparseIn,
  targetKeysIn,
} from "@restream-lint/core";
import type { TextFile } from "./document-files.ts";
import { type Linted, LintedText } from "./linted-text.ts";
import { type FileReport, withDiagnostics } from "./report.ts";

/** Lints a document by itself. */
export function lintedOf(file: string, document: Document, settings: Settings): Linted {
  const known = {
    ...judge(document, settings),
    keys: targetKeysIn(document),
    isWhole: document.syntax.faults.length === 0,
  };
  const { text, language } = document;
  return new LintedText({ file, text, language }, settings, known, { document });
}

/** A text that there is certainly nothing to say of; it is parsed only if somebody asks for its document. */
export function lintedIfFine(textFile: TextFile, settings: Settings): Linted | undefined {
  const fine = isIdle(settings) && certainlyFine(textFile.text, textFile.language);
  if (!fine) return undefined;
  const known = {
    keys: fine.keys,
    isWhole: true,
    diagnostics: NONE,
    suppressed: 0,
    unusedIgnores: NONE,
  };
  return new LintedText(textFile, settings, known);
}

const NONE: readonly never[] = [];

/** A text of which only the restreams are parsed that something may be wrong with; undefined where that will not do. */
export function lintedIfSparse(textFile: TextFile, settings: Settings): Linted | undefined {
  const sparse = isIdle(settings) && sparseIn(textFile.text, textFile.language);
  if (!sparse || !isRestreamDocument(sparse.document)) return undefined;
  const known = {
    ...judgeSparse(sparse, settings),
    keys: sparse.keys(),
    isWhole: sparse.document.syntax.faults.length === 0,
  };
  const { file, text, language } = textFile;
  let seen: FileReport["mask"] | undefined;
  let whole: FileReport["mask"] | undefined;
  const linted: Linted = new LintedText({ file, text, language }, settings, known, {
    mask: (range) => {
      const among = sparse.rangeInSparse(range);
      return among
        ? (seen ??= createMask(sparse.document))(among)
        : (whole ??= createMask(linted.document))(range);
    },
  });
  return linted;
}

/** What there is to say of each document; of all of them together too, unless each is to be judged by itself. */
export function reportsOf(linted: readonly Linted[], isPerFile: boolean): FileReport[] {
  const together = isPerFile ? [] : sharingTargets(linted);
  const across = new Map<Document, Diagnostic[]>();
  // Mostly none share anything, and linting need not be loaded.
  for (const it of together.length === 0 ? [] : lintAcross(together)) {
    const others = across.get(it.document);
    if (others) others.push(it);
    else across.set(it.document, [it]);
  }
  if (across.size === 0) return [...linted];
  const files = new Map(together.map(({ document, file }) => [document, file]));
  const fileOf = (document: Document) => files.get(document) ?? "";
  const among = new Set(together);
  return linted.map((it) => {
    const { diagnostics } = it;
    const more = among.has(it) ? across.get(it.document) : undefined;
    const all = more ? [...diagnostics, ...more].toSorted(byPlace) : diagnostics;
    return { ...withDiagnostics(it, all), fileOf };
  });
}
