import { dirname, resolve } from "node:path";
import {
  certainlyFine,
  counted,
  type FineText,
  languageOf,
  sharingTargets,
} from "@restream-lint/core";
import { isFileError, nearestSettings, readRegularText } from "@restream-lint/files";
import { EXIT, type Io } from "./io.ts";
import type { Arguments } from "./arguments.ts";
import { isRecordsFile } from "./records/is-records-file.ts";
import { LINT } from "./options.ts";

/** What changes nothing where there is nothing to say. */
const HARMLESS = new Set([
  "color",
  "force-exclude",
  "no-config",
  "no-error-on-unmatched",
  "per-file",
  "quiet",
]);

/**
 * Lints files that there is certainly nothing to say of, without loading what it takes to say something: as most runs
 * are, in a hook before each commit. Undefined, and nothing printed, wherever that is not certain.
 */
export function lintFineFiles(args: Arguments, io: Io): number | undefined {
  const isOrdinary = LINT.options.every(({ name }) => HARMLESS.has(name) || !args.has(name));
  const paths = new Set(args.paths);
  if (!isOrdinary || paths.size === 0) return undefined;
  const texts: FineText[] = [];
  try {
    for (const path of paths) {
      const fine = fineTextIn(path, paths.size === 1, args, io);
      if (!fine) return undefined;
      texts.push(fine);
    }
  } catch (error) {
    if (!isFileError(error)) throw error;
    return undefined;
  }
  // What may be there twice, others have to look at.
  if (sharingTargets(texts).length > 0) return undefined;
  io.stdout.write(`${counted(paths.size, "file")}: no findings\n`);
  return EXIT.ok;
}

/** Whether settings name a preset at most: without a finding there is nothing to make worse. */
function isIdle(settings: string): boolean {
  return settings.length < MOST_WORDS && IDLE.test(settings);
}

const SILENT = String.raw`(?:(?:#[^\r\n]*)?\n)*`;
const IDLE = new RegExp(`^${SILENT}(?:extends: (?:recommended|strict|all)\n${SILENT})?$`);
/** Whoever has more to say than `init` writes, does say something. */
const MOST_WORDS = 10_000;

function fineTextIn(
  path: string,
  isAlone: boolean,
  args: Arguments,
  { cwd }: Io,
): FineText | undefined {
  const file = resolve(cwd, path);
  const isExcluded = args.has("force-exclude") && /[\\/](?:node_modules|\.git)[\\/]/.test(file);
  if (path === "" || path === "-" || isExcluded || isRecordsFile(path)) return undefined;
  const text = readRegularText(file);
  const settings = args.has("no-config") ? undefined : nearestSettings(dirname(file));
  if (settings !== undefined && !isIdle(readRegularText(settings))) return undefined;
  return certainlyFine(text, languageOf(path), isAlone);
}
