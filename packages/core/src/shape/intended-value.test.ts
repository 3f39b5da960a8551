import { describe, expect, test } from "vitest";
import { intendedValue } from "./intended-value.ts";
import { RESTREAM_FIELDS, STREAM_FIELDS } from "../schema/schema.ts";

describe("intendedValue", () => {
  test.each([
    ["latency_unit", "US", "us"],
    ["latency_unit", "µs", "us"],
    ["latency_unit", "μs", "us"],
    ["latency_unit", "usec", "us"],
    ["latency_unit", "Milliseconds", "ms"],
    ["latency_unit", "msec", "ms"],
    ["latency_unit", "sec", "s"],
    ["latency_unit", " S ", "s"],
    ["latency_unit", "minutes", undefined],
    ["latency_unit", "m", undefined],
    ["network", "cross_region", "cross-region"],
    ["network", "Internet", "public-internet"],
    ["network", "lan", undefined],
    ["source_protocol", "SRT", "srt"],
    ["source_protocol", "rtmpt", undefined],
    ["source_protocol", true, undefined],
    ["stream_id", "20", 20],
    ["stream_id", "999999999999", 999_999_999_999],
    // Longer than any ID: a key, perhaps.
    ["stream_id", "1000000000000", undefined],
    ["stream_id", "020", undefined],
    ["stream_id", "0", undefined],
    ["stream_id", "1.5", undefined],
    ["stream_id", "1e3", undefined],
    ["stream_id", "", undefined],
    ["stream_id", null, undefined],
    ["stream_id", true, undefined],
    ["client_user_id", "0", 0],
    ["active", "TRUE", true],
    ["active", "y", true],
    ["active", 0, false],
    ["active", 2, undefined],
    ["active", "ja", undefined],
  ])("of %s, takes %j for %j", (field, written, intended) => {
    expect(intendedValue(written, RESTREAM_FIELDS[field] ?? { type: "object" })).toBe(intended);
  });

  test.each([
    ["video_codec", "H.264", "h264"],
    ["video_codec", "AVC", "h264"],
    ["video_codec", "x265", "hevc"],
    ["video_codec", "vp9", undefined],
    ["audio_codec", "E-AC-3", undefined],
    ["frame_rate", "29.97", 29.97],
    ["frame_rate", "0", undefined],
    ["frame_rate", "30000/1001", undefined],
    ["video_bitrate", "4500 kbit/s", undefined],
  ])("of a stream's %s, takes %j for %j", (field, written, intended) => {
    expect(intendedValue(written, STREAM_FIELDS[field] ?? { type: "object" })).toBe(intended);
  });
});
