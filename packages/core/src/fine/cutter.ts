import type { Range } from "../range.ts";
import type { SyntaxTree } from "../syntax/node.ts";
import type { Language } from "../syntax/syntax.ts";
import type { Piece, PlacedPiece } from "./piece.ts";
import type { Pieces } from "./pieces.ts";

/** What a sheet takes of the language of its text: how a list of restreams is cut in it, and how some pieces are parsed. */
export interface Cutter {
  readonly language: Language;
  /** Where the first item's piece begins. */
  readonly first: number;
  /**
   * Cuts a text at its items, from the beginning of a piece on and up to where the list ends, or where others follow;
   * undefined where that is not safe.
   */
  readonly cut: (text: string, start: number, isFollowed: boolean) => Cut | undefined;
  /** Whether a text may stand behind the list. */
  readonly mayEnd: (text: string) => boolean;
  /** Whether no more has to be read of a text of these pieces than the parser reads of one. */
  readonly mayRead: (pieces: Pieces) => boolean;
  /** Parses the text of these pieces, the first and the last of all among them; undefined where only the whole will do. */
  readonly parse: (text: string, kept: readonly Kept[]) => SyntaxTree | undefined;
}

/** The pieces of a list, and where it ends. */
export interface Cut {
  readonly items: readonly Piece[];
  readonly end: number;
}

/** A piece, and where it stands in a text of only some of them. */
export interface Kept extends Range {
  readonly piece: PlacedPiece;
  /** Whether it is there for its own sake: others are the neighbours of such. */
  readonly isSeen: boolean;
}
