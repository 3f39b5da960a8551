import picomatch from "picomatch/posix.js";

const OPTIONS = {
  dot: true,
  nobrace: false,
  noextglob: true,
  nonegate: true,
  regex: false,
  strictBrackets: true,
} as const;

/** Why a text is no glob that can be used; undefined for one that can. */
export function globFault(glob: string): string | undefined {
  const pattern = glob.replace(/^!/, "");
  if (pattern === "") return "is empty";
  if (pattern.length > MAX_GLOB) return `has more than ${MAX_GLOB} characters`;
  if (/^(?:\/|[A-Za-z]:)/.test(pattern) || /(?:^|\/)\.\.(?:\/|$)/.test(pattern))
    return "must stay in the folder of the settings file: no leading /, no ..";
  if (pattern.includes("\\")) return "takes / between folders, and holds no \\";
  if (/[()|]/.test(pattern)) return "holds ( ) or |, but a choice is written {a,b}";
  if (/\{[^}]*\{/.test(pattern)) return "has braces in braces: write all choices in one pair";
  if (stepsOf(pattern) > MAX_STEPS)
    return "has too many * and {…} to be matched quickly: write out more of the names, or give several globs";
  try {
    picomatch(pattern, OPTIONS);
    return undefined;
  } catch {
    return "has a bracket that is never closed, or never opened";
  }
}

/** More is no pattern of file names. */
const MAX_GLOB = 500;
/** A third of a second, for the longest path that a file can have. */
const MAX_STEPS = 1e8;
const LONGEST_NAME = 255;
/** Of the longest names that a path has room for. */
const MOST_LONG_NAMES = 16;

/** What a regular expression may try before it gives a name up: each `*` at each character, each `**` at each folder, each choice. */
function stepsOf(pattern: string): number {
  const folders = pattern.match(/(?<=^|\/)\*\*(?=\/|$)/g)?.length ?? 0;
  if (folders > 2) return Infinity;
  const stars = (pattern.match(/\*+/g)?.length ?? 0) - folders;
  let steps = MOST_LONG_NAMES ** folders;
  for (let star = 1; star <= stars; star++) steps *= LONGEST_NAME / star;
  for (const [choices] of pattern.matchAll(/\{[^}]*\}/g)) steps *= choices.split(",").length;
  return steps;
}

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
