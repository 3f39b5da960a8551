import type { Counter, Extent } from "./extent.ts";
import type { Facts } from "./facts.ts";

/** A part of a text. In YAML, whole lines. */
export interface Piece {
  readonly text: string;
  /** What an item has to do with others, if nothing is wrong with it by itself. */
  readonly facts: Facts | undefined;
  /** How many line breaks it has. */
  readonly breaks: number;
}

/** A piece where it stands. */
export interface PlacedPiece extends Piece, Extent {
  /** The piece itself, which is the same wherever it comes to stand. */
  readonly itself: Piece;
}

/** Makes a piece: counts its line breaks. */
export function pieceOf(text: string, facts?: Facts): Piece {
  let breaks = 0;
  for (let at = text.indexOf("\n"); at !== -1; at = text.indexOf("\n", at + 1)) breaks += 1;
  return { text, facts, breaks };
}

/** Counts one more piece. There are too many to make an object for each. */
export function count(sum: Counter, { text, breaks }: Piece): void {
  sum.index += 1;
  sum.start += text.length;
  sum.line += breaks;
}

/** A piece where it stands behind this much. */
export function placed(itself: Piece, { index, start, line }: Extent): PlacedPiece {
  const { text, facts, breaks } = itself;
  return { itself, text, facts, breaks, index, start, line };
}

/** How much a piece adds to one of the counts. */
export function amountOf({ text, breaks }: Piece, by: keyof Extent): number {
  if (by === "index") return 1;
  return by === "start" ? text.length : breaks;
}
