import { expect, test } from "vitest";
import { parseDocument } from "../document.ts";
import { streamFactsOf } from "./stream-facts.ts";

test.each([
  ["{id: 20, audio_codec: ac3, video_codec: h264, protocol: srt}", ["SRT", "H.264", "AC-3"]],
  ["{id: 20, video_codec: hevc}", ["HEVC"]],
  ["{id: 20, protocol: ${P}}", []],
])("%s sends %j", (stream, facts) => {
  const { streams } = parseDocument(`streams: [${stream}]\nrestreams: []\n`);
  expect(streams.map(streamFactsOf)).toEqual([facts]);
});
