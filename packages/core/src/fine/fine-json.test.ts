import { expect, test } from "vitest";
import { parseDocument } from "../document.ts";
import { judge } from "../lint.ts";
import { certainlyFine } from "./certainly-fine.ts";
import { visitJson } from "./fine-json.ts";

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

test("knows as many restreams as the parser takes, and leaves more to it", () => {
  const item = (id: number) => ({
    name: `Show ${id}`,
    stream_id: id,
    active: true,
    client_user_id: 1,
    uri: `rtmp://h.acme.net/live/\${KEY_${String(id).padStart(6, "0")}}`,
  });
  const text = JSON.stringify(Array.from({ length: 199_000 }, (_, index) => item(index + 1)));
  const visited = (it: string) => {
    let count = 0;
    return visitJson(it, () => ++count > 0) ? count : undefined;
  };
  expect(visited(text)).toBe(199_000);
  expect(visited(text.replace("[", `[${`${JSON.stringify(item(1))},`.repeat(1001)}`))).toBe(
    undefined,
  );
});
