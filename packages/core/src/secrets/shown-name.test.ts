import { expect, test } from "vitest";
import { shownName } from "./shown-name.ts";

test.each([
  ["YouTube, main", "YouTube, main"],
  ["Studio: B", "Studio: B"],
  ["\u0007\n", ""],
  ["rtmp://a.rtmp.youtube.com/live2/CANARY", "rtmp://a.rtmp.youtube.com/live2/***"],
  ["rtmp:\u200b//a.rtmp.youtube.com/live2/CANARY", "rtmp://a.rtmp.youtube.com/live2/***"],
  ["srt?passphrase=CANARY", "***?***=***"],
  ["${NAME}", "${NAME}"],
  ["a ${NAME:-CANARY} b", "a ${NAME***} b"],
  ["a ${NAME:-CANARY", "a ${***"],
])("%j is shown as %j", (name, expected) => {
  expect(shownName(name)).toBe(expected);
});
