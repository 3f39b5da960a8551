import ignore, { type Ignore } from "ignore";

/** What `.gitignore` files say, each of its own folder; a later file wins over those before it. */
export interface GitRules {
  readonly patterns: readonly string[];
  /** By a path from the root, with `/`; that of a folder ends with one. */
  readonly ignores: (path: string) => boolean;
}

/** Adds the rules of one more file, whose folder is given from the root, with `/`; empty for the root itself. */
export function withGitRules(rules: GitRules | undefined, text: string, folder: string): GitRules {
  const patterns = [...(rules?.patterns ?? []), ...patternsIn(text, folder)];
  let matcher: Ignore | undefined;
  return {
    patterns,
    ignores: (path) => {
      matcher ??= ignore({ ignorecase: IGNORES_CASE }).add(patterns);
      return matcher.ignores(path);
    },
  };
}

/** As git sets up a repository there. */
const IGNORES_CASE = process.platform === "win32" || process.platform === "darwin";

/** The patterns of a file, as the root's would have them. Those that would take too long to match are passed over. */
function patternsIn(text: string, folder: string): string[] {
  const lines = text.replace(/^\uFEFF/, "").split("\n");
  let steps = 0;
  return lines.flatMap((line) => {
    const pattern = trimmed(line);
    if (pattern === "" || pattern.startsWith("#")) return [];
    const own = stepsOf(pattern);
    if (steps + own > MAX_STEPS) return [];
    steps += own;
    return [folder === "" ? pattern : patternFrom(folder, pattern)];
  });
}

/** Without the spaces at its end, but for one behind a backslash. */
function trimmed(line: string): string {
  let end = line.endsWith("\r") ? line.length - 1 : line.length;
  while (line[end - 1] === " " && line[end - 2] !== "\\") end -= 1;
  return line.slice(0, end);
}

/** A pattern with a slash before its end holds in its folder alone, any other in all those below as well. */
function patternFrom(folder: string, pattern: string): string {
  const [, not = "", body = ""] = /^(!?)([^]*)$/.exec(pattern) ?? [];
  const isBound = body.slice(0, -1).includes("/");
  const own = folder.replaceAll(/[\\*?[]/g, String.raw`\$&`);
  return `${not}/${own}/${isBound ? body.replace(/^\//, "") : `**/${body}`}`;
}

/** Some seconds, for the longest path that a file can have. */
const MAX_STEPS = 1e9;
const LONGEST_NAME = 255;
const MOST_FOLDERS = 2048;

/** What a regular expression may try before it gives a path up: each `*` at each character, each `**` at each folder. */
function stepsOf(pattern: string): number {
  const folders = pattern.match(/(?<=^|\/)\*\*(?=\/|$)/g)?.length ?? 0;
  const stars = (pattern.match(/\*+/g)?.length ?? 0) - folders;
  let steps = MOST_FOLDERS ** Math.max(0, folders - 1);
  for (let star = 1; star <= stars; star++) steps *= LONGEST_NAME / star;
  return steps;
}
