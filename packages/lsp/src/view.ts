import {
  type Diagnostic,
  type Document,
  isIdle,
  isRestreamDocument,
  isRestreamFile,
  type Language,
  languageOf,
  lint,
  lintSheet,
  type Name,
  namesIn,
  parseDocument,
  parseSettings,
  type Settings,
  type Sheet,
  targetKeysIn,
} from "@restream-lint/core";
import { type Converter, createConverter, createPieceConverter } from "./converter.ts";
import type { PositionEncoding } from "./encoding.ts";
import type { SettingsFor } from "./settings-finder.ts";
import { once } from "./once.ts";
import { sheetOfLong } from "./sheet-of-long.ts";
import { fileNameOf, isSettingsFile } from "./uris.ts";

/** What features look at: one version of one text, parsed once, with the settings that hold for it. */
export interface View {
  readonly uri: string;
  /** Undefined for a text that is not open. */
  readonly version: number | undefined;
  /** A settings file is parsed like a document, and has no restreams. */
  readonly kind: "restreams" | "settings";
  /** The whole document; long ones are parsed when somebody asks for it. */
  readonly document: Document;
  /** What its targets have in common with those of another text if they are the same. */
  readonly keys: Iterable<number>;
  readonly settings: Settings;
  readonly converter: Converter;
  /** What there is to say of the text by itself, in its order; worked out once. */
  readonly diagnostics: () => readonly Diagnostic[];
  /** What it calls something by in several places; worked out once. */
  readonly names: () => readonly Name[];
}

/** A text, and what is known of it besides. */
export interface Source {
  readonly uri: string;
  readonly text: string;
  /** What the editor takes it for; undefined where the name alone says that. */
  readonly languageId?: string | undefined;
  readonly version?: number | undefined;
  readonly sheet?: (language: Language) => Sheet | undefined;
}

/** Makes the view of a text; undefined for one that is neither a restream document nor a settings file. */
export function createView(
  source: Source,
  { settings, isTaken }: SettingsFor,
  encoding: PositionEncoding,
): View | undefined {
  const { uri, version } = source;
  const language = languageFor(source);
  if (!language) return undefined;
  const kind = isSettingsFile(uri) ? "settings" : "restreams";
  if (kind === "restreams" && !mayBeRestreams(source, isTaken)) return undefined;
  const seen = seenOf(source, language, kind, settings);
  if (kind === "restreams" && !isNamed(source, isTaken) && !isRestreamDocument(seen.document))
    return undefined;
  return {
    uri,
    version,
    kind,
    get document() {
      return seen.whole();
    },
    get keys() {
      return seen.keys();
    },
    settings,
    converter: seen.sheet
      ? createPieceConverter(seen.sheet, encoding)
      : createConverter(source.text, encoding),
    diagnostics: once(seen.diagnostics),
    names: once(() => namesIn(seen.whole())),
  };
}

/** A text, as far as linting has to look at it. */
interface Seen {
  readonly document: Document;
  /** Where only some of its restreams are in the document. */
  readonly sheet?: Sheet;
  readonly diagnostics: () => readonly Diagnostic[];
  readonly whole: () => Document;
  readonly keys: () => Iterable<number>;
}

function seenOf(source: Source, language: Language, kind: View["kind"], settings: Settings): Seen {
  const parse = () => parseDocument(source.text, { language });
  const cut = source.sheet ?? (() => sheetOfLong(source.text, language));
  const sheet = kind === "restreams" && isIdle(settings) ? cut(language) : undefined;
  const linted = sheet && lintSheet(sheet, settings);
  if (linted) {
    const { document, diagnostics, keys } = linted;
    return { document, sheet, diagnostics, whole: once(parse), keys: once(keys) };
  }
  const document = parse();
  return {
    document,
    diagnostics: () =>
      kind === "settings"
        ? parseSettings(source.text, { language }).diagnostics
        : lint(document, settings),
    whole: () => document,
    keys: once(() => targetKeysIn(document)),
  };
}

/** The language of a text: what its name says, as on the command line, else what the editor takes it for. */
function languageFor({ uri, languageId }: Source): Language | undefined {
  const name = fileNameOf(uri);
  if (/\.(?:ya?ml|jsonc?)$/i.test(name)) return languageOf(name);
  if (languageId === "json" || languageId === "jsonc") return languageId;
  return languageId?.startsWith("yaml") === true ? "yaml" : undefined;
}

/** Whether to parse a text at all: most that an editor opens are somebody else's, and cost a search for a word. */
function mayBeRestreams(source: Source, isTaken: boolean | undefined): boolean {
  if (isTaken === false) return false;
  return isNamed(source, isTaken) || /restream|stream_id/.test(source.text);
}

function isNamed({ uri }: Source, isTaken: boolean | undefined): boolean {
  return isTaken === true || isRestreamFile(fileNameOf(uri));
}
