import { lstatSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { redactUri } from "@restream-lint/core";
import type { Arguments } from "../arguments.ts";
import { UsageError } from "../errors.ts";
import { DIFF } from "./git-changes.ts";
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
  const missing = args.paths.filter((it) => !isThere(it));
  if (missing.length === 0) return;
  const known = withFolders(knownAmong(repository, missing, commits), repository.top);
  const isKnown = (path: string) =>
    // Named through a link, it is not called as git calls it.
    known.has(resolve(cwd, path)) || knownAmong(repository, [path], commits).length > 0;
  const unknown = missing.find((it) => !isKnown(it));
  if (unknown === undefined) return;
  const shown = unknown.includes("://") ? redactUri(unknown) : unknown;
  throw new UsageError(`${repository.option}: ${shown}: ${reasonOf(repository, args, unknown)}`);
}

/** The ID of the commit that a name stands for, if it is one. */
export function commitOf({ ask }: GitRepository, name: string): string | undefined {
  const found = ask(["rev-parse", "--verify", "--quiet", `${name}^{commit}`]);
  return found && String(found).trim();
}

/** The files below these paths, from the top, that are in the index, or were in HEAD or one of the commits. */
function knownAmong(
  { tell }: GitRepository,
  paths: readonly string[],
  commits: readonly string[],
): readonly string[] {
  const asked = [LISTED, NAMED, ...commits.map((it) => [...NAMED, it])];
  return asked.flatMap((args) =>
    String(tell([...args, "--", ...paths]))
      .split("\0")
      .slice(0, -1),
  );
}

/** These files, absolute, and the folders that they are in. */
function withFolders(files: readonly string[], top: string): ReadonlySet<string> {
  const all = new Set<string>();
  for (const file of files)
    for (let at = join(top, file); !all.has(at) && at !== dirname(at); at = dirname(at))
      all.add(at);
  return all;
}

function reasonOf(repository: GitRepository, args: Arguments, path: string): string {
  const isRevision =
    args.has("changed") && !path.startsWith("-") && commitOf(repository, path) !== undefined;
  if (isRevision) return `no such file; did you mean the revision, --changed=${path}?`;
  if (/[*?[{]/.test(path)) return "no such file, and patterns are not taken here: name a directory";
  return "no such file, and git knows none";
}

const LISTED = ["--literal-pathspecs", "ls-files", "-z", "--full-name"];
const NAMED = [...DIFF, "--cached", "--name-only"];
