import { existsSync, statSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { SETTINGS_FILES } from "@restream-lint/core";
import { isFileError } from "@restream-lint/files";
import type { Arguments } from "../arguments.ts";
import type { Watched } from "./folder-watch.ts";
import { identityOf } from "../identity.ts";
import type { Io } from "../io.ts";
import { printedFiles } from "../printing/printed-files.ts";

/** What has to be watched to know when linting would say something else: folders, and which names in each. */
export async function watchedOf(args: Arguments, io: Io): Promise<Watched> {
  const searched: string[] = [];
  const files = [...args.values("env-file"), ...args.values("config"), ...args.values("baseline")];
  for (const path of args.paths.length > 0 ? args.paths : ["."]) {
    const isDirectory = isFolder(resolve(io.cwd, path));
    if (isDirectory === false) files.push(path);
    // A pattern, or what is not there yet, may come to be anywhere below.
    else searched.push(isDirectory ? path : ".");
  }
  const { filesIn } = await import("../search.ts");
  const env = args.has("no-ignore") ? undefined : io.env;
  const folders = searched.flatMap((path) => [
    resolve(io.cwd, path),
    ...filesIn(path, io.cwd, () => undefined, env).folders,
  ]);
  const written = pathsOf(writtenBy(args), io);
  const named = new Set([...pathsOf(files, io)].filter((it) => !written.has(it)));

  const watched = new Map<string, (name: string) => boolean>();
  const namedIn = (folder: string) => (name: string) => named.has(join(folder, name));
  for (const folder of Array.from(named, (it) => dirname(it))) watched.set(folder, namedIn(folder));
  for (const folder of [...folders, ...watched.keys()])
    for (const above of upFrom(folder)) {
      const isNamed = namedIn(above);
      watched.set(above, (name) => isNamed(name) || SETTINGS.has(name));
    }
  for (const folder of folders) {
    watched.set(folder, (name) => {
      const path = join(folder, name);
      return !written.has(path) && (named.has(path) || matters(name) || isFolder(path) === true);
    });
  }
  return watched;
}

/** Of files, where they are named, and where the links lead that they are named by: a change behind one is seen only there. */
function pathsOf(files: readonly string[], { cwd }: Io): ReadonlySet<string> {
  const paths = files.map((it) => resolve(cwd, it));
  return new Set([...paths, ...paths.map(identityOf)]);
}

const SETTINGS: ReadonlySet<string> = new Set([...SETTINGS_FILES, ".gitignore"]);

/** What may be a document: settings can say so of any name. */
function matters(name: string): boolean {
  return /\.(?:ya?ml|jsonc?)$/i.test(name) || SETTINGS.has(basename(name));
}

/** What linting itself writes would wake it for ever. */
function writtenBy(args: Arguments): readonly string[] {
  const isKept = args.has("update-baseline") || args.has("prune-baseline");
  return [...printedFiles(args), ...(isKept ? args.values("baseline") : [])];
}

/** A folder and those above it, as far up as settings hold. */
function upFrom(folder: string): string[] {
  const above = dirname(folder);
  return above === folder || existsSync(join(folder, ".git"))
    ? [folder]
    : [folder, ...upFrom(above)];
}

/** Undefined where nothing is, or nothing can be seen. */
function isFolder(path: string): boolean | undefined {
  try {
    return statSync(path, { throwIfNoEntry: false })?.isDirectory();
  } catch (error) {
    if (!isFileError(error)) throw error;
    return undefined;
  }
}
