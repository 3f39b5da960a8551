import { byPlace, type Diagnostic } from "../diagnostic.ts";
import { type Document, parseDocument } from "../document.ts";
import { lint } from "../lint.ts";
import { MAX_FINDINGS } from "../max-findings.ts";
import type { Settings } from "../settings/settings.ts";
import { lonesIn } from "./lone.ts";
import { createIndexOf } from "./look.ts";
import type { Sheet } from "./sheet.ts";
import { judgeSparse, sparseOf } from "./sparse.ts";

/** What linting says of the text of a sheet. */
export interface LintedSheet {
  /** All that stands around the restreams, and some of them. */
  readonly document: Document;
  /** In the order of the text. */
  readonly diagnostics: () => readonly Diagnostic[];
  /** Hashes of what its targets, at least, have in common with those of another text if they are the same; each once. */
  readonly keys: () => Iterable<number>;
}

/**
 * Lints a sheet: of one that was edited, what the edit touched, and what has to do with other restreams. Undefined where
 * only the whole text will do. For settings that are idle; what is kept, is kept for the same ones. Of `few` restreams with
 * something wrong, nothing is kept.
 */
export function lintSheet(
  sheet: Sheet,
  settings: Settings = DEFAULTS,
  few?: number,
): LintedSheet | undefined {
  const lones = lonesIn(sheet, settings, few);
  const known = new Set(lones.map(({ index }) => index));
  const sparse = sparseOf(sheet, (it) => known.has(it));
  return (
    sparse && {
      document: sparse.document,
      diagnostics: () => {
        const indexOf = createIndexOf(sparse.document);
        // A part of a JSON text has the neighbours of what it is about, too.
        const others = judgeSparse(sparse, settings).diagnostics.filter(
          ({ path }) => !known.has(indexOf(path)),
        );
        const all = [...lones.flatMap((it) => it.diagnostics), ...others];
        // Of more, no rule may say all.
        return all.length > MAX_FINDINGS ? lint(wholeOf(sheet), settings) : all.toSorted(byPlace);
      },
      keys: () => new Set([...sparse.keys(), ...lones.flatMap(({ keys }) => [...keys])]),
    }
  );
}

const DEFAULTS: Settings = {};

function wholeOf({ text, cutter: { language } }: Sheet): Document {
  return parseDocument(text, { language });
}
