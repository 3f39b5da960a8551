import { lstatSync, realpathSync } from "node:fs";
import { resolve } from "node:path";
import { type EnvFile, readEnvFile } from "./env-file-writer.ts";
import { UsageError } from "../errors.ts";
import { gitStateOf } from "../git/git-state.ts";
import type { Io } from "../io.ts";
import { named } from "../named.ts";
import { printable } from "../printable.ts";

/**
 * Looks whether an env file may take secrets: not where git tracks it, or does not say, nor where it is one of the
 * documents, by their real paths. Throws a UsageError.
 */
export function openEnvFile(envFile: string, documents: readonly string[], io: Io): EnvFile {
  const given = resolve(io.cwd, envFile);
  const path = named(envFile, () =>
    lstatSync(given, { throwIfNoEntry: false }) ? realpathSync(given) : given,
  );
  if (documents.includes(path))
    throw new UsageError(`${envFile} is one of the documents: name another with --env-file`);
  const state = gitStateOf(path, io);
  if (state === "tracked") {
    throw new UsageError(
      `git tracks ${envFile}, so it is no place for secrets: name another with --env-file`,
    );
  }
  if (state === "unknown")
    throw new UsageError(`git does not say whether it tracks ${envFile}: see git status`);
  const file = named(envFile, () => readEnvFile(path, envFile));
  if (state === "seen") {
    io.stderr.write(
      `restream-lint: git does not ignore ${printable(envFile)}: add it to .gitignore before the next commit\n`,
    );
  }
  return file;
}
