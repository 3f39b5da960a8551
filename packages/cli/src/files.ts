import { relative, resolve, sep } from "node:path";
import { globSync, isDynamicPattern } from "tinyglobby";

/** Never looked into: other people's files, and git's own. */
const EXCLUDED = ["**/node_modules/**", "**/.git/**"];
const NAMES = "**/{restream,restreams,*.restream,*.restreams}.{yaml,yml,json,jsonc}";

/** What settings say of the files that belong to them. */
export interface Globs {
  /** Absolute: what the globs are counted from. */
  readonly folder: string;
  readonly globs: readonly string[];
}

/** The restream documents of a directory, by their names or by what the settings say, in a stable order, as paths from the working directory. */
export function filesIn(directory: string, cwd: string, settings?: Globs): string[] {
  const folder = resolve(cwd, directory);
  const named = globSync(NAMES, { ...OPTIONS, cwd: folder });
  const inside = new Set([...named, ...(settings ? filesOf(settings, folder) : [])]);
  const prefix = directory === "." ? "" : `${directory.replace(/\/+$/, "")}/`;
  return Array.from(inside, (file) => `${prefix}${file}`).toSorted(byName);
}

/** The files in a folder that settings add to those that are restream documents by their names. */
function filesOf({ folder, globs }: Globs, within: string): string[] {
  const added = globs.filter((glob) => !glob.startsWith("!"));
  if (added.length === 0) return [];
  const patterns = added.map((glob) => (glob.includes("/") ? glob : `**/${glob}`));
  const found = globSync(patterns, { ...OPTIONS, cwd: folder, absolute: true });
  return found
    .map((file) => relative(within, file).split(sep).join("/"))
    .filter((file) => !file.startsWith("../"));
}

/** The files that a pattern matches, in a stable order; undefined if the text is no pattern. */
export function filesMatching(pattern: string, cwd: string): string[] | undefined {
  if (!isDynamicPattern(pattern)) return undefined;
  return globSync([pattern], { ...OPTIONS, cwd }).toSorted(byName);
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
