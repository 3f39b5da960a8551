import { expect, test } from "vitest";
import { createHoldUpWords } from "./hold-up-words.ts";

test("a long wait is said, once where many wait side by side, and a short one is not", () => {
  let time = 0;
  const wordsOf = createHoldUpWords(() => time);
  expect(wordsOf(3999, 429)).toBeUndefined();
  expect(wordsOf(58_500, 503)).toBe("Gcore holds us up (503): going on in 59 s");
  time = 500;
  expect(wordsOf(60_000, 503)).toBeUndefined();
  time = 59_000;
  expect(wordsOf(8000, 429)).toBe("Gcore holds us up (429): going on in 8 s");
});
