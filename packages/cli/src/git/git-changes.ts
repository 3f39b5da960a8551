import type { GitRepository } from "./git-repository.ts";

/** A file that differs between two states of a repository. */
export interface GitChange {
  /** From the top of the repository, with `/`. */
  readonly path: string;
  /** Whether it is a file: neither a link nor a submodule. */
  readonly isFile: boolean;
  /** The ID of its new content, where git holds that. */
  readonly blob: string;
  /** Whether a merge left several versions of it. */
  readonly isUnmerged: boolean;
}

/** What `git diff` finds with these arguments, without what was deleted; a renamed file is a new one. */
export function gitChanges({ tell }: GitRepository, args: readonly string[]): GitChange[] {
  const fields = String(tell([...DIFF, ...RAW, ...args])).split("\0");
  const changes: GitChange[] = [];
  for (let at = 0; at + 1 < fields.length; at += 2) {
    const [, mode = "", , blob = "", status = ""] = (fields[at] ?? "").split(" ");
    changes.push({
      path: fields[at + 1] ?? "",
      isFile: mode.startsWith("100"),
      blob,
      isUnmerged: status === "U",
    });
  }
  return changes;
}

const RAW = ["--raw", "--no-abbrev", "--diff-filter=d"];

/** How `git diff` is asked about files: by their paths from the top, each by itself, and with no program of the repository's. */
export const DIFF: readonly string[] = [
  "--literal-pathspecs",
  "diff",
  "-z",
  "--no-renames",
  "--no-relative",
  "--no-ext-diff",
  "--ignore-submodules=all",
];
