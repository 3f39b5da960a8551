import { isAbsolute, resolve, sep } from "node:path";
import {
  type Document,
  isRestreamDocument,
  isRestreamFile,
  type Language,
  languageOf,
  languageOfText,
  MAX_LENGTH,
  parseDocument,
} from "@restream-lint/core";
import { type FoundText, readFoundText } from "@restream-lint/files";
import { type Inputs, STDIN } from "./inputs.ts";
import type { Io } from "./io.ts";
import type { Arguments } from "./arguments.ts";
import { UsageError } from "./errors.ts";
import { readMeantText } from "./meant-text.ts";
import { printable } from "./printable.ts";
import { readEach } from "./read-each.ts";
import { readStdin } from "./read-stdin.ts";
import { isRecordsFile, ONLY_STREAMED } from "./records/is-records-file.ts";
import type { SettingsFinder } from "./settings.ts";

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
  const { found: files, failed } = await readEach(inputs, io, async (input) => {
    const it = documentFileOf(
      input === STDIN ? await textOnStdin(args, io) : textFileAt(input, inputs, io),
    );
    if (isRestream(it, finder)) return it;
    io.stderr.write(`restream-lint: ${printable(it.file)}: not a restream document\n`);
    return undefined;
  });
  return { files, failed };
}

/** A text that may be a restream document, and where it comes from. */
export interface TextFile extends Pick<DocumentFile, "file" | "path"> {
  readonly text: string;
  readonly language: Language;
}

/** Reads an input that is not standard input, unless its text is known. Throws as `fs` does. */
export function textFileAt(
  input: string,
  { found, texts }: Inputs,
  { cwd }: Pick<Io, "cwd">,
): TextFile {
  if (found?.has(input) === true) return new FoundFile(input, cwd);
  const path = resolve(cwd, input);
  const text = texts?.get(input) ?? readMeantText(path);
  return { file: input, path, text, language: languageOf(input) };
}

/** A file of thousands that a search found. */
class FoundFile implements TextFile {
  readonly file: string;
  readonly language: Language;
  readonly path: string;
  readonly found: FoundText;

  constructor(file: string, cwd: string) {
    this.file = file;
    this.language = languageOf(file);
    // `resolve` looks at each character.
    this.path = isAbsolute(file) ? file : cwd + sep + file;
    this.found = readFoundText(this.path);
  }

  /** Made anew whenever it is asked for. */
  get text(): string {
    return this.found.text;
  }
}

/** Reads standard input. */
export async function textOnStdin(args: Arguments, io: Io): Promise<TextFile> {
  const name = args.value("stdin-filename");
  if (name !== undefined && isRecordsFile(name)) throw new UsageError(`${name}: ${ONLY_STREAMED}`);
  const text = await readStdin(io);
  const language = name === undefined ? languageOfText(text) : languageOf(name);
  return { file: name ?? "<stdin>", path: undefined, text, language };
}

/** Parses a text. */
export function documentFileOf({ file, path, text, language }: TextFile): DocumentFile {
  return { file, path, document: parseDocument(text, { language }) };
}

/** Whether its name, its content or the settings say that it is a restream document; what is broken, or too large to look at, may be one. */
export function isRestream({ file, document }: DocumentFile, finder: SettingsFinder): boolean {
  const { faults } = document.syntax;
  return (
    isRestreamDocument(document) ||
    isRestreamFile(file) ||
    finder.isTaken(file) === true ||
    faults.length > 0 ||
    document.text.length > MAX_LENGTH
  );
}
