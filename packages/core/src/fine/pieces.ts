import type { Facts } from "./facts.ts";

/** Some whole lines of a text. */
export interface Piece {
  readonly text: string;
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
  readonly pieces: readonly Measured[];
  readonly size: Place;
  /** Whether each of them has facts. */
  readonly isFine: boolean;
}

interface Measured extends Piece {
  readonly size: Place;
}

const START: Place = { index: 0, start: 0, line: 0 };

/** So that for 10 000 pieces, neither a block nor the list of them is long. */
const BLOCK = 100;

/** The pieces of a text, in their order; one at least. Changing them copies one block, and the list of blocks. */
export class Pieces {
  readonly #blocks: readonly Block[];
  readonly #end: Place;

  static of(pieces: readonly Piece[]): Pieces {
    return new Pieces(blocksOf(pieces.map(measured)));
  }

  private constructor(blocks: readonly Block[]) {
    this.#blocks = blocks;
    this.#end = blocks.reduce(after, START);
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
      ...others.map(measured),
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
    const { it: block, place: first } = lastWhere(this.#blocks, START, holds);
    const { it, place } = lastWhere(block.pieces, first, holds);
    return { ...place, text: it.text, facts: it.facts };
  }

  #blockAt(index: number): { readonly block: Block; readonly place: Place } {
    const { it: block, place } = lastWhere(this.#blocks, START, (at) => at.index <= index);
    return { block, place };
  }
}

function measured({ text, facts }: Piece): Measured {
  let line = 0;
  for (let at = text.indexOf("\n"); at !== -1; at = text.indexOf("\n", at + 1)) line += 1;
  return { text, facts, size: { index: 1, start: text.length, line } };
}

function blocksOf(pieces: readonly Measured[]): Block[] {
  const blocks: Block[] = [];
  for (let at = 0; at < pieces.length; at += BLOCK) {
    const some = pieces.slice(at, at + BLOCK);
    const isFine = some.every(({ facts }) => facts !== undefined);
    blocks.push({ pieces: some, size: some.reduce(after, START), isFine });
  }
  return blocks;
}

function after(place: Place, { size }: { readonly size: Place }): Place {
  return {
    index: place.index + size.index,
    start: place.start + size.start,
    line: place.line + size.line,
  };
}

/** The last of some things that begins at a place of which something holds that holds of all before it, and where that is. */
function lastWhere<T extends { readonly size: Place }>(
  things: readonly T[],
  start: Place,
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
