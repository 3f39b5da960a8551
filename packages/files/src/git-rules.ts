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
  return lines.flatMap((line) => {
    const pattern = trimmed(line);
    if (pattern === "" || pattern.startsWith("#") || isSlow(pattern)) return [];
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

/**
 * Whether a pattern would take seconds for one path of very many folders: it tries each `**` at each of them. Each `*` is tried
 * once, for it ends where what comes next does begin.
 */
function isSlow(pattern: string): boolean {
  return (pattern.match(/\/\*{2,}(?=\/)/g)?.length ?? 0) > 2;
}
