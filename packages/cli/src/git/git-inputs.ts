import { lstatSync } from "node:fs";
import { join } from "node:path";
import type { Arguments } from "../arguments.ts";
import { UsageError } from "../errors.ts";
import { gitChanges } from "./git-changes.ts";
import { documentsAmong, type GitInputs, pathsOf } from "./git-documents.ts";
import { commitOf, requirePaths } from "./git-paths.ts";
import { type GitRepository, openGitRepository } from "./git-repository.ts";
import { type Inputs, STDIN } from "../inputs.ts";
import { stagedIn } from "./git-staged.ts";
import type { Io } from "../io.ts";
import { printable } from "../printable.ts";
import type { SettingsFinder } from "../settings.ts";

/** What `--staged` or `--changed` asks for. Throws a UsageError where git cannot say. */
export function gitInputsOf(args: Arguments, io: Io): GitInputs {
  const option = args.has("staged") ? "--staged" : "--changed";
  if (args.has("staged") && args.has("changed"))
    throw new UsageError("--staged and --changed exclude each other");
  if (args.paths.includes(STDIN) || args.has("stdin-filename"))
    throw new UsageError(`${option} takes no standard input: git does not know it`);
  const repository = openGitRepository(option, io);
  if (args.has("changed")) return { inputsOf: (finder) => changedIn(repository, args, io, finder) };
  if (args.has("fix"))
    throw new UsageError(
      "--staged lints what is in the index, where --fix changes nothing: --fix the files, and git add them",
    );
  requirePaths(repository, args, io, []);
  return stagedIn(repository, args, io);
}

/** The files of the working tree that differ from where this branch began, and those that git does not know yet. */
function changedIn(
  repository: GitRepository,
  args: Arguments,
  io: Io,
  finder: SettingsFinder,
): Inputs {
  const base = baseOf(repository, args.value("changed") ?? "");
  requirePaths(repository, args, io, [base]);
  const paths = ["--", ...pathsOf(args)];
  const changed = gitChanges(repository, [base, ...paths]).map(({ path }) => path);
  const listed = [
    "--literal-pathspecs",
    "ls-files",
    "-z",
    "--full-name",
    "--others",
    "--exclude-standard",
    ...paths,
  ];
  const others = String(repository.tell(listed)).split("\0").slice(0, -1);
  const all = [...changed, ...others];
  const statsOf = (path: string) =>
    lstatSync(join(repository.top, path), { throwIfNoEntry: false });
  const documentsOf = (some: readonly string[]) =>
    documentsAmong(some, repository, args, io, finder);
  const files = documentsOf(all.filter((path) => statsOf(path)?.isFile() === true));
  const lost = documentsOf(all.filter((path) => path.includes("\ufffd") && !statsOf(path)));
  for (const file of lost)
    io.stderr.write(`restream-lint: ${printable(file)}: left out: its name is not UTF-8\n`);
  return { files, failed: lost.length > 0, searched: [] };
}

/** Where this branch left another one. */
function baseOf(repository: GitRepository, given: string): string {
  if (given.startsWith("-")) throw new UsageError(`--changed=${given}: no revision begins with -`);
  if (!commitOf(repository, "HEAD"))
    throw new UsageError("--changed asks git: there is no commit yet");
  const names = given === "" ? USUAL : [given];
  const name = names.find((it) => commitOf(repository, it));
  const commit = name && commitOf(repository, name);
  if (commit === undefined) {
    const reason =
      given === ""
        ? `there is none of ${USUAL.join(", ")}: name a revision, as in --changed=HEAD~3`
        : `${given} is no revision that it knows`;
    throw new UsageError(`--changed asks git: ${reason}`);
  }
  const base = repository.ask(["merge-base", commit, "HEAD"]);
  if (base) return String(base).trim();
  throw new UsageError(
    `--changed asks git: ${name} and HEAD have nothing in common that is here; in CI, fetch the whole history (fetch-depth: 0)`,
  );
}

const USUAL = ["origin/HEAD", "origin/main", "origin/master", "main", "master"];
