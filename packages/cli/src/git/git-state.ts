import { spawnSync } from "node:child_process";
import { basename, dirname } from "node:path";
import type { Io } from "../io.ts";

/** What git has to do with a file: nothing where there is no git, or no repository. */
export type GitState = "tracked" | "ignored" | "seen" | "nothing" | "unknown";

/** Asks git about a file, which need not be there. */
export function gitStateOf(path: string, { env }: Io): GitState {
  const listed = git(
    path,
    ["--literal-pathspecs", "ls-files", "--error-unmatch", "--", basename(path)],
    env,
  );
  if (listed.isAbsent) return "nothing";
  if (listed.status === 0) return "tracked";
  if (listed.status !== 1) {
    return listed.stderr.includes("not a git repository") ? "nothing" : "unknown";
  }
  // Given by standard input, a name is no pattern.
  const ignored = git(
    path,
    ["check-ignore", "--quiet", "-z", "--stdin"],
    env,
    `${basename(path)}\0`,
  );
  return ignored.status === 0 ? "ignored" : "seen";
}

function git(path: string, args: readonly string[], env: Io["env"], input = "") {
  // A hook's variables speak of its own repository; a repository's settings may name programs to run.
  const own = Object.entries(env).filter(([name]) => !name.startsWith("GIT_"));
  const { error, status, stderr } = spawnSync("git", ["-c", "core.fsmonitor=false", ...args], {
    cwd: dirname(path),
    env: { ...Object.fromEntries(own), LC_ALL: "C" },
    input,
    encoding: "utf8",
    timeout: 10_000,
  });
  return { status, stderr, isAbsent: (error as NodeJS.ErrnoException)?.code === "ENOENT" };
}
