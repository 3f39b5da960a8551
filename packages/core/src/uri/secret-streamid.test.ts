import { expect, test } from "vitest";
import { secretInStreamid } from "./secret-streamid.ts";

/** A streamid with its secret between `«` and `»`. */
function marked(text: string, isPlatform: boolean): string {
  const range = { start: 0, end: text.length };
  const found = secretInStreamid({ text, range, isOpen: false }, isPlatform);
  if (!found) return text;
  const { start, end } = found.range;
  return `${found.kind}: ${text.slice(0, start)}«${text.slice(start, end)}»${text.slice(end)}`;
}

test.each([
  "password: #!::r=live/x,m=publish,s=«hunter2»",
  "password: #!::pass=«hunter2»,m=publish",
  "password: #!::h=h.acme.net,r=live/x?secret=«hunter2»,m=publish",
  "password: live/x?token=«hunter2»",
  "password: publish:path:user:«hunter2»",
  "password: publish:path:user:«hunter2»:a=b",
  "token: 123#«cab719e4f0»",
  "token: 123b%23«cab719e4f0»",
  "streamid: «550e8400-e29b-41d4-a716-446655440000»",
  "streamid: «7f3a9c20b1e84d56»",
  "streamid: «input/7f3a9c20b1e84d56»",
  "streamid: «xK9mQ2vLp7RtYw3Z»",
])("finds %s", (expected) => {
  const text = expected.replace(/^\w+: /, "").replaceAll(/[«»]/g, "");
  expect(marked(text, false)).toBe(expected);
});

test.each([
  "1",
  "live",
  "live/studio",
  "publish:live/x",
  "publish:live/x:user",
  "publish:live/x:user:",
  "#!::r=live/x,m=publish,u=studio",
  "#!::s=,m=publish",
  "123#",
  "studio-camera-2026-11-22",
  "studiocameranumber2",
  "1234567890123456",
  "StudioCameraNumber",
])("nothing in %s", (text) => {
  expect(marked(text, false)).toBe(text);
});

test("where the platform takes its stream key, the whole is one", () => {
  expect(marked("kestrel", true)).toBe("streamid: «kestrel»");
  expect(marked("#!::r=live/x,m=publish", true)).toBe("#!::r=live/x,m=publish");
  expect(marked("", true)).toBe("");
});
