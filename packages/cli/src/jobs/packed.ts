import {
  createTextMask,
  languageOf,
  type Range,
  type Settings,
  shownIn,
} from "@restream-lint/core";
import { type Linted, LintedText } from "../linted-text.ts";
import { createMarks, type Names, namesIn } from "../marks.ts";

/** What a document that was linted comes down to, as JSON can hold it: to send the document itself would take longer than to lint it. */
export interface Packed extends Pick<Linted, "text" | "isWhole" | "diagnostics" | "suppressed"> {
  readonly keys: readonly number[];
  /** By their places among the settings': another thread has others that say the same. */
  readonly unusedIgnores: readonly number[];
  /** What printing takes; nothing is printed of most documents. */
  readonly printing?: Printing;
}

interface Printing {
  readonly restreams: number;
  readonly names: Names;
  /** Where what may be shown begins and ends, in turn. */
  readonly shown: readonly number[];
}

/** Packs what linting a document came to. */
export function packed(linted: Linted): Packed {
  const { text, isWhole, keys, settings, diagnostics, suppressed, unusedIgnores } = linted;
  return {
    text,
    isWhole,
    keys: [...keys],
    diagnostics,
    suppressed,
    unusedIgnores: unusedIgnores.map((it) => settings.ignore?.indexOf(it) ?? -1),
    ...(diagnostics.length > 0 && { printing: printingOf(linted) }),
  };
}

function printingOf({ document }: Linted): Printing {
  return {
    restreams: document.restreams.length,
    names: namesIn(document),
    shown: shownIn(document).flatMap(({ start, end }) => [start, end]),
  };
}

/** Unpacks it under the same settings. */
export function unpacked(file: string, it: Packed, settings: Settings): Linted {
  const { text, isWhole, diagnostics, suppressed, printing } = it;
  const unusedIgnores = it.unusedIgnores.flatMap((index) => settings.ignore?.[index] ?? []);
  const known = { isWhole, diagnostics, suppressed, unusedIgnores, keys: it.keys };
  const textFile = { file, text, language: languageOf(file) };
  if (!printing) return new LintedText(textFile, settings, known);
  let mask: Linted["mask"] | undefined;
  let markOf: Linted["markOf"] | undefined;
  return new LintedText(textFile, settings, known, {
    restreams: printing.restreams,
    mask(range) {
      mask ??= createTextMask(text, rangesOf(printing.shown));
      return mask(range);
    },
    markOf(diagnostic) {
      markOf ??= createMarks(printing.names);
      return markOf(diagnostic);
    },
  });
}

function rangesOf(shown: readonly number[]): Range[] {
  return Array.from({ length: shown.length / 2 }, (_, index) => ({
    start: shown[index * 2] ?? 0,
    end: shown[index * 2 + 1] ?? 0,
  }));
}
