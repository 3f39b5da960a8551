import { expect, test } from "vitest";
import { parseDocument } from "../document.ts";
import { judge } from "../lint.ts";
import { certainlyFine } from "./certainly-fine.ts";

const URI = '"uri":"srt://h.acme.net:9000?mode=caller&latency=2"';

test.each([
  `{"stream_id":1,${URI},"latency_unit":s}`,
  `{"name":Main,"stream_id":1,${URI},"latency_unit":"s"}`,
  `{"name":true,"stream_id":1,${URI},"latency_unit":"s"}`,
  `{"streams":[{"id":1,"protocol":rtmp}],"restreams":[{"stream_id":1,${URI},"latency_unit":"s"}]}`,
  `{"streams":[{"id":1,"video_codec":h264}],"restreams":[{"stream_id":1,${URI},"latency_unit":"s"}]}`,
])("leaves a word without quotes to the parser, which has something to say: %s", (text) => {
  expect(certainlyFine(text, "json")).toBeUndefined();
  expect(judge(parseDocument(text, { language: "json" })).diagnostics).not.toEqual([]);
});

test("takes the words that JSON has", () => {
  const text = `{"active":false,"stream_id":1,${URI},"latency_unit":"s"}`;
  expect(certainlyFine(text, "json")).toBeDefined();
});
