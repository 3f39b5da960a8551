import { join, relative, resolve, sep } from "node:path";
import { isRestreamFile } from "@restream-lint/core";
import { isExcluded } from "@restream-lint/files";
import type { Arguments } from "../arguments.ts";
import type { GitRepository } from "./git-repository.ts";
import { asArgument, type Inputs } from "../inputs.ts";
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
  repository: GitRepository,
  args: Arguments,
  io: Io,
  finder: SettingsFinder,
): string[] {
  const isForced = args.has("force-exclude");
  const named = new Set(args.paths.map((it) => resolve(io.cwd, it)));
  const files = paths.flatMap((path) => {
    const file = fileOf(path, repository, io);
    const taken = finder.isTaken(file);
    const isNamed = named.has(join(repository.top, path));
    const isLeftOut = isExcluded(path) || taken === false;
    if (isLeftOut && (isForced || !isNamed)) return [];
    return isNamed || (taken ?? isRestreamFile(path)) ? [file] : [];
  });
  return [...new Set(files)].toSorted();
}

/** A file of a repository, from its top, as the user sees it. */
export function fileOf(path: string, { top }: GitRepository, { cwd }: Pick<Io, "cwd">): string {
  return asArgument(relative(cwd, join(top, path)).split(sep).join("/"));
}
