import { statSync } from "node:fs";
import { relative, resolve } from "node:path";
import { counted, redactUri } from "@restream-lint/core";
import { type Found, isExcluded, isFileError } from "@restream-lint/files";
import { UsageError } from "./errors.ts";
import { identityOf } from "./identity.ts";
import type { Io } from "./io.ts";
import { reasonOf } from "./reason-of.ts";
import type { Arguments } from "./arguments.ts";
import { COMMANDS } from "./options.ts";
import { printable } from "./printable.ts";
import { isRecordsFile, ONLY_STREAMED } from "./records/is-records-file.ts";
import type { SettingsFinder } from "./settings.ts";

/** Standard input, as an argument. */
export const STDIN = "-";

/** A file that was found, as an argument would name it: `-` alone is standard input. */
export function asArgument(file: string): string {
  return file === STDIN ? `./${file}` : file;
}

/** The files to lint, and whether something that was named could not be looked at. */
export interface Inputs {
  /** Paths from the working directory, or `-`; each once. */
  readonly files: readonly string[];
  readonly failed: boolean;
  /** The directories that were searched, absolute. */
  readonly searched: readonly string[];
  /** Those that a search found, which are regular files. */
  readonly found?: ReadonlySet<string>;
  /** The texts of those that are not to be read from the disk. */
  readonly texts?: ReadonlyMap<string, string>;
}

/** Finds the files that the arguments name: files as they are, directories and patterns searched. */
export async function inputsOf(args: Arguments, io: Io, finder: SettingsFinder): Promise<Inputs> {
  if (args.has("stdin-filename") && !args.paths.includes(STDIN))
    throw new UsageError(
      "--stdin-filename says what standard input is called, and nothing reads it: add - to the paths",
    );
  const files = new Map<string, string>();
  const searchedFor = new Set<string>();
  // What is found by one search, is found once.
  const keyOf = (file: string) =>
    file === STDIN || args.paths.length < 2 ? file : identityOf(resolve(io.cwd, file));
  const searched: string[] = [];
  const unsure: string[] = [];
  let failed = false;
  for (const path of args.paths.length > 0 ? args.paths : ["."]) {
    try {
      const found = await filesOf(path, args, io, finder, searched);
      unsure.push(...found.unsure);
      for (const file of path === STDIN ? [STDIN] : found.files.map(asArgument)) {
        const isLeftOut = args.has("force-exclude") && isLeftOutOf(finder, file);
        if (isLeftOut) continue;
        const key = keyOf(file);
        if (isRecordsFile(file)) {
          failed = true;
          io.stderr.write(`restream-lint: ${printable(file)}: ${ONLY_STREAMED}\n`);
        } else if (!files.has(key)) {
          files.set(key, file);
          if (found.isSearched) searchedFor.add(file);
        }
      }
      for (const [folder, error] of found.unread) {
        failed = true;
        const shown = printable(relative(io.cwd, folder) || ".");
        io.stderr.write(`restream-lint: ${shown}: ${reasonOf(error)}\n`);
      }
      for (const [file, isLink] of found.special) {
        const reason = isLink ? "a symbolic link is not followed: name it" : "not a regular file";
        const shown = printable(relative(io.cwd, file));
        io.stderr.write(`restream-lint: ${shown}: left out: ${reason}\n`);
      }
    } catch (error) {
      if (!isFileError(error)) throw error;
      failed = true;
      // An address in the place of a path may hold a secret, and CI keeps what is printed.
      const shown = isAddress(path) ? redactUri(path) : path;
      io.stderr.write(`restream-lint: ${printable(shown)}: ${await explained(path, error)}\n`);
    }
  }
  if (unsure.length > 0) {
    io.stderr.write(
      `restream-lint: left out: .gitignore names ${counted(unsure.length, "document")}, and git cannot be asked which it tracks: name what is meant, or add --no-ignore\n`,
    );
  }
  return { files: [...files.values()], failed, searched, found: searchedFor };
}

/** What a path stands for; `unsure` is what git might track, and is left out. */
interface FilesOf extends Pick<Found, "files" | "unread" | "special"> {
  readonly unsure: readonly string[];
  readonly isSearched: boolean;
}

async function filesOf(
  path: string,
  args: Arguments,
  io: Io,
  finder: SettingsFinder,
  searched: string[],
): Promise<FilesOf> {
  const { cwd, env } = io;
  const asNamed = { files: [path], unread: [], special: [], unsure: [], isSearched: false };
  if (path === STDIN) return asNamed;
  if (path === "") throw new UsageError("a path cannot be empty");
  const stats = statSync(resolve(cwd, path), { throwIfNoEntry: false });
  if (stats && !stats.isDirectory()) return asNamed;
  const { filesIn, filesMatching } = await import("./search.ts");
  if (stats) {
    searched.push(resolve(cwd, path));
    const globsFor = (folder: string) => {
      const source = finder.sourceFor(folder);
      return source && { folder: source.folder, globs: source.parsed.settings?.files ?? [] };
    };
    const found = filesIn(path, cwd, globsFor, args.has("no-ignore") ? undefined : env);
    const isMeant = (file: string) => finder.isTaken(file) !== false;
    const ignored = found.ignored.filter(isMeant);
    const files = found.files.filter(isMeant);
    // Starting git takes longer than all the rest.
    if (ignored.length === 0) return { ...found, files, unsure: [], isSearched: true };
    const { trackedAmong } = await import("./git/git-tracked.ts");
    const tracked = trackedAmong(ignored, io);
    const both = [...files, ...tracked.files].toSorted();
    return { ...found, files: both, unsure: tracked.unknown, isSearched: true };
  }
  const matching = isAddress(path) ? undefined : filesMatching(path, cwd);
  if (matching) return { ...matching, unsure: [], isSearched: true };
  throw Object.assign(new Error("no such file"), { code: "ENOENT" });
}

/** Whether a path leads through a folder that is never searched, or the settings leave it out. */
function isLeftOutOf(finder: SettingsFinder, path: string): boolean {
  return isExcluded(path) || (path !== STDIN && finder.isTaken(path) === false);
}

function isAddress(path: string): boolean {
  return path.includes("://");
}

/** Why a path could not be read; a missing one may be a misspelt command. */
async function explained(path: string, error: unknown): Promise<string> {
  const reason = reasonOf(error);
  if ((error as NodeJS.ErrnoException).code !== "ENOENT") return reason;
  if (isAddress(path)) return `${reason}; to take an address apart: restream-lint uri`;
  const { closest } = await import("./closest.ts");
  const names = COMMANDS.map(({ name }) => name).filter((name) => name !== "");
  const meant = /^[a-z]+$/.test(path) ? closest(path, names) : undefined;
  return meant === undefined ? reason : `${reason}; did you mean the command "${meant}"?`;
}
