import { applyFixes, createMask, type Document, type Settings } from "@restream-lint/core";
import type { Arguments } from "./arguments.ts";
import {
  type DocumentFile,
  documentFileOf,
  isRestream,
  type TextFile,
  textFileAt,
  textOnStdin,
} from "./document-files.ts";
import type { Filler } from "./environment/environment.ts";
import { type Inputs, STDIN } from "./inputs.ts";
import type { Io } from "./io.ts";
import { lintedIfFine, lintedIfSparse, lintedOf } from "./linted.ts";
import type { Linted } from "./linted-text.ts";
import { printable } from "./printable.ts";
import type { SettingsFinder } from "./settings.ts";
import type { Stopwatch } from "./stats.ts";
import { writeText } from "./text-files.ts";

/** What linting the inputs takes. */
export interface Tools extends Pick<Stopwatch, "time"> {
  readonly inputs: Inputs;
  readonly finder: SettingsFinder;
  readonly fill: Filler | undefined;
}

/** Lints one input; there may be thousands, few of which need be waited for. */
export type LintInput = (input: string) => Promise<Linted | undefined> | Linted | undefined;

/**
 * Makes what lints an input, and mends it where that is asked for; nothing comes of what is no restream document, or has
 * broken settings.
 */
export function createInputLinter(
  { inputs, finder, fill, time }: Tools,
  args: Arguments,
  io: Io,
): LintInput {
  const isMended = args.has("fix") || args.has("diff");
  return (input) =>
    input === STDIN
      ? time("reading", async () => textOnStdin(args, io)).then(lintText)
      : lintText(time("reading", () => textFileAt(input, inputs, io)));

  function lintText(textFile: TextFile): Promise<Linted | undefined> | Linted | undefined {
    const { file } = textFile;
    const settings = finder.settingsOf(file);
    if (!settings) return undefined;
    const lane = () => lintedIfFine(textFile, settings) ?? lintedIfSparse(textFile, settings);
    const linted = fill || isMended ? undefined : time("linting", lane);
    if (linted) return linted;
    const found = time("parsing", () => documentFileOf(textFile));
    if (!isRestream(found, finder)) {
      io.stderr.write(
        `restream-lint: ${printable(file)}: not a restream document: it has no "restreams", no "restream", and no "uri" with "stream_id"\n`,
      );
      return undefined;
    }
    const document = fill ? fill(file, found.document) : found.document;
    return isMended ? mended(found, document, settings) : lintDocument(file, document, settings);
  }

  function lintDocument(file: string, document: Document, settings: Settings): Linted {
    return time("linting", () => lintedOf(file, document, settings));
  }

  /** Lints what is there once the file is mended; or what is there now, where only a patch is printed. */
  async function mended(
    found: DocumentFile,
    document: Document,
    settings: Settings,
  ): Promise<Linted> {
    const { file } = found;
    const unsafe = args.has("unsafe-fixes");
    const { document: fixed, edits } = time("fixing", () =>
      applyFixes(document, settings, { unsafe }),
    );
    if (args.has("diff")) {
      const { patchOf } = await import("./diff.ts");
      io.stdout.write(patchOf(file, sideOf(document), sideOf(fixed), edits));
      return lintDocument(file, document, settings);
    }
    write(found, fixed, io);
    return lintDocument(file, fixed, settings);
  }
}

function write({ path, document }: DocumentFile, { text }: Document, io: Io): void {
  if (path === undefined) io.stdout.write(text);
  else if (text !== document.text) writeText(path, text);
}

function sideOf(document: Document): { text: string; masked: string } {
  const { text } = document;
  return { text, masked: createMask(document)({ start: 0, end: text.length }) };
}
