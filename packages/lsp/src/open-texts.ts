import {
  TextDocument,
  type TextDocumentContentChangeEvent,
} from "vscode-languageserver-textdocument";
import type {
  Position,
  TextDocumentItem,
  VersionedTextDocumentIdentifier,
} from "vscode-languageserver-types";
import { type Language, Sheet } from "@restream-lint/core";
import { createPieceConverter } from "./converter.ts";
import { type PositionEncoding, unitsIn } from "./encoding.ts";
import { sheetOfLong } from "./sheet-of-long.ts";
import { keyOf } from "./uris.ts";

/** A text as an editor has it. */
export interface OpenText {
  readonly uri: string;
  readonly languageId: string;
  readonly version: number;
  /** Of a text in pieces, made when it is asked for. */
  readonly text: string;
  /** It in pieces, while it is the text that is open; undefined where it has to be read as a whole. */
  readonly sheet: (language: Language) => Sheet | undefined;
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

/** A text: in pieces, once somebody asked for them, as long as edits leave it so. */
class Kept {
  #content: TextDocument | Sheet;
  #value: OpenText;

  constructor(document: TextDocument) {
    this.#content = document;
    this.#value = this.#valueWith(document);
  }

  get value(): OpenText {
    return this.#value;
  }

  change(
    version: number,
    changes: readonly TextDocumentContentChangeEvent[],
    encoding: PositionEncoding,
  ): void {
    const { uri, languageId } = this.#value;
    try {
      for (const change of changes) this.#content = this.#changed(change, encoding);
    } finally {
      // A change that is none fails, after others may have been made.
      this.#value = this.#valueWith({ uri, languageId, version });
    }
  }

  #changed(
    change: TextDocumentContentChangeEvent,
    encoding: PositionEncoding,
  ): TextDocument | Sheet {
    const before = this.#content;
    // A text that is none fails below.
    if (before instanceof Sheet && "range" in change && typeof change.text === "string") {
      const { start, end } = change.range;
      const range = createPieceConverter(before, encoding).rangeIn({
        start: counted(start),
        end: counted(end),
      });
      const sheet = before.change({ range, newText: change.text });
      if (sheet) return sheet;
    }
    const whole = before instanceof Sheet ? this.#wholeOf(before) : before;
    return TextDocument.update(whole, [inUnits(whole, change, encoding)], whole.version + 1);
  }

  #wholeOf({ text }: Sheet): TextDocument {
    const { uri, languageId, version } = this.#value;
    return TextDocument.create(uri, languageId, version, text);
  }

  #valueWith({
    uri,
    languageId,
    version,
  }: Pick<OpenText, "uri" | "languageId" | "version">): OpenText {
    const content = this.#content;
    // The one changes with its text, the other does not.
    const text = content instanceof Sheet ? undefined : content.getText();
    const value: OpenText = {
      uri,
      languageId,
      version,
      get text() {
        return content instanceof Sheet ? content.text : (text ?? "");
      },
      // A sheet knows of the others' restreams only while it is the latest.
      sheet: (language) => (value === this.#value ? this.#cut(language) : undefined),
    };
    return value;
  }

  #cut(language: Language): Sheet | undefined {
    // An open text has one language, which its name tells, or the editor.
    if (this.#content instanceof Sheet) return this.#content;
    const sheet = sheetOfLong(this.#content.getText(), language);
    if (sheet) this.#content = sheet;
    return sheet;
  }
}

/** A change with its positions in UTF-16 units, which are all that the library knows. */
function inUnits(
  document: TextDocument,
  change: TextDocumentContentChangeEvent,
  encoding: PositionEncoding,
): TextDocumentContentChangeEvent {
  if (!("range" in change)) return change;
  const { start, end } = change.range;
  return { text: change.text, range: { start: positionIn(start), end: positionIn(end) } };

  function positionIn(position: Position): Position {
    const { line, character: characters } = counted(position);
    if (encoding === "utf-16") return { line, character: characters };
    const written = document.getText({
      start: { line, character: 0 },
      end: { line: line + 1, character: 0 },
    });
    return { line, character: unitsIn(encoding, written, characters) };
  }
}

/** A client's position; numbers that are none are zero. */
function counted({ line, character }: Position): Position {
  return { line: countOf(line), character: countOf(character) };
}

function countOf(number: number): number {
  return Number.isInteger(number) && number >= 0 ? number : 0;
}
