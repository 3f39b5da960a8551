import { readdirSync } from "node:fs";
import { dirname, relative, resolve, sep } from "node:path";
import { globSync, isDynamicPattern } from "tinyglobby";

/** Never looked into: other people's files, and git's own. */
const EXCLUDED = ["**/node_modules/**", "**/.git/**"];
const NAMES = "**/{restream,restreams,*.restream,*.restreams}.{yaml,yml,json,jsonc}";

/** What a search came to. */
export interface Found {
  /** Paths from the working directory, in a stable order. */
  readonly files: readonly string[];
  /** The folders that could not be looked into, absolute, with what `fs` said. */
  readonly unread: readonly (readonly [folder: string, error: unknown])[];
}

/** What settings say of the files that belong to them. */
export interface Globs {
  /** Absolute: what the globs are counted from. */
  readonly folder: string;
  readonly globs: readonly string[];
}

/**
 * The restream documents of a directory, by their names or by what settings say that hold in it, in a stable order, as
 * paths from the working directory.
 */
export function filesIn(
  directory: string,
  cwd: string,
  settingsFor: (folder: string) => Globs | undefined,
): Found {
  const within = resolve(cwd, directory);
  const { found, unread } = search([NAMES, SETTINGS], { cwd: within });
  const [settings, named] = [found.filter(isSettings), found.filter((it) => !isSettings(it))];
  const folders = new Set([within, ...settings.map((it) => dirname(resolve(within, it)))]);
  const added = Array.from(folders).flatMap((folder) => addedBy(settingsFor(folder), within));
  const prefix = directory === "." ? "" : `${directory.replace(/\/+$/, "")}/`;
  const files = new Set([...named, ...added]);
  return { files: Array.from(files, (file) => `${prefix}${file}`).toSorted(byName), unread };
}

const SETTINGS = "**/.restream-lint.{yaml,yml,json}";

function isSettings(file: string): boolean {
  return /(?:^|\/)\.restream-lint\.[a-z]+$/.test(file);
}

/** The files in a folder that settings add to those that are restream documents by their names. */
function addedBy(settings: Globs | undefined, within: string): string[] {
  const globs = settings?.globs.filter((glob) => !glob.startsWith("!")) ?? [];
  if (!settings || globs.length === 0) return [];
  const patterns = globs.map((glob) => (glob.includes("/") ? glob : `**/${glob}`));
  const { found } = search(patterns, { cwd: settings.folder, absolute: true });
  return found
    .map((file) => relative(within, file).split(sep).join("/"))
    .filter((file) => !file.startsWith("../"));
}

/** The files that a pattern matches, in a stable order; undefined if the text is no pattern. */
export function filesMatching(pattern: string, cwd: string): Found | undefined {
  if (!isDynamicPattern(pattern)) return undefined;
  const { found, unread } = search([pattern], { cwd });
  return { files: found.toSorted(byName), unread };
}

/** Searches as tinyglobby does, which passes over what it cannot look into. */
function search(
  patterns: readonly string[],
  where: { readonly cwd: string; readonly absolute?: boolean },
): { readonly found: readonly string[]; readonly unread: Found["unread"] } {
  const unread: (readonly [string, unknown])[] = [];
  const read = (folder: string, options: { withFileTypes: true }) => {
    try {
      return readdirSync(folder, options);
    } catch (error) {
      unread.push([folder, error]);
      throw error;
    }
  };
  const fs = { readdirSync: read as typeof readdirSync };
  return { found: globSync(patterns, { ...OPTIONS, ...where, fs }), unread };
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
