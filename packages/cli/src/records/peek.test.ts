import { expect, test } from "vitest";
import { peekAt } from "./peek.ts";

/** An input in pieces, and what became of it. */
function inputOf(pieces: readonly string[]) {
  const seen = { read: 0, isLeft: false };
  async function* stdin(): AsyncGenerator<Uint8Array> {
    try {
      for (const it of pieces) {
        seen.read += 1;
        yield Buffer.from(it);
      }
    } finally {
      seen.isLeft = true;
    }
  }
  return { seen, stdin };
}

async function textOf(input: AsyncIterable<Uint8Array>): Promise<string> {
  const pieces: Uint8Array[] = [];
  for await (const it of input) pieces.push(it);
  return Buffer.concat(pieces).toString();
}

test.each([
  [["a", "b\n", " \n", "c", "d"], 4, true],
  [["\n \n", "\t", "a\nb", "c"], 3, true],
  [["a\n", "\r\n", " "], 3, false],
  [["a"], 1, false],
  [["", "a", "", "\n", "", "b", "c"], 6, true],
  [[], 0, false],
  // No further than ten bytes and what comes with them.
  [["aaaaaa", "aaaaaa", "\nb"], 2, false],
  [["      ", "      ", "a\nb"], 2, false],
])(
  "of %j, %i pieces say whether something follows the first line: %s",
  async (pieces, read, isFollowed) => {
    const { seen, stdin } = inputOf(pieces);
    const peeked = await peekAt(stdin(), 10);
    expect(peeked.isFollowed).toBe(isFollowed);
    expect(seen.read).toBe(read);
    expect(Buffer.from(peeked.beginning).toString()).toBe(pieces.slice(0, read).join(""));
    expect(await textOf(peeked.all())).toBe(pieces.join(""));
  },
);

test("whoever wants no more of it leaves the input", async () => {
  const { seen, stdin } = inputOf(["a\nb", "c", "d"]);
  const { all } = await peekAt(stdin(), 10);
  const rest = all()[Symbol.asyncIterator]();
  await rest.next();
  await rest.return?.();
  expect(seen).toEqual({ read: 1, isLeft: true });
});

test("an input that breaks off is as broken as without a look at it", async () => {
  async function* stdin(): AsyncGenerator<Uint8Array> {
    yield Buffer.from("a");
    throw Object.assign(new Error("EIO"), { code: "EIO" });
  }
  const { isFollowed, all } = await peekAt(stdin(), 10);
  expect(isFollowed).toBe(false);
  await expect(textOf(all())).rejects.toThrow("EIO");
});
