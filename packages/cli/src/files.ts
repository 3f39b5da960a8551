import { dirname, relative, resolve, sep } from "node:path";
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

/**
 * The restream documents of a directory, by their names or by what settings say that hold in it, in a stable order, as
 * paths from the working directory.
 */
export function filesIn(
  directory: string,
  cwd: string,
  settingsFor: (folder: string) => Globs | undefined,
): string[] {
  const within = resolve(cwd, directory);
  const found = globSync([NAMES, SETTINGS], { ...OPTIONS, cwd: within });
  const [settings, named] = [found.filter(isSettings), found.filter((it) => !isSettings(it))];
  const folders = new Set([within, ...settings.map((it) => dirname(resolve(within, it)))]);
  const added = Array.from(folders).flatMap((folder) => addedBy(settingsFor(folder), within));
  const prefix = directory === "." ? "" : `${directory.replace(/\/+$/, "")}/`;
  const files = new Set([...named, ...added]);
  return Array.from(files, (file) => `${prefix}${file}`).toSorted(byName);
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
  const found = globSync(patterns, { ...OPTIONS, cwd: settings.folder, absolute: true });
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
