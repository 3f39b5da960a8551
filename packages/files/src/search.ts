import { type Dirent, readdirSync, realpathSync, statSync } from "node:fs";
import { join, relative, resolve, sep } from "node:path";
import { isRestreamFile } from "@restream-lint/core";
import { globSync, isDynamicPattern } from "tinyglobby";
import { EXCLUDED } from "./excluded.ts";
import type { GitEnvironment } from "./git-excludes.ts";
import { createGitIgnore, type GitIgnore } from "./git-ignore.ts";
import { searchNamed } from "./named-search.ts";
import { isFileError } from "./read-text.ts";

/** What a search came to. */
export interface Found {
  /** Paths from the working directory, in a stable order. */
  readonly files: readonly string[];
  /** The folders that could not be looked into, absolute, with what `fs` said; and such `.gitignore` files. */
  readonly unread: readonly (readonly [folder: string, error: unknown])[];
  /** What is called as documents are and is none of their files, absolute: links that lead to another one, pipes, devices. */
  readonly special: readonly (readonly [path: string, isLink: boolean])[];
  /** The folders that were looked into, absolute. */
  readonly folders: readonly string[];
  /** The documents that git's rules leave out, as `files`: not those in folders that they leave out. Git may track them. */
  readonly ignored: readonly string[];
}

/** What settings say of the files that belong to them. */
export interface Globs {
  /** Absolute: what the globs are counted from. */
  readonly folder: string;
  readonly globs: readonly string[];
}

/**
 * The restream documents of a directory, by their names or by what settings say that hold in it, in a stable order, as
 * paths from the working directory; without those that git ignores, where an environment says who asks.
 */
export function filesIn(
  directory: string,
  cwd: string,
  settingsFor: (folder: string) => Globs | undefined,
  env?: GitEnvironment,
): Found {
  const within = resolve(cwd, directory);
  const unreadRules: (readonly [string, unknown])[] = [];
  const git = env && createGitIgnore(within, env, (...it) => unreadRules.push(it));
  const { found: named, settled, unread, special, folders: searched } = searchNamed(within, git);
  const added = Array.from(new Set([within, ...settled])).flatMap((folder) =>
    addedBy(settingsFor(folder), within, git),
  );
  const prefix = directory === "." ? "" : `${directory.replace(/\/+$/, "")}/`;
  const all = new Set([...named, ...added]);
  // `join` looks at each character.
  const start = join(within, sep);
  const pathOf = (file: string) => start + (sep === "/" ? file : file.replaceAll("/", sep));
  const isIgnored = (file: string) => git?.ignores(pathOf(file)) === true;
  const shown = (some: readonly string[]) => some.map((it) => `${prefix}${it}`).toSorted(byName);
  const ignored = [...all].filter(isIgnored);
  const left = new Set(ignored);
  const files = [...all].filter((it) => !left.has(it));
  return {
    files: shown(files),
    unread: [...unread, ...unreadRules],
    special: withoutLinksTo(() => files.map(pathOf), special),
    folders: searched,
    ignored: shown(ignored),
  };
}

/** The files in a folder that settings add to those that are restream documents by their names. */
function addedBy(
  settings: Globs | undefined,
  within: string,
  git: GitIgnore | undefined,
): string[] {
  const globs = settings?.globs.filter((glob) => !glob.startsWith("!")) ?? [];
  if (!settings || globs.length === 0) return [];
  const patterns = globs.map((glob) => (glob.includes("/") ? glob : `**/${glob}`));
  const { found } = search(patterns, { cwd: settings.folder, absolute: true }, git);
  return found
    .map((file) => relative(within, file).split(sep).join("/"))
    .filter((file) => !file.startsWith("../"));
}

/** The files that a pattern matches, in a stable order; undefined if the text is no pattern. */
export function filesMatching(pattern: string, cwd: string): Found | undefined {
  if (!isDynamicPattern(pattern)) return undefined;
  const { found, special, ...others } = search([pattern], { cwd });
  const files = found.toSorted(byName);
  const left = withoutLinksTo(() => files.map((it) => resolve(cwd, it)), special);
  return { ...others, files, special: left, ignored: [] };
}

/** What a search by patterns came to. */
interface Searched extends Pick<Found, "unread" | "special" | "folders"> {
  readonly found: readonly string[];
}

/** Searches for what patterns say. */
function search(patterns: readonly string[], where: Where, git?: GitIgnore): Searched {
  const special = new Map<string, boolean>();
  const found: string[] = [];
  const left: (readonly [string, boolean])[] = [];
  const { matching, ...others } = walk(patterns, where, git, (folder, entries) =>
    entries.map((it) => {
      if (!isSpecial(it) || !isRestreamFile(it.name)) return it;
      special.set(join(folder, it.name), it.isSymbolicLink());
      return asFile(it);
    }),
  );
  for (const file of matching) {
    const path = resolve(where.cwd, file);
    const isLink = special.get(path);
    if (isLink === undefined) found.push(file);
    else left.push([path, isLink]);
  }
  return { found, special: left, ...others };
}

interface Where {
  readonly cwd: string;
  readonly absolute?: boolean;
}

/** Walks as tinyglobby does, which passes over what it cannot look into; `see` says what it gets to see of a folder. */
function walk(
  patterns: readonly string[],
  where: Where,
  git: GitIgnore | undefined,
  see: (folder: string, entries: readonly Dirent[]) => readonly Dirent[],
): Pick<Found, "unread" | "folders"> & { readonly matching: readonly string[] } {
  const unread: (readonly [string, unknown])[] = [];
  const folders: string[] = [];
  const read = (folder: string, options: { withFileTypes: true }): readonly Dirent[] => {
    try {
      const entries = readdirSync(folder, options);
      const path = resolve(folder);
      folders.push(path);
      return see(path, git ? git.enter(folder, entries) : entries);
    } catch (error) {
      unread.push([folder, error]);
      throw error;
    }
  };
  const fs = { readdirSync: read as typeof readdirSync };
  return { matching: globSync(patterns, { ...OPTIONS, ...where, fs }), unread, folders };
}

/** An entry that patterns are asked about, as they are about files alone: only they say whether it is meant. */
function asFile(entry: Dirent): Dirent {
  const no = { value: () => false };
  return Object.create(entry, { isFile: { value: () => true }, isSymbolicLink: no }) as Dirent;
}

function isSpecial(entry: Dirent): boolean {
  return !entry.isFile() && !entry.isDirectory();
}

/** Without links that lead to what was found, or to no file. */
function withoutLinksTo(
  files: () => readonly string[],
  special: Found["special"],
): Found["special"] {
  if (special.length === 0) return special;
  const found = new Set(files().map((file) => realpathSync(file)));
  return special.filter(([path, isLink]) => {
    if (!isLink) return true;
    try {
      return statSync(path).isFile() && !found.has(realpathSync(path));
    } catch (error) {
      if (!isFileError(error)) throw error;
      return false;
    }
  });
}

const OPTIONS = {
  ignore: EXCLUDED,
  dot: true,
  followSymbolicLinks: false,
  expandDirectories: false,
} as const;

function byName(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
