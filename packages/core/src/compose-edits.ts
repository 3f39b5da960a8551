import type { Edit } from "./edit.ts";
import type { Range } from "./range.ts";

/** What a text is made of after some rounds: a range of the original that has been kept, or new text. */
type Piece = Range | string;

/**
 * The edits of a text that come to the same as several rounds of edits, of which each is of the text that the one before
 * has made. In the order of the text; what no round touches, they do not touch.
 */
export function composeEdits(text: string, rounds: readonly (readonly Edit[])[]): readonly Edit[] {
  let pieces: readonly Piece[] = [{ start: 0, end: text.length }];
  for (const edits of rounds) pieces = withEdits(pieces, edits);
  return editsBetween(text, pieces);
}

function withEdits(pieces: readonly Piece[], edits: readonly Edit[]): readonly Piece[] {
  const result: Piece[] = [];
  let next = 0;
  /** What is left of the piece before the next one. */
  let rest: Piece = "";
  let at = 0;
  for (const { range, newText } of edits.toSorted((a, b) => a.range.start - b.range.start)) {
    pass(range.start, (kept) => result.push(kept));
    pass(range.end);
    if (newText !== "") result.push(newText);
  }
  pass(Infinity, (kept) => result.push(kept));
  return result;

  /** Goes on to an offset, and says what stands before it. */
  function pass(end: number, take?: (piece: Piece) => void): void {
    while (at < end) {
      if (lengthOf(rest) === 0) {
        if (next === pieces.length) return;
        rest = pieces[next] ?? "";
        next += 1;
      }
      const [before, after] = cutAt(rest, end - at);
      rest = after;
      at += lengthOf(before);
      take?.(before);
    }
  }
}

function lengthOf(piece: Piece): number {
  return typeof piece === "string" ? piece.length : piece.end - piece.start;
}

function cutAt(piece: Piece, length: number): readonly [Piece, Piece] {
  if (typeof piece === "string") return [piece.slice(0, length), piece.slice(length)];
  const cut = Math.min(piece.start + length, piece.end);
  return [
    { start: piece.start, end: cut },
    { start: cut, end: piece.end },
  ];
}

/** What has come in the place of what lies between two pieces that are kept. */
function editsBetween(text: string, pieces: readonly Piece[]): readonly Edit[] {
  const edits: Edit[] = [];
  let newText = "";
  let start = 0;
  for (const piece of [...pieces, { start: text.length, end: text.length }]) {
    if (typeof piece === "string") {
      newText += piece;
      continue;
    }
    if (text.slice(start, piece.start) !== newText) {
      edits.push({ range: { start, end: piece.start }, newText });
    }
    newText = "";
    start = piece.end;
  }
  return edits;
}
