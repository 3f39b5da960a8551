import { join, relative, resolve, sep } from "node:path";
import { isRestreamFile } from "@restream-lint/core";
import { isExcluded } from "@restream-lint/files";
import type { Arguments } from "../arguments.ts";
import type { GitRepository } from "./git-repository.ts";
import type { Inputs } from "../inputs.ts";
import type { Io } from "../io.ts";
import type { SettingsFiles, SettingsFinder } from "../settings.ts";

/** What git says is to be linted, in the place of all that the arguments name. */
export interface GitInputs {
  /** Where settings files are; on the disk without it. */
  readonly settings?: SettingsFiles;
  readonly inputsOf: (finder: SettingsFinder) => Inputs;
}

/** What git is asked about: a file, or all that is below a directory. */
export function pathsOf(args: Arguments): readonly string[] {
  return args.paths.length > 0 ? args.paths : ["."];
}

/** Those that would be linted if they were found in a directory, and those that are named, as the user sees them. */
export function documentsAmong(
  paths: readonly string[],
  { top }: GitRepository,
  args: Arguments,
  { cwd }: Io,
  finder: SettingsFinder,
): string[] {
  const isForced = args.has("force-exclude");
  const named = new Set(args.paths.map((it) => resolve(cwd, it)));
  const files = paths.flatMap((path) => {
    const absolute = join(top, path);
    const file = relative(cwd, absolute).split(sep).join("/");
    const taken = finder.isTaken(file);
    const isNamed = named.has(absolute);
    const isLeftOut = isExcluded(path) || taken === false;
    if (isLeftOut && (isForced || !isNamed)) return [];
    return isNamed || (taken ?? isRestreamFile(path)) ? [file] : [];
  });
  return [...new Set(files)].toSorted();
}
