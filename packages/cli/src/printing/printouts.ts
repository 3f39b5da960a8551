import { accessSync, constants, lstatSync, statSync } from "node:fs";
import { basename, dirname, resolve } from "node:path";
import { isRestreamFile, SETTINGS_FILES } from "@restream-lint/core";
import type { Arguments } from "../arguments.ts";
import { UsageError } from "../errors.ts";
import { identityOf } from "../identity.ts";
import type { Io } from "../io.ts";
import { named } from "../named.ts";
import { checkWritable } from "../text-files.ts";

/** What is printed once: a format, and where to. */
export interface Printout {
  readonly format: string;
  /** As the user named it; standard output without one. */
  readonly file?: string;
}

/** What to print, and where to. Throws a UsageError for a file that may not be written, before anything is. */
export function printoutsOf(args: Arguments, io: Io, inputs: readonly string[]): Printout[] {
  const given = args.values("format").map(parsePrintout);
  if (given.length === 0) return usualPrintouts(io);
  if (given.filter(({ file }) => file === undefined).length > 1) {
    throw new UsageError(
      "only one --format can go to standard output: write the others into files, as in --format sarif=out.sarif",
    );
  }
  const read = ["config", "env-file", "baseline"].flatMap((name) => args.values(name));
  const others = [...inputs, ...read];
  const taken = new Set(others.map((it) => identityOf(resolve(io.cwd, it))));
  for (const { file } of given) {
    if (file === undefined) continue;
    checkFile(file, taken, io);
    taken.add(identityOf(resolve(io.cwd, file)));
  }
  return given;
}

function parsePrintout(written: string): Printout {
  const [format = "", ...rest] = written.split("=");
  if (rest.length === 0) return { format };
  const file = rest.join("=");
  if (file === "") throw new UsageError(`--format ${format}= needs a file behind the =`);
  return { format, file };
}

/** The annotations come first: nothing that is printed after them can stop GitHub from reading them. */
function usualPrintouts({ env }: Io): Printout[] {
  const isGitHub = env["GITHUB_ACTIONS"] === "true";
  return [...(isGitHub ? [{ format: "annotations" }] : []), { format: "pretty" }];
}

function checkFile(file: string, taken: ReadonlySet<string>, { cwd }: Io): void {
  const path = resolve(cwd, file);
  if (taken.has(identityOf(path)))
    throw new UsageError(
      `${file} is read by this run, or written by another --format: name another file`,
    );
  if (isRestreamFile(file) || SETTINGS_FILES.includes(basename(file)))
    throw new UsageError(`${file} is called as what is read is: name another file`);
  const folder = dirname(file);
  if (!statSync(dirname(path), { throwIfNoEntry: false })?.isDirectory()) {
    throw new UsageError(`${file} cannot be written: ${folder} is no directory: make it first`);
  }
  named(file, () => {
    if (lstatSync(path, { throwIfNoEntry: false })) checkWritable(path);
    else accessSync(dirname(path), constants.W_OK);
  });
}
