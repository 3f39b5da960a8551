import { expect, test } from "vitest";
import { maskText } from "./mask-text.ts";

test.each([
  ["Request textDocument/hover failed.", "Request textDocument/hover failed."],
  [
    "cannot read rtmp://a.rtmp.youtube.com/live2/k3y-51f0c2: gone",
    "cannot read rtmp://a.rtmp.youtube.com/live2/***: gone",
  ],
  [
    'at "SRT://h.acme.net:9000?passphrase=hunter2hunter2&latency=2000"',
    'at "SRT://h.acme.net:9000?passphrase=***&latency=2000"',
  ],
  ["  passphrase: hunter2hunter2", "  passphrase: ***"],
  [String.raw`{\"stream_key\":\"abcd-1234\"}`, String.raw`{\"stream_key\":\"***\"}`],
  ["Authorization: Bearer abc.def", "Authorization: Bearer ***"],
  ["api_key=abc, next", "api_key=***, next"],
  ["the monkey: a key", "the monkey: a key"],
  ["file:///home/a/restreams.yaml", "file:///home/a/restreams.yaml"],
])("hides what is secret in %s", (text, expected) => {
  expect(maskText(text)).toBe(expected);
});
