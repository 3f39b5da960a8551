import { lstatSync } from "node:fs";
import { join } from "node:path";
import type { Arguments } from "../arguments.ts";
import { UsageError } from "../errors.ts";
import { gitChanges } from "./git-changes.ts";
import { documentsAmong, type GitInputs, pathsOf } from "./git-documents.ts";
import { type GitRepository, openGitRepository } from "./git-repository.ts";
import { type Inputs, STDIN } from "../inputs.ts";
import { stagedIn } from "./git-staged.ts";
import type { Io } from "../io.ts";
import type { SettingsFinder } from "../settings.ts";

/** What `--staged` or `--changed` asks for. Throws a UsageError where git cannot say. */
export function gitInputsOf(args: Arguments, io: Io): GitInputs {
  const option = args.has("staged") ? "--staged" : "--changed";
  if (args.has("staged") && args.has("changed"))
    throw new UsageError("--staged and --changed exclude each other");
  if (args.paths.includes(STDIN))
    throw new UsageError(`${option} takes no standard input: git does not know it`);
  const repository = openGitRepository(option, io);
  if (args.has("changed")) return { inputsOf: (finder) => changedIn(repository, args, io, finder) };
  if (args.has("fix"))
    throw new UsageError(
      "--staged lints what is in the index, where --fix changes nothing: --fix the files, and git add them",
    );
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
  const isThere = (path: string) =>
    lstatSync(join(repository.top, path), { throwIfNoEntry: false })?.isFile() === true;
  const files = documentsAmong(
    [...changed, ...others].filter(isThere),
    repository,
    args,
    io,
    finder,
  );
  return { files, failed: false, searched: [] };
}

/** Where this branch left another one. */
function baseOf({ ask }: GitRepository, given: string): string {
  if (given.startsWith("-")) throw new UsageError(`--changed=${given}: no revision begins with -`);
  const commitOf = (name: string) => {
    const found = ask(["rev-parse", "--verify", "--quiet", `${name}^{commit}`]);
    return found && String(found).trim();
  };
  if (!commitOf("HEAD")) throw new UsageError("--changed asks git: there is no commit yet");
  const names = given === "" ? USUAL : [given];
  const name = names.find((it) => commitOf(it));
  const commit = name && commitOf(name);
  if (commit === undefined) {
    const reason =
      given === ""
        ? `there is none of ${USUAL.join(", ")}: name a revision, as in --changed=HEAD~3`
        : `${given} is no revision that it knows`;
    throw new UsageError(`--changed asks git: ${reason}`);
  }
  const base = ask(["merge-base", commit, "HEAD"]);
  if (base) return String(base).trim();
  throw new UsageError(
    `--changed asks git: ${name} and HEAD have nothing in common that is here; in CI, fetch the whole history (fetch-depth: 0)`,
  );
}

const USUAL = ["origin/HEAD", "origin/main", "origin/master", "main", "master"];
