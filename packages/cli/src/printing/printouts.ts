import { accessSync, constants, lstatSync, statSync } from "node:fs";
import { basename, dirname, resolve } from "node:path";
import { isRestreamFile, SETTINGS_FILES } from "@restream-lint/core";
import type { Arguments } from "../arguments.ts";
import { UsageError } from "../errors.ts";
import { identityOf } from "../identity.ts";
import type { Io } from "../io.ts";
import { named } from "../named.ts";
import { type Printout, parsePrintout } from "./printout.ts";
import { checkWritable } from "../text-files.ts";

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
  for (const { format, file } of given) {
    if (file === undefined) continue;
    if (file === "") throw new UsageError(`--format ${format}= needs a file behind the =`);
    checkFile(file, taken, io);
    taken.add(identityOf(resolve(io.cwd, file)));
  }
  return given;
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
  if (OPEN_FILE.test(path))
    throw new UsageError(`${file} is no file of its own: name another, or - for standard output`);
  named(file, () => {
    if (lstatSync(path, { throwIfNoEntry: false })) checkWritable(path);
    else accessSync(dirname(path), constants.W_OK);
  });
}

/** What stands for a file that some process has open. */
const OPEN_FILE = /^\/(?:dev\/(?:std|fd\/)|proc\/)/;
