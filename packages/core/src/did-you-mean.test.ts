import { expect, test } from "vitest";
import { didYouMean } from "./did-you-mean.ts";

test.each([
  // A third of the letters, one at least.
  ["modee", "mode"],
  ["mod", "mode"],
  ["MODE", "mode"],
  ["lattensy", "latency"],
  ["sr", "srt"],
  ["", undefined],
  ["mo", undefined],
  ["passion", undefined],
  // Swapped neighbours are one slip, though two letters differ.
  ["rtpm", "rtmp"],
  ["dome", undefined],
  ["mdoe", "mode"],
  ["edom", undefined],
  // However long the word is, only a likely one is meant.
  ["x".repeat(100_000), undefined],
])("didYouMean %s", (word, meant) => {
  expect(didYouMean(word, ["mode", "latency", "passphrase", "srt", "rtmp"])).toBe(meant);
});
