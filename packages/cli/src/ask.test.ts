import { EventEmitter } from "node:events";
import { expect, test } from "vitest";
import { ask, type Keyboard } from "./ask.ts";

type End = "end" | "close" | "abort";

/** A terminal that is typed on in pieces once it asks, and before that, and what is seen on it. */
async function typedOn(
  pieces: readonly string[],
  isHidden: boolean,
  { end, ahead = [] }: { readonly end?: End; readonly ahead?: readonly string[] } = {},
): Promise<{ answer: string | undefined; seen: string; modes: readonly boolean[] }> {
  const events = new EventEmitter();
  const modes: boolean[] = [];
  const seen: string[] = [];
  const interruption = new AbortController();
  const leave = (): void => {
    if (end === "abort") interruption.abort();
    else if (end !== undefined) events.emit(end);
  };
  const rest = [...ahead];
  const keyboard = Object.assign(events, {
    setRawMode: (mode: boolean) => void modes.push(mode),
    setEncoding: () => {},
    // What waits is read piece by piece, as soon as anybody reads.
    resume: () => {
      for (const piece of rest.splice(0)) setImmediate(() => events.emit("data", piece));
      if (ahead.length > 0) setImmediate(leave);
    },
    pause: () => {},
  }) as unknown as Keyboard;
  const write = (text: string): void => {
    seen.push(text);
    if (text !== "Token: ") return;
    // The terminal's own echo is off by then.
    expect(modes).toEqual([true]);
    // After all that waits.
    setImmediate(() =>
      setImmediate(() => {
        for (const piece of pieces) events.emit("data", piece);
        leave();
      }),
    );
  };
  const output = { isTTY: true, columns: 80, write };
  const answer = await ask("Token: ", isHidden, interruption.signal, keyboard, output);
  expect(events.eventNames()).toEqual([]);
  return { answer, seen: seen.join(""), modes };
}

test.each([
  ["keys", ["a", "b", "\r"], "ab"],
  ["what is pasted with its line break", ["29841$abc\r"], "29841$abc"],
  ["a line break in the middle, which belongs to it", ["29841$\nabc\n"], "29841$\nabc"],
  ["line breaks around it", ["\n\nabc\r\n"], "\n\nabc"],
  ["backspace", ["abx\x7f", "c", "\b\r"], "ab"],
  ["Ctrl-U", ["abc\x15d\r"], "d"],
  [
    "arrows, and the marks of pasted text",
    ["\x1b[200~ab\x1b[201~", "\x1b[D", "\x1bOC", "\r"],
    "ab",
  ],
  ["other control characters", ["a\x00\x01b\r"], "ab"],
  ["nothing", ["\r"], ""],
  ["Ctrl-C", ["ab", "\x03"], undefined],
  ["Ctrl-D", ["\x04"], undefined],
] as const)("reads %s", async (_, pieces, expected) => {
  const { answer, modes } = await typedOn(pieces, true);
  expect(answer).toBe(expected);
  expect(modes).toEqual([true, false]);
});

test.each(["end", "close", "abort"] as const)("takes %s for an interruption", async (end) => {
  expect(await typedOn(["ab"], true, { end })).toMatchObject({
    answer: undefined,
    modes: [true, false],
  });
  const before = await typedOn([], true, { end, ahead: ["ab"] });
  expect(before).toEqual({ answer: undefined, modes: [true, false], seen: "\n" });
});

test.each([false, true])(
  "what is typed before the question is no answer: hidden %j",
  async (isHidden) => {
    const { answer, seen } = await typedOn(["n", "\r"], isHidden, { ahead: ["y\r", "es", "\r"] });
    expect(answer).toBe("n");
    expect(seen).not.toContain("es");
  },
);

test("Ctrl-C before the question is one all the same", async () => {
  const outcome = await typedOn(["y\r"], false, { ahead: ["ab", "\x03"] });
  expect(outcome).toEqual({ answer: undefined, modes: [true, false], seen: "\n" });
});

test("shows what is typed, but not what is hidden", async () => {
  const shown = await typedOn(["yes", "\r"], false);
  expect(shown.seen).toContain("Token: yes");
  const hidden = await typedOn(["29841$abc", "\r"], true);
  expect(hidden.seen).toBe("Token: \n");
});
