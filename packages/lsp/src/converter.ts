import {
  type LineStarts,
  lineStartsOf,
  type PlacedPiece,
  positionAt,
  type Range,
  type Sheet,
} from "@restream-lint/core";
import type * as lsp from "vscode-languageserver-types";
import { once } from "./once.ts";
import { lengthIn, type PositionEncoding, unitsIn } from "./encoding.ts";

/** Between the offsets of one text and the positions of a client: nobody else here knows lines. */
export interface Converter {
  readonly lineStarts: LineStarts;
  readonly positionAt: (offset: number) => lsp.Position;
  /** A line beyond the text is its end, a character beyond the line the line's end; whatever else is asked for, its start. */
  readonly offsetAt: (position: lsp.Position) => number;
  readonly rangeOf: (range: Range) => lsp.Range;
  readonly rangeIn: (range: lsp.Range) => Range;
}

/** Makes the converter of a text. Positions take time linear in it and in their number, in any encoding. */
export function createConverter(
  text: string,
  encoding: PositionEncoding,
  lineStarts: LineStarts = lineStartsOf(text),
): Converter {
  const charactersIn = once(() => createCounter(text, encoding));

  return {
    lineStarts,
    positionAt: positionOf,
    offsetAt,
    rangeOf: ({ start, end }) => ({ start: positionOf(start), end: positionOf(end) }),
    rangeIn: ({ start, end }) => inOrder(offsetAt(start), offsetAt(end)),
  };

  function positionOf(offset: number): lsp.Position {
    const position = positionAt(lineStarts, Math.min(offset, text.length));
    if (encoding === "utf-16") return position;
    const { line, character: units } = position;
    return { line, character: charactersIn()(lineStarts[line] ?? 0, units) };
  }

  function offsetAt({ line, character }: lsp.Position): number {
    if (!isCount(line)) return 0;
    const start = lineStarts[line];
    if (start === undefined) return text.length;
    const range = { start, end: endOf(line) };
    return start + (isCount(character) ? unitsIn(encoding, text, character, range) : 0);
  }

  function endOf(line: number): number {
    const next = lineStarts[line + 1];
    if (next === undefined) return text.length;
    return text.startsWith("\r\n", next - 2) ? next - 2 : next - 1;
  }
}

/** Makes the converter of a text in pieces: it costs those that are asked about, or all where they begin no line. */
export function createPieceConverter(
  sheet: Pick<Sheet, "text" | "pieces">,
  encoding: PositionEncoding,
): Converter {
  const { pieces } = sheet;
  const converters = CONVERTERS[encoding];
  const lineStarts = once(() => lineStartsOf(sheet.text));
  const whole = once(() => createConverter(sheet.text, encoding, lineStarts()));
  let last: PlacedPiece | undefined;

  return {
    get lineStarts() {
      return lineStarts();
    },
    positionAt: positionOf,
    offsetAt,
    rangeOf: ({ start, end }) => ({ start: positionOf(start), end: positionOf(end) }),
    rangeIn: ({ start, end }) => inOrder(offsetAt(start), offsetAt(end)),
  };

  function positionOf(offset: number): lsp.Position {
    const piece = pieceAt(offset);
    const { line, character } = converterOf(piece).positionAt(offset - piece.start);
    if (line === 0 && !beginsLine(piece)) return whole().positionAt(offset);
    return { line: line + piece.line, character };
  }

  /** The piece that an offset is in: mostly that of the one before, which the same range began with. */
  function pieceAt(offset: number): PlacedPiece {
    const isThere = last && last.start <= offset && offset < last.start + last.text.length;
    if (!last || !isThere) last = pieces.atOffset(offset);
    return last;
  }

  function offsetAt({ line, character }: lsp.Position): number {
    if (!isCount(line)) return 0;
    const piece = pieces.atLine(line);
    if (line === piece.line && !beginsLine(piece)) return whole().offsetAt({ line, character });
    return piece.start + converterOf(piece).offsetAt({ line: line - piece.line, character });
  }

  function converterOf({ itself, text }: PlacedPiece): Converter {
    const known = converters.get(itself);
    if (known) return known;
    const converter = createConverter(text, encoding);
    converters.set(itself, converter);
    return converter;
  }

  /** Whether a piece does not go on with a line of the one before. */
  function beginsLine({ index, start }: PlacedPiece): boolean {
    return start === 0 || pieces.at(index - 1).text.endsWith("\n");
  }
}

/** What converts within pieces: they never change, and most are there after an edit, too. */
const CONVERTERS: Readonly<Record<PositionEncoding, WeakMap<PlacedPiece["itself"], Converter>>> = {
  "utf-8": new WeakMap(),
  "utf-16": new WeakMap(),
  "utf-32": new WeakMap(),
};

function inOrder(one: number, other: number): Range {
  return { start: Math.min(one, other), end: Math.max(one, other) };
}

/** Counts the characters of a line that its first units are. A text on one line can be long: what was counted is not counted again. */
function createCounter(
  text: string,
  encoding: PositionEncoding,
): (line: number, units: number) => number {
  /** By the lines' starts: places in them, each so far behind the one before that there are few. */
  const places = new Map<number, { readonly offset: number; readonly characters: number }[]>();

  return (line, units) => {
    const end = line + units;
    if (units < FAR) return lengthIn(encoding, text.slice(line, end));
    const known = places.get(line) ?? [{ offset: line, characters: 0 }];
    places.set(line, known);
    let last = known.at(-1);
    while (last && last.offset + FAR <= end) {
      const far = last.offset + FAR;
      const offset = isInside(text, far) ? far - 1 : far;
      const characters = last.characters + lengthIn(encoding, text.slice(last.offset, offset));
      last = { offset, characters };
      known.push(last);
    }
    const near = known[Math.min(Math.floor(units / FAR), known.length - 1)];
    if (!near) return 0;
    return near.characters + lengthIn(encoding, text.slice(near.offset, end));
  };
}

/** In UTF-16 units. */
const FAR = 1024;

/** Whether an offset is between the two units of a character: counting cannot go on from there. */
function isInside(text: string, offset: number): boolean {
  return (text.codePointAt(offset - 1) ?? 0) > 0xffff;
}

/** Whether a client's number is one: nobody else checks what it sends. */
function isCount(number: number): boolean {
  return Number.isInteger(number) && number >= 0;
}
