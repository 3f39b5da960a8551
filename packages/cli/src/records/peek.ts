/** An input of which the beginning has been read. */
export interface Peeked {
  readonly beginning: Uint8Array;
  /** Whether something follows the first line; blank lines do not count. */
  readonly isFollowed: boolean;
  /** All of the input, from its beginning; once. */
  readonly all: () => AsyncIterable<Uint8Array>;
}

/** Reads an input until something follows its first line that is not blank; no further where so many bytes hold no end of it. */
export async function peekAt(input: AsyncIterable<Uint8Array>, most: number): Promise<Peeked> {
  const iterator = input[Symbol.asyncIterator]();
  const pieces: Uint8Array[] = [];
  let failure: unknown;
  const isFollowed = await readTo(iterator, pieces, most).catch((error: unknown) => {
    failure = error;
    return false;
  });
  return { beginning: Buffer.concat(pieces), isFollowed, all };

  async function* all(): AsyncGenerator<Uint8Array> {
    try {
      yield* pieces.splice(0);
      if (failure !== undefined) throw failure;
      for (;;) {
        const next = await iterator.next();
        if (next.done) return;
        yield next.value;
      }
    } finally {
      // Where nobody wants the rest, who writes it is told.
      await iterator.return?.();
    }
  }
}

const LINE_FEED = 10;
/** Blanks, tabs and line breaks. */
const BLANK = new Set([9, LINE_FEED, 13, 32]);

async function readTo(
  iterator: AsyncIterator<Uint8Array>,
  pieces: Uint8Array[],
  most: number,
): Promise<boolean> {
  let isInLine = false;
  let isBehind = false;
  let read = 0;
  while (read <= most) {
    const next = await iterator.next();
    if (next.done) return false;
    const piece = next.value;
    pieces.push(piece);
    read += piece.length;
    let at = 0;
    if (!isInLine && !isBehind) {
      at = piece.findIndex((it) => !BLANK.has(it));
      if (at === -1) continue;
      isInLine = true;
    }
    if (isInLine) {
      at = piece.indexOf(LINE_FEED, at);
      if (at === -1) continue;
      isInLine = false;
      isBehind = true;
    }
    if (piece.subarray(at).some((it) => !BLANK.has(it))) return true;
  }
  return false;
}
