import { resolve } from "node:path";
import { languageOf } from "@restream-lint/core";
import { isFileError, readRegularText } from "@restream-lint/files";
import { argumentsOf } from "../arguments.ts";
import { documentFileOf, isRestream } from "../document-files.ts";
import { isUsageError } from "../errors.ts";
import type { Linted } from "../linted-text.ts";
import { lintedIfFine, lintedOf } from "../linted.ts";
import { type Packed, packed } from "./packed.ts";
import { createSettingsFinder, type SettingsFinder } from "../settings.ts";

/** What threads work on together, each with a copy. */
export interface Work {
  /** As the user named them, or below the directories that they named. */
  readonly files: readonly string[];
  /** How many a thread takes at a time. */
  readonly batch: number;
  /** The first that no thread has taken: memory that all threads share. */
  readonly next: Int32Array;
  readonly cwd: string;
  /** The options that were given, with their values. */
  readonly options: ReadonlyMap<string, readonly string[]>;
}

/** What came of files that stand one after the other; null where a file is left to be linted in its turn. */
export interface Share {
  readonly start: number;
  readonly packed: readonly (Packed | null)[];
}

/** Lints one batch of files after the other, until the threads together have taken all. */
export async function lintShare(
  work: Work,
  take: (share: Share) => void | Promise<void>,
): Promise<void> {
  const { files, batch, next, cwd, options } = work;
  const finder = await createSettingsFinder(argumentsOf([], options), { cwd });
  for (;;) {
    const start = Atomics.add(next, 0, batch);
    if (start >= files.length) return;
    const linted = files
      .slice(start, start + batch)
      .map((file) => lintedIfOrdinary(file, finder, cwd));
    await take({ start, packed: linted.map((it) => (it ? packed(it) : null)) });
  }
}

/** Undefined where there is something to say besides findings: who comes to the file in its turn says it. */
function lintedIfOrdinary(file: string, finder: SettingsFinder, cwd: string): Linted | undefined {
  const path = resolve(cwd, file);
  try {
    // Of a pipe, nobody could read again.
    const text = readRegularText(path);
    const settings = finder.settingsOf(file);
    if (!settings) return undefined;
    const textFile = { file, path, text, language: languageOf(file) };
    const fine = lintedIfFine(textFile, settings);
    if (fine) return fine;
    const found = documentFileOf(textFile);
    return isRestream(found, finder) ? lintedOf(file, found.document, settings) : undefined;
  } catch (error) {
    if (!isFileError(error) && !isUsageError(error)) throw error;
    return undefined;
  }
}
