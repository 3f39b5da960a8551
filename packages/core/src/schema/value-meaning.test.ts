import { expect, test } from "vitest";
import { RESTREAM_FIELDS, STREAM_FIELDS } from "./schema.ts";
import { meaningOf } from "./value-meaning.ts";

test.each([
  [
    "protocol",
    "rtmp",
    "The encoder pushes RTMP to Gcore, which lists RTMP and SRT targets for it.",
  ],
  [
    "source_protocol",
    "rtmps",
    "The encoder pushes RTMPS to Gcore, which lists RTMPS targets for it.",
  ],
  ["video_codec", "h264", "H.264: Gcore carries it by RTMP, RTMPS and SRT."],
  ["audio_codec", "ac3", "AC-3: Gcore carries it by SRT alone."],
  ["latency_unit", "us", "In microseconds, as FFmpeg and OBS read it: `2000000` is 2 s."],
  ["network", "public-internet", "Gcore recommends a latency of 2 to 5 s."],
  ["active", false, "The restream is kept, and pushes nothing."],
  // What is no value of the field, and fields whose values speak for themselves.
  ["network", "constructor", undefined],
  ["active", "false", undefined],
  ["width", 1920, undefined],
])("%s: %s", (field, value, meaning) => {
  expect(meaningOf(field, value)).toBe(meaning);
});

test("every word that a field takes has a meaning", () => {
  for (const [field, { enum: words = [] }] of Object.entries({
    ...RESTREAM_FIELDS,
    ...STREAM_FIELDS,
  })) {
    for (const word of words) if (word !== null) expect(meaningOf(field, word)).toMatch(/\.$/);
  }
});
