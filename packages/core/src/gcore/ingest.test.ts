import { expect, test } from "vitest";
import { parseUri } from "../uri/uri.ts";
import { isGcoreIngest } from "./ingest.ts";

test.each([
  ["vp-push-ed1-srt.gvideo.co", true],
  ["VP-PUSH-ANX2.GVIDEO.CO.", true],
  ["h.acme.net", false],
  ["notgvideo.co", false],
  ["gvideo.co.acme.net", false],
  ["${INGEST}", "maybe"],
  ["${REGION}.gvideo.co", "maybe"],
  ["", false],
])("%s: %s", (host, expected) => {
  const { authority } = parseUri(`srt://${host}:5001`);
  expect(authority && isGcoreIngest(authority.host)).toBe(expected);
});
