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
 * A document, which is parsed only if somebody asks for what takes that: of most of thousands nobody does, so it holds
 * little of its own.
 */
export class LintedText implements Linted {
  readonly settings: Settings;
  // Not `#`: Node.js 20 takes half a microsecond for each of those.
  private readonly textFile: Read;
  private readonly known: Known;
  private readonly prepared: Prepared;
  private parsed: Document | undefined;
  private masked: FileReport["mask"] | undefined;
  private marked: FileReport["markOf"] | undefined;

  constructor(textFile: Read, settings: Settings, known: Known, prepared: Prepared = NOTHING) {
    this.settings = settings;
    this.textFile = textFile;
    this.known = known;
    this.prepared = prepared;
  }

  get file(): string {
    return this.textFile.file;
  }

  get text(): string {
    return this.textFile.text;
  }

  get keys(): Iterable<number> {
    return this.known.keys;
  }

  get isWhole(): boolean {
    return this.known.isWhole;
  }

  get diagnostics(): FileReport["diagnostics"] {
    return this.known.diagnostics;
  }

  get suppressed(): number {
    return this.known.suppressed;
  }

  get unusedIgnores(): Linted["unusedIgnores"] {
    return this.known.unusedIgnores;
  }

  get document(): Document {
    return (this.parsed ??= this.prepared.document ?? documentIn(this.textFile));
  }

  get restreams(): number {
    return this.prepared.restreams ?? this.document.restreams.length;
  }

  get mask(): FileReport["mask"] {
    return (this.masked ??= this.prepared.mask ?? maskOf(() => this.document));
  }

  get markOf(): FileReport["markOf"] {
    return (this.marked ??= this.prepared.markOf ?? marksOf(() => this.document));
  }

  get fileOf(): FileReport["fileOf"] {
    return knowsNoOther;
  }
}

type Read = Pick<TextFile, "file" | "text" | "language">;
const NOTHING: Prepared = {};

function documentIn({ text, language }: Read): Document {
  return parseDocument(text, { language });
}

function maskOf(documentOf: () => Document): FileReport["mask"] {
  let mask: FileReport["mask"] | undefined;
  return (range) => (mask ??= createMask(documentOf()))(range);
}

function marksOf(documentOf: () => Document): FileReport["markOf"] {
  let markOf: FileReport["markOf"] | undefined;
  return (diagnostic) => (markOf ??= createMarks(namesIn(documentOf())))(diagnostic);
}

/** What a document says by itself speaks of no other one. */
function knowsNoOther(): string {
  return "";
}
