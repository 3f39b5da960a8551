import { spawnSync } from "node:child_process";
import { UsageError } from "../errors.ts";
import { gitEnvironment, MAX_ANSWER, SAFE, withoutFilters } from "./git-environment.ts";
import type { Io } from "../io.ts";

/** The repository around the working directory, or that of the hook that started this. */
export interface GitRepository {
  /** Which option asks, as messages name it. */
  readonly option: string;
  /** Where its working tree is, absolute. */
  readonly top: string;
  /** What git answers; undefined where it says no. */
  readonly ask: (args: readonly string[], input?: string) => Buffer | undefined;
  /** What git answers. Throws a UsageError, in its words, where it says no. */
  readonly tell: (args: readonly string[], input?: string) => Buffer;
}

/** Finds the repository. Throws a UsageError where there is none, or no git, or no working tree; it names the option that needs one. */
export function openGitRepository(option: string, { cwd, env }: Io): GitRepository {
  let safe = gitEnvironment(env);
  const top = run(["rev-parse", "--show-toplevel"]);
  if (top.status !== 0) {
    const isBare = String(ask(["rev-parse", "--is-bare-repository"])).trim() === "true";
    const reason = isBare ? "a bare repository has no files" : wordsOf(top.stderr);
    throw new UsageError(`${option} asks git: ${reason}`);
  }
  const filters = run(["config", "-z", "--name-only", "--get-regexp", String.raw`^filter\.`]);
  // Without any, the status is 1.
  if (filters.status !== 0 && filters.status !== 1)
    throw new UsageError(`${option} asks git: ${wordsOf(filters.stderr)}`);
  safe = withoutFilters(safe, filters.stdout);
  // An old git takes no settings from the environment, and would run the filters.
  const last = safe[`GIT_CONFIG_KEY_${Number(safe["GIT_CONFIG_COUNT"]) - 1}`];
  if (last?.endsWith(".required") && String(ask(["config", "-z", last])) !== "false\0")
    throw new UsageError(`${option} needs git 2.31 or newer where git has filters`);
  return { option, top: String(top.stdout).replace(/\r?\n$/, ""), ask, tell };

  function ask(args: readonly string[], input?: string): Buffer | undefined {
    const { status, stdout } = run(args, input);
    return status === 0 ? stdout : undefined;
  }

  function tell(args: readonly string[], input?: string): Buffer {
    const { status, stdout, stderr } = run(args, input);
    if (status === 0) return stdout;
    throw new UsageError(`${option} asks git: ${wordsOf(stderr)}`);
  }

  function run(args: readonly string[], input = "") {
    // A hook's variables say which index is to be committed.
    const own = [...SAFE, ...args];
    const options = { cwd, env: safe, input, maxBuffer: MAX_ANSWER };
    const { error, ...answer } = spawnSync("git", own, options);
    if (!error) return answer;
    const { code } = error as NodeJS.ErrnoException;
    const reason = code === "ENOENT" ? "it is not installed" : `it cannot be asked (${code})`;
    throw new UsageError(`${option} asks git: ${reason}`);
  }
}

/** The line of what git says that says why it ends, without its `fatal:`; what stands before that are warnings and hints. */
function wordsOf(stderr: Buffer): string {
  const lines = String(stderr).split("\n");
  const first = lines.find((it) => !/^(?:warning|hint): /.test(it)) ?? "";
  const line = lines.find((it) => /^(?:fatal|error): /.test(it)) ?? first;
  // Where git is too old to fetch nothing, what it fetches by is not allowed.
  if (/ from promisor remote$|^fatal: transport '.*' not allowed$/m.test(String(stderr)))
    return "something is not here, as in a partial clone, and this fetches nothing: git fetch --refetch --no-filter does";
  if (line.includes("not a git repository")) return "this is no git repository";
  return line.replace(/^(?:fatal|error): /, "") || "it fails without a word";
}
