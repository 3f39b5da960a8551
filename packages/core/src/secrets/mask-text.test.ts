import { expect, test } from "vitest";
import { maskText } from "./mask-text.ts";

test.each([
  ["Request textDocument/hover failed.", "Request textDocument/hover failed."],
  ["file:///home/a/restreams.yaml", "file:///home/a/restreams.yaml"],
  [
    "cannot read rtmp://a.rtmp.youtube.com/live2/k3y-51f0c2: gone",
    "cannot read rtmp://a.rtmp.youtube.com/live2/***: gone",
  ],
  [
    'at "SRT://h.acme.net:9000?passphrase=hunter2hunter2&latency=2000"',
    'at "SRT://h.acme.net:9000?passphrase=***&latency=2000"',
  ],
  ["rtmp://h.acme.net/live/my'key and", "rtmp://h.acme.net/live/*** and"],
  ["rtmp://h.acme.net/live/`key` and", "rtmp://h.acme.net/live/*** and"],
  ["to wss://user:pass@h.acme.net/x", "to wss://***@h.acme.net/x"],
  ["  passphrase: hunter2hunter2", "  passphrase: ***"],
  ["passphrase: a;b,c", "passphrase: ***"],
  ["passphrase: a&b", "passphrase: ***"],
  ["passphrase=x&latency=2000", "passphrase=***&latency=2000"],
  ['passphrase: "two words", more', 'passphrase: "***", more'],
  [String.raw`passphrase: "a \" b" more`, 'passphrase: "***" more'],
  [String.raw`"passphrase: \"two words\" more"`, String.raw`"passphrase: \"***\" more"`],
  ['passphrase: "without an end', 'passphrase: "***'],
  ['{"streamKey":"ab cd","a":1}', '{"streamKey":"***","a":1}'],
  [String.raw`{\"stream_key\":\"abcd-1234\"}`, String.raw`{\"stream_key\":\"***\"}`],
  ["accessKey=a pwd=b", "accessKey=*** pwd=***"],
  ["Authorization: APIKey 1234$ab", "Authorization: ***"],
  ["api_key=abc next", "api_key=*** next"],
])("hides what is secret in %s", (text, expected) => {
  expect(maskText(text)).toBe(expected);
});
