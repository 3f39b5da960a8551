import {
  createMask,
  type Document,
  type Judgement,
  parseDocument,
  type Settings,
} from "@restream-lint/core";
import type { TextFile } from "./document-files.ts";
import { createMarks, namesIn } from "./marks.ts";
import type { FileReport } from "./report.ts";

/** A document that was linted by itself. */
export interface Linted extends FileReport, Pick<Judgement, "unusedIgnores"> {
  readonly document: Document;
  readonly settings: Settings;
  /** Hashes of what its targets have in common with those of another document if they are the same. */
  readonly keys: Iterable<number>;
  readonly restreams: number;
  /** Whether no part of its text is beyond reading. */
  readonly isWhole: boolean;
}

/** What linting a document by itself came to. */
export type Known = Pick<
  Linted,
  "keys" | "isWhole" | "diagnostics" | "suppressed" | "unusedIgnores"
>;

/** What of it need not be worked out from its text. */
export type Prepared = Partial<Pick<Linted, "document" | "restreams" | "mask" | "markOf">>;

/**
 * A document, which is parsed only if somebody asks for what takes that: of most of thousands nobody does, and each of
 * them is one object.
 */
export class LintedText implements Linted {
  readonly file: string;
  readonly text: string;
  readonly settings: Settings;
  readonly keys: Iterable<number>;
  readonly isWhole: boolean;
  readonly diagnostics: FileReport["diagnostics"];
  readonly suppressed: number;
  readonly unusedIgnores: Linted["unusedIgnores"];
  readonly mask: FileReport["mask"];
  readonly markOf: FileReport["markOf"];
  readonly fileOf: FileReport["fileOf"] = knowsNoOther;
  readonly #language: TextFile["language"];
  readonly #restreams: number | undefined;
  #document: Document | undefined;
  #mask: FileReport["mask"] | undefined;
  #markOf: FileReport["markOf"] | undefined;

  constructor(
    { file, text, language }: Pick<TextFile, "file" | "text" | "language">,
    settings: Settings,
    { keys, isWhole, diagnostics, suppressed, unusedIgnores }: Known,
    { document, restreams, mask, markOf }: Prepared = {},
  ) {
    this.file = file;
    this.text = text;
    this.settings = settings;
    this.keys = keys;
    this.isWhole = isWhole;
    this.diagnostics = diagnostics;
    this.suppressed = suppressed;
    this.unusedIgnores = unusedIgnores;
    // They are handed on by themselves.
    this.mask = mask ?? ((range) => (this.#mask ??= createMask(this.document))(range));
    this.markOf = markOf ?? ((it) => (this.#markOf ??= createMarks(namesIn(this.document)))(it));
    this.#language = language;
    this.#restreams = restreams;
    this.#document = document;
  }

  get document(): Document {
    return (this.#document ??= parseDocument(this.text, { language: this.#language }));
  }

  get restreams(): number {
    return this.#restreams ?? this.document.restreams.length;
  }
}

/** What a document says by itself speaks of no other one. */
function knowsNoOther(): string {
  return "";
}
