import type { Facts } from "./facts.ts";

/** Some whole lines of a text. */
export interface Piece {
  readonly text: string;
  /** How many line breaks are in it. */
  readonly lines: number;
  /** What an item has to do with others, if nothing is wrong with it by itself. */
  readonly facts: Facts | undefined;
}

/** What stands before something: how many pieces, characters and line breaks. */
interface Place {
  readonly index: number;
  readonly start: number;
  readonly line: number;
}

/** A piece where it stands. */
export interface PlacedPiece extends Place, Piece {}

/** Some pieces that follow one another. */
interface Block {
  readonly pieces: readonly Piece[];
  /** What stands before the next one, if nothing stands before this one. */
  readonly end: Place;
  /** Whether each of them has facts. */
  readonly isFine: boolean;
}

/** A piece with its line breaks counted. */
export function pieceOf(text: string, facts?: Facts): Piece {
  let lines = 0;
  for (let at = text.indexOf("\n"); at !== -1; at = text.indexOf("\n", at + 1)) lines += 1;
  return { text, lines, facts };
}

const START: Place = { index: 0, start: 0, line: 0 };

/** So that for 10 000 pieces, neither a block nor the list of them is long. */
const BLOCK = 100;

/** The pieces of a text, in their order; one at least. Changing them copies one block, and the list of blocks. */
export class Pieces {
  readonly #blocks: readonly Block[];
  readonly #end: Place;

  static of(pieces: readonly Piece[]): Pieces {
    return new Pieces(blocksOf(pieces));
  }

  private constructor(blocks: readonly Block[]) {
    this.#blocks = blocks;
    this.#end = blocks.reduce(afterBlock, START);
  }

  get count(): number {
    return this.#end.index;
  }

  text(): string {
    return this.#blocks.map(({ pieces }) => pieces.map(({ text }) => text).join("")).join("");
  }

  at(index: number): PlacedPiece {
    return this.#last((place) => place.index <= index);
  }

  /** The piece that an offset is in, or at the beginning of. */
  atOffset(offset: number): PlacedPiece {
    return this.#last(({ start }) => start <= offset);
  }

  /** The piece that a line is in. */
  atLine(line: number): PlacedPiece {
    return this.#last((place) => place.line <= line);
  }

  /** From one on and up to another one. */
  slice(from: number, to: number): readonly Piece[] {
    return Array.from({ length: to - from }, (_, index) => this.at(from + index));
  }

  /** Those without facts: found by a look at each block, where most have them. */
  unsure(): readonly number[] {
    return this.#where(
      ({ isFine }) => !isFine,
      ({ facts }) => !facts,
    );
  }

  /** Those whose facts are meant. */
  where(isMeant: (facts: Facts) => boolean): readonly number[] {
    return this.#where(
      () => true,
      ({ facts }) => facts !== undefined && isMeant(facts),
    );
  }

  #where(mayHold: (block: Block) => boolean, isMeant: (piece: Piece) => boolean): number[] {
    const found: number[] = [];
    let first = 0;
    for (const block of this.#blocks) {
      const { pieces } = block;
      if (mayHold(block)) {
        for (let at = 0; at < pieces.length; at++) {
          const piece = pieces[at];
          if (piece && isMeant(piece)) found.push(first + at);
        }
      }
      first += pieces.length;
    }
    return found;
  }

  /** With others in the place of some, from one on and up to another one. */
  with(from: number, to: number, others: readonly Piece[]): Pieces {
    const [first, last] = [this.#blockAt(from), this.#blockAt(to)];
    const inner = [
      ...first.block.pieces.slice(0, from - first.place.index),
      ...others,
      ...last.block.pieces.slice(to - last.place.index),
    ];
    const blocks = this.#blocks;
    return new Pieces([
      ...blocks.slice(0, blocks.indexOf(first.block)),
      ...blocksOf(inner),
      ...blocks.slice(blocks.indexOf(last.block) + 1),
    ]);
  }

  #last(holds: (place: Place) => boolean): PlacedPiece {
    const { it: block, place: first } = lastWhere(this.#blocks, START, afterBlock, holds);
    const { it, place } = lastWhere(block.pieces, first, afterPiece, holds);
    return { ...place, ...it };
  }

  #blockAt(index: number): { readonly block: Block; readonly place: Place } {
    const { it: block, place } = lastWhere(
      this.#blocks,
      START,
      afterBlock,
      (at) => at.index <= index,
    );
    return { block, place };
  }
}

function blocksOf(pieces: readonly Piece[]): Block[] {
  const blocks: Block[] = [];
  for (let at = 0; at < pieces.length; at += BLOCK) {
    const some = pieces.slice(at, at + BLOCK);
    const isFine = some.every(({ facts }) => facts !== undefined);
    blocks.push({ pieces: some, end: some.reduce(afterPiece, START), isFine });
  }
  return blocks;
}

function afterPiece({ index, start, line }: Place, { text, lines }: Piece): Place {
  return { index: index + 1, start: start + text.length, line: line + lines };
}

function afterBlock({ index, start, line }: Place, { end }: Block): Place {
  return { index: index + end.index, start: start + end.start, line: line + end.line };
}

/** The last of some things that begins at a place of which something holds that holds of all before it, and where that is. */
function lastWhere<T>(
  things: readonly T[],
  start: Place,
  after: (place: Place, thing: T) => Place,
  holds: (place: Place) => boolean,
): { readonly it: T; readonly place: Place } {
  let found: { it: T; place: Place } | undefined;
  let place = start;
  for (const it of things) {
    if (found && !holds(place)) break;
    found = { it, place };
    place = after(place, it);
  }
  if (!found) throw new Error("there is one at least");
  return found;
}
