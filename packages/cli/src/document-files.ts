import { resolve } from "node:path";
import {
  type Document,
  isRestreamDocument,
  isRestreamFile,
  languageOf,
  languageOfText,
  parseDocument,
} from "@restream-lint/core";
import { isFileError } from "@restream-lint/files";
import { type Inputs, STDIN } from "./inputs.ts";
import type { Io } from "./io.ts";
import type { Arguments } from "./arguments.ts";
import { readMeantText } from "./meant-text.ts";
import { printable } from "./printable.ts";
import type { SettingsFinder } from "./settings.ts";
import { reasonOf } from "./text-files.ts";

/** A restream document, and where it comes from. */
export interface DocumentFile {
  /** As the user named it, or below the directory that they named. */
  readonly file: string;
  /** Absolute; undefined for standard input. */
  readonly path: string | undefined;
  readonly document: Document;
}

/** Reads the restream documents of the inputs; what cannot be read, or is none, is said on stderr. */
export async function documentFilesOf(
  inputs: Inputs,
  finder: SettingsFinder,
  args: Arguments,
  io: Io,
): Promise<{ readonly files: readonly DocumentFile[]; readonly failed: boolean }> {
  const found: DocumentFile[] = [];
  let failed = inputs.failed;
  for (const input of inputs.files) {
    try {
      const it = await documentFileOf(input, args, io);
      if (isRestream(it, finder)) found.push(it);
      else io.stderr.write(`restream-lint: ${printable(it.file)}: not a restream document\n`);
    } catch (error) {
      if (!isFileError(error)) throw error;
      failed = true;
      io.stderr.write(`restream-lint: ${printable(input)}: ${reasonOf(error)}\n`);
    }
  }
  return { files: found, failed };
}

/** Reads an input, unless its text is known. Throws as `fs` does. */
export async function documentFileOf(
  input: string,
  args: Arguments,
  io: Io,
  known?: string,
): Promise<DocumentFile> {
  if (input !== STDIN) {
    const path = resolve(io.cwd, input);
    const text = known ?? readMeantText(path);
    return { file: input, path, document: parseDocument(text, { language: languageOf(input) }) };
  }
  const bytes = await io.readStdin();
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("utf8");
  const name = args.value("stdin-filename");
  const language = name === undefined ? languageOfText(text) : languageOf(name);
  return { file: name ?? "<stdin>", path: undefined, document: parseDocument(text, { language }) };
}

/** Whether its name, its content or the settings say that it is a restream document; a broken text may be one. */
export function isRestream({ file, document }: DocumentFile, finder: SettingsFinder): boolean {
  const { faults } = document.syntax;
  return (
    isRestreamDocument(document) ||
    isRestreamFile(file) ||
    finder.isTaken(file) === true ||
    faults.length > 0
  );
}
