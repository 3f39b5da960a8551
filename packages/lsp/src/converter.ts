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
  const charactersIn = createCounter(text, encoding);

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
    return { line, character: charactersIn(lineStarts[line] ?? 0, units) };
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
  const known = new Map<number, PieceConverter>();
  const lineStarts = once(() => lineStartsOf(sheet.text));
  const whole = once(() => createConverter(sheet.text, encoding, lineStarts()));

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
    const piece = pieces.atOffset(offset);
    const { converter, beginsLine } = converterOf(piece);
    const { line, character } = converter.positionAt(offset - piece.start);
    if (line === 0 && !beginsLine) return whole().positionAt(offset);
    return { line: line + piece.line, character };
  }

  function offsetAt({ line, character }: lsp.Position): number {
    if (!isCount(line)) return 0;
    const piece = pieces.atLine(line);
    const { converter, beginsLine } = converterOf(piece);
    if (line === piece.line && !beginsLine) return whole().offsetAt({ line, character });
    return piece.start + converter.offsetAt({ line: line - piece.line, character });
  }

  function converterOf({ index, start, text }: PlacedPiece): PieceConverter {
    const before = known.get(index);
    if (before) return before;
    const beginsLine = start === 0 || pieces.at(index - 1).text.endsWith("\n");
    const converter = { converter: createConverter(text, encoding), beginsLine };
    known.set(index, converter);
    return converter;
  }
}

/** What converts within a piece, which may go on with a line of the piece before. */
interface PieceConverter {
  readonly converter: Converter;
  readonly beginsLine: boolean;
}

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
