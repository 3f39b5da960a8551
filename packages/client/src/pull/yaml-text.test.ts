import { expect, test } from "vitest";
import { yamlText } from "./yaml-text.ts";

test.each([
  ["main", "main"],
  ["Студия B (2)", "Студия B (2)"],
  ["a.b_c-d", "a.b_c-d"],
  ["${YOUTUBE_KEY}", "${YOUTUBE_KEY}"],
  ["rtmp://h.acme.net/live/${ACME_KEY}", "rtmp://h.acme.net/live/${ACME_KEY}"],
  ["srt://h.acme.net:9000?mode=caller&latency=80", "srt://h.acme.net:9000?mode=caller&latency=80"],
  // Other things to YAML, or to one of its readers.
  ["", '""'],
  ["No", '"No"'],
  ["y", '"y"'],
  ["12", '"12"'],
  ["~", '"~"'],
  ["a: b", '"a: b"'],
  ["a #b", '"a #b"'],
  ["a ", '"a "'],
  ["- a", '"- a"'],
  ["rtmp://h.acme.net/live:", '"rtmp://h.acme.net/live:"'],
  ["srt://h.acme.net:9000?streamid=#!::r=a", '"srt://h.acme.net:9000?streamid=#!::r=a"'],
  ["${A} #", '"${A} #"'],
  // What cannot be seen.
  ["a\nb\tc", String.raw`"a\nb\tc"`],
  ['"\\', String.raw`"\"\\"`],
  ["a\u007f\u0085\u2028\ufeffb", String.raw`"a\u007f\u0085\u2028\ufeffb"`],
  ["a\u202eb", String.raw`"a\u202eb"`],
  ["\ud800", String.raw`"\ud800"`],
  ["a\u{e0001}", String.raw`"a\U000e0001"`],
  ["\u{1f469}\u200d\u{1f680}", '"\u{1f469}\u200d\u{1f680}"'],
])("%j is %s", (text, expected) => {
  expect(yamlText(text)).toBe(expected);
});
