import {
  byPlace,
  certainlyFine,
  createMask,
  type Diagnostic,
  type Document,
  judge,
  type Judgement,
  lintAcross,
  parseDocument,
  type Settings,
  targetKeysIn,
} from "@restream-lint/core";
import type { TextFile } from "./document-files.ts";
import { createMarks } from "./marks.ts";
import type { FileReport } from "./report.ts";

/** A document that was linted by itself. */
export interface Linted extends Judgement {
  /** As the user named it, or below the directory that they named. */
  readonly file: string;
  readonly text: string;
  readonly document: Document;
  readonly settings: Settings;
  /** What its targets have in common with those of another document if they are the same. */
  readonly keys: ReadonlySet<string>;
}

/** Lints a document by itself. */
export function lintedOf(file: string, document: Document, settings: Settings): Linted {
  const { text } = document;
  const keys = targetKeysIn(document);
  return { file, text, document, settings, keys, ...judge(document, settings) };
}

/** A text that there is certainly nothing to say of; it is parsed only if somebody asks for its document. */
export function lintedIfFine(
  { file, text, language }: TextFile,
  settings: Settings,
): Linted | undefined {
  if (!isIdle(settings)) return undefined;
  const fine = certainlyFine(text, language);
  let document: Document | undefined;
  return (
    fine && {
      file,
      text,
      get document() {
        return (document ??= parseDocument(text, { language }));
      },
      settings,
      keys: fine.keys,
      diagnostics: [],
      suppressed: 0,
      unusedIgnores: [],
    }
  );
}

/** Whether settings find nothing where there is nothing: at most they judge findings otherwise. */
function isIdle({ targets = [], ignore = [], latencyUnit, network }: Settings): boolean {
  return targets.length === 0 && ignore.length === 0 && !latencyUnit && !network;
}

/** What there is to say of each document; of all of them together too, unless each is to be judged by itself. */
export function reportsOf(linted: readonly Linted[], isPerFile: boolean): FileReport[] {
  const together = isPerFile ? [] : sharingTargets(linted);
  const across = new Map<Document, Diagnostic[]>();
  for (const it of lintAcross(together)) {
    const others = across.get(it.document);
    if (others) others.push(it);
    else across.set(it.document, [it]);
  }
  const fileOf = (document: Document) =>
    together.find((it) => it.document === document)?.file ?? "";
  const among = new Set(together);
  return linted.map((it) => reportOf(it, (among.has(it) && across.get(it.document)) || [], fileOf));
}

/** Those that may have a target in common with another one: all that documents can be judged by together. */
function sharingTargets(linted: readonly Linted[]): readonly Linted[] {
  const once = new Set<string>();
  const again = new Set<string>();
  for (const { keys } of linted) for (const key of keys) (once.has(key) ? again : once).add(key);
  return again.size === 0
    ? []
    : linted.filter(({ keys }) => [...keys].some((key) => again.has(key)));
}

function reportOf(
  it: Linted,
  across: readonly Diagnostic[],
  fileOf: FileReport["fileOf"],
): FileReport {
  const { file, text, diagnostics, suppressed } = it;
  let mask: FileReport["mask"] | undefined;
  let markOf: FileReport["markOf"] | undefined;
  const all = across.length === 0 ? diagnostics : [...diagnostics, ...across].toSorted(byPlace);
  return {
    file,
    text,
    diagnostics: all,
    suppressed,
    mask(range) {
      mask ??= createMask(it.document);
      return mask(range);
    },
    markOf(diagnostic) {
      markOf ??= createMarks(it.document);
      return markOf(diagnostic);
    },
    fileOf,
  };
}
