import { add, type Counter, type Extent, startOfAll } from "./extent.ts";
import type { Facts } from "./facts.ts";
import { amountOf, count, type Piece, placed, type PlacedPiece } from "./piece.ts";

/** Some pieces that follow one another. */
interface Block {
  readonly pieces: readonly Piece[];
  readonly size: Extent;
  /** Whether each of them has facts. */
  readonly isFine: boolean;
}

/** A piece without facts. */
export interface UnsurePiece extends Pick<PlacedPiece, "itself" | "text" | "index" | "start"> {
  /** The one before it. */
  readonly before: Piece | undefined;
}

/** The most pieces of a block. So that for 10 000 pieces, neither a block nor the list of them is long. */
const BLOCK = 100;

/** The pieces of a text, in their order; one at least. Changing them copies one block, and the list of blocks. */
export class Pieces {
  readonly #blocks: readonly Block[];
  readonly #size: Extent;
  #unsure: readonly UnsurePiece[] | undefined;

  static of(pieces: readonly Piece[]): Pieces {
    return new Pieces(blocksOf(pieces));
  }

  private constructor(blocks: readonly Block[]) {
    this.#blocks = blocks;
    const sum = startOfAll();
    for (const { size } of blocks) add(sum, size);
    this.#size = sum;
  }

  get count(): number {
    return this.#size.index;
  }

  get size(): Extent {
    return this.#size;
  }

  text(): string {
    return this.#blocks.map(({ pieces }) => pieces.map(({ text }) => text).join("")).join("");
  }

  at(index: number): PlacedPiece {
    return this.#last("index", index);
  }

  /** The piece that an offset is in, or at the beginning of; at the end of the text, the last one that has any. */
  atOffset(offset: number): PlacedPiece {
    return this.#lastWritten("start", offset);
  }

  /** The piece that a line is in; beyond the text, the last one that has any. */
  atLine(line: number): PlacedPiece {
    return this.#lastWritten("line", line);
  }

  /** From one on and up to another one. */
  slice(from: number, to: number): readonly PlacedPiece[] {
    return this.pick(Array.from({ length: to - from }, (_, index) => from + index));
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
          if (before.index === indices[found.length]) found.push(placed(it, before));
          count(before, it);
        }
      }
    }
    return found;
  }

  /** Those without facts: found once, by a look at each block, where most have them. */
  unsure(): readonly UnsurePiece[] {
    return (this.#unsure ??= this.#findUnsure());
  }

  #findUnsure(): UnsurePiece[] {
    const found: UnsurePiece[] = [];
    const sum = startOfAll();
    let before: Piece | undefined;
    for (const { pieces, size, isFine } of this.#blocks) {
      if (isFine) add(sum, size);
      else {
        for (const itself of pieces) {
          const { text, facts } = itself;
          if (!facts) found.push({ itself, text, index: sum.index, start: sum.start, before });
          count(sum, itself);
          before = itself;
        }
      }
      before = pieces.at(-1);
    }
    return found;
  }

  /** The facts of those that have some. */
  *facts(): Iterable<Facts> {
    for (const { pieces } of this.#blocks) for (const { facts } of pieces) if (facts) yield facts;
  }

  /** Those whose facts are meant. */
  where(isMeant: (facts: Facts) => boolean): readonly number[] {
    const found: number[] = [];
    let first = 0;
    for (const { pieces } of this.#blocks) {
      for (let at = 0; at < pieces.length; at++) {
        const facts = pieces[at]?.facts;
        if (facts && isMeant(facts)) found.push(first + at);
      }
      first += pieces.length;
    }
    return found;
  }

  /** With others in the place of some, from one on and up to another one. */
  with(from: number, to: number, others: readonly Piece[]): Pieces {
    const [start, end] = [startOfAll(), startOfAll()];
    const [first, last] = [this.#pass("index", from, start), this.#pass("index", to, end)];
    const blocks = this.#blocks;
    const inner = [
      ...(blocks[first]?.pieces.slice(0, from - start.index) ?? []),
      ...others,
      ...(blocks[last]?.pieces.slice(to - end.index) ?? []),
    ];
    return new Pieces([...blocks.slice(0, first), ...blocksOf(inner), ...blocks.slice(last + 1)]);
  }

  #lastWritten(by: keyof Extent, most: number): PlacedPiece {
    const last = this.#last(by, most);
    // Nothing stands behind the items, whose last line may be without a line break: it goes on there.
    return last.text === "" && last.index > 0 ? this.at(last.index - 1) : last;
  }

  /**
   * The last block before which there is no more than this; counts what stands before it. Nothing is kept to find it
   * sooner: a look at each block takes less time than to make that anew at each edit.
   */
  #pass(by: keyof Extent, most: number, before: Counter): number {
    const blocks = this.#blocks;
    for (let at = 0; ; at++) {
      const block = blocks[at];
      if (!block || at === blocks.length - 1 || before[by] + block.size[by] > most) return at;
      add(before, block.size);
    }
  }

  #last(by: keyof Extent, most: number): PlacedPiece {
    const before = startOfAll();
    const { pieces } = this.#blocks[this.#pass(by, most, before)] ?? { pieces: [] };
    let [found] = pieces;
    for (let at = 1; found && at < pieces.length; at++) {
      if (before[by] + amountOf(found, by) > most) break;
      count(before, found);
      found = pieces[at];
    }
    if (!found) throw new Error("a text has a piece at least");
    return placed(found, before);
  }
}

function blocksOf(pieces: readonly Piece[]): Block[] {
  const blocks: Block[] = [];
  // As long as one another: else each piece that a full block takes leaves a block of one.
  const length = Math.ceil(pieces.length / Math.ceil(pieces.length / BLOCK));
  for (let at = 0; at < pieces.length; at += length) {
    const some = pieces.slice(at, at + length);
    const isFine = some.every(({ facts }) => facts !== undefined);
    const size = startOfAll();
    for (const it of some) count(size, it);
    blocks.push({ pieces: some, size, isFine });
  }
  return blocks;
}
