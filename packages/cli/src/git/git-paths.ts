import { lstatSync } from "node:fs";
import { resolve } from "node:path";
import { redactUri } from "@restream-lint/core";
import type { Arguments } from "../arguments.ts";
import { UsageError } from "../errors.ts";
import type { GitRepository } from "./git-repository.ts";
import type { Io } from "../io.ts";

/** Throws a UsageError where a path is named that is neither on the disk nor in the index, in HEAD or in these commits. */
export function requirePaths(
  repository: GitRepository,
  args: Arguments,
  { cwd }: Io,
  commits: readonly string[],
): void {
  const isThere = (path: string) =>
    lstatSync(resolve(cwd, path), { throwIfNoEntry: false }) !== undefined;
  const unknown = args.paths.find((it) => !isThere(it) && !isKnown(repository, it, commits));
  if (unknown === undefined) return;
  const option = args.has("staged") ? "--staged" : "--changed";
  const shown = unknown.includes("://") ? redactUri(unknown) : unknown;
  throw new UsageError(`${option}: ${shown}: ${reasonOf(repository, args, unknown)}`);
}

/** The ID of the commit that a name stands for, if it is one. */
export function commitOf({ ask }: GitRepository, name: string): string | undefined {
  const found = ask(["rev-parse", "--verify", "--quiet", `${name}^{commit}`]);
  return found && String(found).trim();
}

/** Whether a path is in the index, or was in HEAD or one of the commits. */
function isKnown({ tell }: GitRepository, path: string, commits: readonly string[]): boolean {
  const isAny = (args: readonly string[]) =>
    tell(["--literal-pathspecs", ...args, "--", path]).length > 0;
  const isGone = (from: readonly string[]) => isAny([...DIFF, ...from]);
  return isAny(["ls-files", "-z"]) || isGone([]) || commits.some((it) => isGone([it]));
}

function reasonOf(repository: GitRepository, args: Arguments, path: string): string {
  const isRevision =
    args.has("changed") && !path.startsWith("-") && commitOf(repository, path) !== undefined;
  if (isRevision) return `no such file; did you mean the revision, --changed=${path}?`;
  if (/[*?[{]/.test(path)) return "no such file, and patterns are not taken here: name a directory";
  return "no such file, and git knows none";
}

const DIFF = ["diff", "--cached", "--raw", "-z", "--no-ext-diff", "--ignore-submodules=all"];
