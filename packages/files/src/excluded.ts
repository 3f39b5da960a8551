/** Never looked into: other people's files, and git's own. */
const FOLDERS = ["node_modules", ".git"];

/** Whether a folder of this name is never looked into. */
export function isNeverSearched(name: string): boolean {
  return FOLDERS.includes(name);
}

/** As globs, for a search. */
export const EXCLUDED: readonly string[] = FOLDERS.map((it) => `**/${it}/**`);

/** Whether a path leads through a folder that is never searched. */
export function isExcluded(path: string): boolean {
  return path.split(/[\\/]/).slice(0, -1).some(isNeverSearched);
}
