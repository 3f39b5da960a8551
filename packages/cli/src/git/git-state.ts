import { basename, dirname } from "node:path";
import { askGit } from "./ask-git.ts";
import type { Io } from "../io.ts";

/** What git has to do with a file: nothing where there is no git, or no repository. */
export type GitState = "tracked" | "ignored" | "seen" | "nothing" | "unknown";

/** Asks git about a file, which need not be there. */
export function gitStateOf(path: string, { env }: Io): GitState {
  const listed = askGit(
    dirname(path),
    ["--literal-pathspecs", "ls-files", "--error-unmatch", "--", basename(path)],
    env,
  );
  if (listed.isAbsent) return "nothing";
  if (listed.status === 0) return "tracked";
  if (listed.status !== 1) {
    return listed.stderr.includes("not a git repository") ? "nothing" : "unknown";
  }
  // Given by standard input, a name is no pattern.
  const ignored = askGit(
    dirname(path),
    ["check-ignore", "--quiet", "-z", "--stdin"],
    env,
    `${basename(path)}\0`,
  );
  return ignored.status === 0 ? "ignored" : "seen";
}
