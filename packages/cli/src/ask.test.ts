import { EventEmitter } from "node:events";
import { expect, test } from "vitest";
import { ask, type Keyboard } from "./ask.ts";

/** A terminal that is typed on in pieces, and what is seen on it. */
async function typedOn(
  pieces: readonly string[],
  isHidden: boolean,
  end?: "end" | "close" | "abort",
): Promise<{ answer: string | undefined; seen: string; modes: readonly boolean[] }> {
  const events = new EventEmitter();
  const modes: boolean[] = [];
  const seen: string[] = [];
  const keyboard = Object.assign(events, {
    setRawMode: (mode: boolean) => void modes.push(mode),
    setEncoding: () => {},
    resume: () => {},
    pause: () => {},
  }) as unknown as Keyboard;
  const write = (text: string): void => {
    // The terminal's own echo is off by then.
    if (text.includes("Token")) expect(modes).toEqual([true]);
    seen.push(text);
  };
  const output = { isTTY: true, columns: 80, write };
  const interruption = new AbortController();
  const answering = ask("Token: ", isHidden, interruption.signal, keyboard, output);
  for (const piece of pieces) events.emit("data", piece);
  if (end === "abort") interruption.abort();
  else if (end !== undefined) events.emit(end);
  const answer = await answering;
  expect(events.listenerCount("data")).toBe(0);
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
  expect(await typedOn(["ab"], true, end)).toMatchObject({
    answer: undefined,
    modes: [true, false],
  });
});

test("shows what is typed, but not what is hidden", async () => {
  const shown = await typedOn(["yes", "\r"], false);
  expect(shown.seen).toContain("Token: yes");
  const hidden = await typedOn(["29841$abc", "\r"], true);
  expect(hidden.seen).toBe("Token: \n");
});
