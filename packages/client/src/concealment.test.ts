import { assert, nat, property, string, stringMatching } from "fast-check";
import { expect, test } from "vitest";
import { createConceal } from "./concealment.ts";

const conceal = createConceal(
  "29841$Xq7Canary9Z",
  "srt://h.example.com:5001?mode=caller&passphrase=hunter2hunter2&streamid=ab9d",
);

test.each([
  [
    "invalid uri, supported protocols are rtmp, rtmps, srt",
    "invalid uri, supported protocols are rtmp, rtmps, srt",
  ],
  ["does not belong to the same client ", "does not belong to the same client"],
  ["a\r\n\tb\u0000c\u001b[31m", "a b c [31m"],
  ["no 29841$Xq7Canary9Z here", "no *** here"],
  ["Bad token: 29841", "Bad token: ***"],
  ["cut: Xq7Can", "cut: ***"],
  ["XQ7CANARY9Z", "***"],
  ["Xq7\u200bCan\u200bary9Z", "***"],
  ["hunter2hunter2 and ab9d", "*** and ***"],
  ["taken: rtmp://a.example.com/live/k17a-13s8-xx", "taken: rtmp://a.example.com/live/***"],
  ["passphrase=other-secret", "passphrase=***"],
  ["example.com 5001 caller", "example.com 5001 caller"],
])("%j", (text, shown) => {
  expect(conceal(text)).toBe(shown);
});

test("a long text is cut after 200 characters", () => {
  expect(conceal("\u{1F600}".repeat(500))).toBe(`${"\u{1F600}".repeat(199)}…`);
});

test("six characters in a row of a stream key are never shown, wherever a server puts them", () => {
  const keys = stringMatching(/^[A-Za-z0-9_-]{6,40}$/);
  assert(
    property(keys, string(), string(), nat(), (key, before, after, at) => {
      const start = at % (key.length - 5);
      const piece = key.slice(start, start + 6);
      const shown = createConceal("t", `rtmp://example.com/live/${key}`)(before + piece + after);
      expect(shown).not.toContain(piece);
    }),
  );
});
