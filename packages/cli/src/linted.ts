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
  type Judgement,
  lintAcross,
  parseDocument,
  type Settings,
  sharingTargets,
  sparseIn,
  targetKeysIn,
} from "@restream-lint/core";
import type { TextFile } from "./document-files.ts";
import { createMarks, namesIn } from "./marks.ts";
import type { FileReport } from "./report.ts";

/** A document that was linted by itself. */
export interface Linted extends Judgement, Pick<FileReport, "file" | "text" | "mask" | "markOf"> {
  /** Is parsed when somebody asks for it, where linting did not take that. */
  readonly document: Document;
  readonly settings: Settings;
  /** What its targets have in common with those of another document if they are the same. */
  readonly keys: Iterable<string>;
  readonly restreams: number;
  /** Whether no part of its text is beyond reading. */
  readonly isWhole: boolean;
}

/** Lints a document by itself. */
export function lintedOf(file: string, document: Document, settings: Settings): Linted {
  return {
    file,
    text: document.text,
    document,
    settings,
    keys: targetKeysIn(document),
    restreams: document.restreams.length,
    isWhole: document.syntax.faults.length === 0,
    ...judge(document, settings),
    ...printingOf(() => document),
  };
}

/** What printing takes of a document: worked out when it is asked for, since few are. */
function printingOf(documentOf: () => Document): Pick<FileReport, "mask" | "markOf"> {
  let mask: FileReport["mask"] | undefined;
  let markOf: FileReport["markOf"] | undefined;
  return {
    mask(range) {
      mask ??= createMask(documentOf());
      return mask(range);
    },
    markOf(diagnostic) {
      markOf ??= createMarks(namesIn(documentOf()));
      return markOf(diagnostic);
    },
  };
}

/** A text that there is certainly nothing to say of; it is parsed only if somebody asks for its document. */
export function lintedIfFine(
  { file, text, language }: TextFile,
  settings: Settings,
): Linted | undefined {
  if (!isIdle(settings)) return undefined;
  const fine = certainlyFine(text, language);
  return (
    fine &&
    unparsedOf({ file, text, language }, settings, {
      keys: fine.keys,
      isWhole: true,
      diagnostics: [],
      suppressed: 0,
      unusedIgnores: [],
    })
  );
}

/** A text of which only the restreams are parsed that something may be wrong with; undefined where that will not do. */
export function lintedIfSparse(
  { file, text, language }: TextFile,
  settings: Settings,
): Linted | undefined {
  if (!isIdle(settings) || language !== "yaml") return undefined;
  const sparse = sparseIn(text);
  if (!sparse || !isRestreamDocument(sparse.document)) return undefined;
  const known = {
    ...judgeSparse(sparse, settings),
    keys: sparse.keys(),
    isWhole: sparse.document.syntax.faults.length === 0,
  };
  const [seen, whole] = [printingOf(() => sparse.document), printingOf(() => linted.document)];
  const linted: Linted = unparsedOf({ file, text, language }, settings, known, {
    mask: (range) => {
      const among = sparse.rangeInSparse(range);
      return among ? seen.mask(among) : whole.mask(range);
    },
  });
  return linted;
}

/** A text of which it is known what linting says; it is parsed only if somebody asks for more. */
export function unparsedOf(
  { file, text, language }: Pick<TextFile, "file" | "text" | "language">,
  settings: Settings,
  known: Judgement & Pick<Linted, "keys" | "isWhole">,
  more: Partial<Pick<Linted, "restreams" | "mask" | "markOf">> = {},
): Linted {
  let document: Document | undefined;
  const documentOf = (): Document => (document ??= parseDocument(text, { language }));
  return {
    file,
    text,
    settings,
    get document() {
      return documentOf();
    },
    get restreams() {
      return documentOf().restreams.length;
    },
    ...known,
    ...printingOf(documentOf),
    ...more,
  };
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
  const fileOf = (document: Document) =>
    together.find((it) => it.document === document)?.file ?? "";
  const among = new Set(together);
  return linted.map((it) => reportOf(it, (among.has(it) && across.get(it.document)) || [], fileOf));
}

function reportOf(
  it: Linted,
  across: readonly Diagnostic[],
  fileOf: FileReport["fileOf"],
): FileReport {
  const { file, text, diagnostics, suppressed, mask, markOf } = it;
  const all = across.length === 0 ? diagnostics : [...diagnostics, ...across].toSorted(byPlace);
  return { file, text, diagnostics: all, suppressed, mask, markOf, fileOf };
}
