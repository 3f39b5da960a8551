import picomatch from "picomatch/posix.js";

const OPTIONS = { dot: true, strictBrackets: true, nonegate: true } as const;

/** Why a text is no glob that can be used; undefined for one that can. */
export function globFault(glob: string): string | undefined {
  const pattern = glob.replace(/^!/, "");
  if (pattern === "") return "is empty";
  if (pattern.length > MAX_GLOB) return `has more than ${MAX_GLOB} characters`;
  if (/^(?:\/|[A-Za-z]:)/.test(pattern) || /(?:^|\/)\.\.(?:\/|$)/.test(pattern))
    return "must stay in the folder of the settings file: no leading /, no ..";
  if (pattern.includes("\\") && !/\\[*?[\]{}()!+@]/.test(pattern))
    return "takes / between folders, not \\";
  try {
    picomatch(pattern, OPTIONS);
    return undefined;
  } catch {
    return "has a bracket that is never closed, or never opened";
  }
}

/** More is no pattern of file names, and costs time with every file. */
const MAX_GLOB = 1000;

/**
 * Makes the function that says whether globs take a path, from the settings file's folder, with `/`: the last one that
 * fits decides, and `!` leaves out; undefined where none fits. A glob without `/` fits names in any folder.
 */
export function createGlobs(globs: readonly string[]): (path: string) => boolean | undefined {
  const matchers = globs
    .filter((glob) => globFault(glob) === undefined)
    .map((glob) => ({ isTaken: !glob.startsWith("!"), fits: picomatch(anywhere(glob), OPTIONS) }));
  return (path) => matchers.findLast(({ fits }) => fits(path))?.isTaken;
}

function anywhere(glob: string): string {
  const pattern = glob.replace(/^!?(?:\.\/)?/, "");
  return pattern.replace(/\/$/, "").includes("/") ? pattern : `**/${pattern}`;
}
