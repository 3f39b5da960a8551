import {
  TextDocument,
  type TextDocumentContentChangeEvent,
} from "vscode-languageserver-textdocument";
import type {
  Position,
  TextDocumentItem,
  VersionedTextDocumentIdentifier,
} from "vscode-languageserver-types";
import { type PositionEncoding, unitsIn } from "./encoding.ts";
import { keyOf } from "./uris.ts";

/** A text as an editor has it. */
export interface OpenText {
  readonly uri: string;
  readonly languageId: string;
  readonly version: number;
  readonly text: string;
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
  const texts = new Map<string, { document: TextDocument; value: OpenText }>();
  return {
    all: () => Array.from(texts.values(), ({ value }) => value),
    at: (uri) => texts.get(keyOf(uri))?.value,
    open: ({ uri, languageId, version, text }) => {
      // The protocol's library checks no types.
      if ([uri, languageId, text].some((it) => typeof it !== "string")) return;
      keep(TextDocument.create(uri, languageId, version, text));
    },
    change: ({ uri, version }, changes) => {
      const document = texts.get(keyOf(uri))?.document;
      if (!document) return;
      try {
        for (const change of changes)
          TextDocument.update(document, [inUnits(document, change, encoding())], version);
        TextDocument.update(document, [], version);
      } finally {
        // A change that is none fails, after others may have been made.
        keep(document);
      }
    },
    close: (uri) => texts.delete(keyOf(uri)),
  };

  function keep(document: TextDocument): void {
    const { uri, languageId, version } = document;
    const value = { uri, languageId, version, text: document.getText() };
    texts.set(keyOf(uri), { document, value });
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
