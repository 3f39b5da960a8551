import { expect, test } from "vitest";
import { uriDifferences } from "./uri-differences.ts";

test.each<[string, string, readonly string[]]>([
  ["rtmp://h/live/a", "rtmp://h/live/a", []],
  ["rtmp://h/live/a", "rtmp://h/live/b", ["stream key"]],
  ["rtmp://h/live/a", "rtmps://i:444/main/a?x=1", ["scheme", "host", "app", "port", "query"]],
  ["rtmp://u:p@h/live/a", "rtmp://u:q@h/live/a", ["user name or password"]],
  ["rtmp://h/live/a", "rtmp://h/live/a#b", ["fragment"]],
  ["rtmp://h/live/${A:-a}", "rtmp://h/live/${A:-b}", ["stream key"]],
  ["rtmp://h/live/${A", "rtmp://h/live/${B", ["stream key"]],
  ["srt://h:1?passphrase=aaaaaaaaaa", "srt://h:1?passphrase=bbbbbbbbbb", ["passphrase"]],
  [
    "srt://h:1?mode=caller",
    "srt://h:1?mode=caller&latency=2000&streamid=x",
    ["latency", "streamid"],
  ],
  ["srt://h:1?mode", "srt://h:1?mode=", ["notation"]],
  ["srt://h:1?streamid=a&b", "srt://h:1?streamid=a&c", ["unknown parameter"]],
  ["srt://h:1?mode=caller&latency=1", "srt://h:1?latency=1&mode=caller", ["notation"]],
  ["rtmp://h/live/a", "rtmp://h/live/a ", ["notation"]],
  ["", "secret", ["notation"]],
])("%s → %s", (before, after, expected) => {
  expect(uriDifferences(before, after)).toEqual(expected);
});
