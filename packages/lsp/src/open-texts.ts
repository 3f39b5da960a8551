import {
  TextDocument,
  type TextDocumentContentChangeEvent,
} from "vscode-languageserver-textdocument";
import type {
  Position,
  TextDocumentItem,
  VersionedTextDocumentIdentifier,
} from "vscode-languageserver-types";
import {
  type Edit,
  editedLineStarts,
  type LineStarts,
  lineStartsOf,
  Sheet,
} from "@restream-lint/core";
import { type PositionEncoding, unitsIn } from "./encoding.ts";
import { keyOf } from "./uris.ts";

/** A text as an editor has it. */
export interface OpenText {
  readonly uri: string;
  readonly languageId: string;
  readonly version: number;
  readonly text: string;
  /** Where its lines begin. */
  readonly lineStarts: LineStarts;
  /** It as a sheet, while it is the text that is open; undefined where it has to be read as a whole. */
  readonly sheet: () => Sheet | undefined;
}

/** The texts that are open, as the client's notifications leave them. */
export interface OpenTexts {
  readonly all: () => readonly OpenText[];
  readonly at: (uri: string) => OpenText | undefined;
  readonly open: (item: TextDocumentItem) => void;
  /** Nothing happens to a text that is not open. */
  readonly change: (
    id: VersionedTextDocumentIdentifier,
    changes: readonly TextDocumentContentChangeEvent[],
  ) => void;
  readonly close: (uri: string) => void;
}

/** Keeps texts in step with a client that counts characters in this encoding. */
export function createOpenTexts(encoding: () => PositionEncoding): OpenTexts {
  const texts = new Map<string, Kept>();
  return {
    all: () => Array.from(texts.values(), ({ value }) => value),
    at: (uri) => texts.get(keyOf(uri))?.value,
    open: ({ uri, languageId, version, text }) => {
      // The protocol's library checks no types.
      if ([uri, languageId, text].some((it) => typeof it !== "string")) return;
      texts.set(keyOf(uri), new Kept(TextDocument.create(uri, languageId, version, text)));
    },
    change: ({ uri, version }, changes) => {
      texts.get(keyOf(uri))?.change(version, changes, encoding());
    },
    close: (uri) => texts.delete(keyOf(uri)),
  };
}

/** A text, and what changes with it for the price of its edits. */
class Kept {
  readonly #document: TextDocument;
  #sheet: Sheet | undefined;
  #value: OpenText;

  constructor(document: TextDocument) {
    this.#document = document;
    this.#value = this.#valueWith(lineStartsOf(document.getText()));
  }

  get value(): OpenText {
    return this.#value;
  }

  change(
    version: number,
    changes: readonly TextDocumentContentChangeEvent[],
    encoding: PositionEncoding,
  ): void {
    let { lineStarts } = this.#value;
    try {
      for (const change of changes) {
        const edit = this.#update(inUnits(this.#document, change, encoding), version);
        const text = this.#document.getText();
        lineStarts = edit ? editedLineStarts(lineStarts, edit, text) : lineStartsOf(text);
        if (!edit || this.#sheet?.change(edit, text) !== true) this.#sheet = undefined;
      }
      TextDocument.update(this.#document, [], version);
    } finally {
      // A change that is none fails, after others may have been made.
      this.#value = this.#valueWith(lineStarts);
    }
  }

  /** Makes a change, and answers what it is in offsets; undefined where all of the text is new. */
  #update(change: TextDocumentContentChangeEvent, version: number): Edit | undefined {
    const document = this.#document;
    if (!("range" in change)) {
      TextDocument.update(document, [change], version);
      return undefined;
    }
    const [one, other] = [change.range.start, change.range.end].map((it) => document.offsetAt(it));
    TextDocument.update(document, [change], version);
    const [start = 0, end = 0] = [one ?? 0, other ?? 0].toSorted((a, b) => a - b);
    return { range: { start, end }, newText: change.text };
  }

  #valueWith(lineStarts: LineStarts): OpenText {
    const { uri, languageId, version } = this.#document;
    const text = this.#document.getText();
    const sheet = () => {
      if (text !== this.#value.text) return undefined;
      return (this.#sheet ??= Sheet.of(text));
    };
    return { uri, languageId, version, text, lineStarts, sheet };
  }
}

/** A change with its positions in UTF-16 units, which are all that the library knows; numbers that are none are zero. */
function inUnits(
  document: TextDocument,
  change: TextDocumentContentChangeEvent,
  encoding: PositionEncoding,
): TextDocumentContentChangeEvent {
  if (!("range" in change)) return change;
  const { start, end } = change.range;
  return { text: change.text, range: { start: positionIn(start), end: positionIn(end) } };

  function positionIn(position: Position): Position {
    const [line, characters] = [countOf(position.line), countOf(position.character)];
    if (encoding === "utf-16") return { line, character: characters };
    const written = document.getText({
      start: { line, character: 0 },
      end: { line: line + 1, character: 0 },
    });
    return { line, character: unitsIn(encoding, written, characters) };
  }
}

function countOf(number: number): number {
  return Number.isInteger(number) && number >= 0 ? number : 0;
}
