import { expect, test } from "vitest";
import { isStreamId } from "./stream-id.ts";

test.each(["1", "20", "123456789012345", "9007199254740991"])("%s is an ID", (written) => {
  expect(isStreamId(written)).toBe(true);
});

test.each(["", "0", "020", "-1", "2.5", "1e3", " 20", "${ID}", "9007199254740992", "1".repeat(17)])(
  "%j is none",
  (written) => {
    expect(isStreamId(written)).toBe(false);
  },
);
