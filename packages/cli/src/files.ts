import { resolve } from "node:path";
import { globSync, isDynamicPattern } from "tinyglobby";

/** Never looked into: other people's files, and git's own. */
const EXCLUDED = ["**/node_modules/**", "**/.git/**"];
const NAMES = "**/{restream,restreams,*.restream,*.restreams}.{yaml,yml,json,jsonc}";

/** The restream documents of a directory, by their names, in a stable order, as paths from the working directory. */
export function filesIn(directory: string, cwd: string): string[] {
  const found = globSync(NAMES, { ...OPTIONS, cwd: resolve(cwd, directory) });
  const prefix = directory === "." ? "" : `${directory.replace(/\/+$/, "")}/`;
  return found.map((file) => `${prefix}${file}`).toSorted(byName);
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
