import { spawnSync } from "node:child_process";
import type { Io } from "../io.ts";
import { MAX_ANSWER, QUIET, SAFE } from "./git-environment.ts";

/** What git answers in a folder, whose repository is found from there; no status where it could not be asked. */
export interface GitAnswer {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
  /** Whether git is not installed. */
  readonly isAbsent: boolean;
}

/** Asks git about the files of a folder. */
export function askGit(
  folder: string,
  args: readonly string[],
  env: Io["env"],
  input = "",
): GitAnswer {
  // A hook's variables speak of its own repository.
  const own = Object.entries(env).filter(([name]) => !name.startsWith("GIT_"));
  const { error, ...answer } = spawnSync("git", [...SAFE, ...args], {
    cwd: folder,
    env: { ...Object.fromEntries(own), ...QUIET },
    input,
    encoding: "utf8",
    timeout: 10_000,
    maxBuffer: MAX_ANSWER,
  });
  return { ...answer, isAbsent: (error as NodeJS.ErrnoException)?.code === "ENOENT" };
}
