import { expect, test } from "vitest";
import { retryAfterOf } from "./retry-after.ts";

const NOW = Date.UTC(2038, 0, 1);

test.each<[string | undefined, number | undefined]>([
  ["0", 0],
  ["1", 1000],
  [" 120 ", 120_000],
  ["1.5", 1500],
  ["Fri, 01 Jan 2038 00:00:02 GMT", 2000],
  ["Thu, 31 Dec 2037 23:59:59 GMT", 0],
  [undefined, undefined],
  ["", undefined],
  ["-5", undefined],
  ["soon", undefined],
  ["1e3", undefined],
  ["2038-01-01T00:00:02Z", undefined],
  ["Fri, 99 Jan 2038 00:00:02 GMT", undefined],
  ["9".repeat(400), undefined],
])("%s", (written, ms) => {
  const headers = new Headers(written === undefined ? {} : { "retry-after": written });
  expect(retryAfterOf(headers, NOW)).toBe(ms);
});
