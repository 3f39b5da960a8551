import type { Facts } from "./facts.ts";

/** Some whole lines of a text. */
export interface Piece {
  readonly text: string;
  /** What an item has to do with others, if nothing is wrong with it by itself. */
  readonly facts: Facts | undefined;
  readonly size: Extent;
}

/** How many pieces, characters and line breaks something is, or stand before something. */
interface Extent {
  readonly index: number;
  readonly start: number;
  readonly line: number;
}

/** A piece where it stands. */
export interface PlacedPiece extends Piece, Extent {}

/** Some pieces that follow one another. */
interface Block {
  readonly pieces: readonly Piece[];
  readonly size: Extent;
  /** Whether each of them has facts. */
  readonly isFine: boolean;
}

/** Makes a piece: counts its line breaks. */
export function pieceOf(text: string, facts?: Facts): Piece {
  let line = 0;
  for (let at = text.indexOf("\n"); at !== -1; at = text.indexOf("\n", at + 1)) line += 1;
  return { text, facts, size: { index: 1, start: text.length, line } };
}

/** So that for 10 000 pieces, neither a block nor the list of them is long. */
const BLOCK = 100;

/** The pieces of a text, in their order; one at least. Changing them copies one block, and the list of blocks. */
export class Pieces {
  readonly #blocks: readonly Block[];
  readonly #size: Extent;

  static of(pieces: readonly Piece[]): Pieces {
    return new Pieces(blocksOf(pieces));
  }

  private constructor(blocks: readonly Block[]) {
    this.#blocks = blocks;
    this.#size = sumOf(blocks);
  }

  get count(): number {
    return this.#size.index;
  }

  text(): string {
    return this.#blocks.map(({ pieces }) => pieces.map(({ text }) => text).join("")).join("");
  }

  at(index: number): PlacedPiece {
    return this.#last("index", index);
  }

  /** The piece that an offset is in, or at the beginning of. */
  atOffset(offset: number): PlacedPiece {
    return this.#last("start", offset);
  }

  /** The piece that a line is in. */
  atLine(line: number): PlacedPiece {
    return this.#last("line", line);
  }

  /** From one on and up to another one. */
  slice(from: number, to: number): readonly Piece[] {
    return Array.from({ length: to - from }, (_, index) => this.at(from + index));
  }

  /** The pieces of these indices, which ascend. */
  pick(indices: readonly number[]): readonly PlacedPiece[] {
    const found: PlacedPiece[] = [];
    const before = startOfAll();
    for (const { pieces, size } of this.#blocks) {
      const isPassed = (indices[found.length] ?? Infinity) >= before.index + size.index;
      if (isPassed) add(before, size);
      else {
        for (const it of pieces) {
          if (before.index === indices[found.length]) found.push({ ...it, ...before });
          add(before, it.size);
        }
      }
    }
    return found;
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
    const [start, end] = [startOfAll(), startOfAll()];
    const first = lastBy("index", from, this.#blocks, start);
    const last = lastBy("index", to, this.#blocks, end);
    const inner = [
      ...first.pieces.slice(0, from - start.index),
      ...others,
      ...last.pieces.slice(to - end.index),
    ];
    const blocks = this.#blocks;
    return new Pieces([
      ...blocks.slice(0, blocks.indexOf(first)),
      ...blocksOf(inner),
      ...blocks.slice(blocks.indexOf(last) + 1),
    ]);
  }

  #last(by: keyof Extent, most: number): PlacedPiece {
    const before = startOfAll();
    const block = lastBy(by, most, this.#blocks, before);
    const { text, facts, size } = lastBy(by, most, block.pieces, before);
    return { text, facts, size, ...before };
  }
}

type Sized = Pick<Piece, "size">;
type Counter = { -readonly [Count in keyof Extent]: number };

function startOfAll(): Counter {
  return { index: 0, start: 0, line: 0 };
}

/** The last of some things, one at least, before which there is no more than this; counts what stands before it. */
function lastBy<T extends Sized>(
  by: keyof Extent,
  most: number,
  things: readonly T[],
  before: Counter,
): T {
  let [found] = things;
  for (let at = 1; found && at < things.length && before[by] + found.size[by] <= most; at++) {
    add(before, found.size);
    found = things[at];
  }
  if (!found) throw new Error("a text has a piece at least");
  return found;
}

function blocksOf(pieces: readonly Piece[]): Block[] {
  const blocks: Block[] = [];
  for (let at = 0; at < pieces.length; at += BLOCK) {
    const some = pieces.slice(at, at + BLOCK);
    const isFine = some.every(({ facts }) => facts !== undefined);
    blocks.push({ pieces: some, size: sumOf(some), isFine });
  }
  return blocks;
}

function sumOf(things: readonly Sized[]): Extent {
  const sum = startOfAll();
  for (const { size } of things) add(sum, size);
  return sum;
}

function add(sum: Counter, { index, start, line }: Extent): void {
  sum.index += index;
  sum.start += start;
  sum.line += line;
}
